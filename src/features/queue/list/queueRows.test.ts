import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { QueueRow } from "@/contract/views/queueViews";
import { aRow } from "@/testing/desk/deskViews";
import { arrangeRows, orderAfterPage, type ShownRow } from "./arrangeRows";
import { neighbourId } from "./neighbourId";
import { isNarrowed, queueQuery } from "./queueFilter";
import { closedOrder, dueOrder } from "./queueRule";

const row = (sequenceId: string, change: Partial<QueueRow> = {}): QueueRow =>
  aRow(sequenceId, { teamId: null, assignedTo: null, requestState: "queued", ...change });

const leave = (last: QueueRow): ShownRow => ({ row: last, wentTo: { to: "unknown" } });
const known = (...rows: QueueRow[]) => new Map(rows.map((each) => [each.sequenceId, each]));

test("a row that changed stays where it was, a new one is only counted", () => {
  const live = [row("c"), row("b", { unreadCount: 2 }), row("a")];
  const { shown, newCount } = arrangeRows(["a", "b"], live, known(), leave);
  expect(shown.map((each) => each.row.sequenceId)).toEqual(["a", "b"]);
  expect(shown[1]?.row.unreadCount).toBe(2);
  expect(newCount).toBe(1);
});

test("a row that left is shown as leaving, in its place", () => {
  const { shown } = arrangeRows(["a", "b"], [row("b")], known(row("a"), row("b")), leave);
  expect(shown.map((each) => [each.row.sequenceId, each.wentTo !== null])).toEqual([
    ["a", true],
    ["b", false],
  ]);
});

test("the first page is taken as it is, the next one follows, and rows heard meanwhile still wait", () => {
  const first = orderAfterPage([], ["a", "b"], [row("b"), row("a")]);
  expect(first).toEqual(["b", "a"]);
  expect(orderAfterPage(first, ["a", "b", "c"], [row("heard"), row("b"), row("a"), row("c")])).toEqual(["b", "a", "c"]);
});

test("rows that a page brings before the known ones wait to be asked for", () => {
  const read = ["new", "a", "b", "next"];
  expect(
    orderAfterPage(
      ["a", "b"],
      read,
      read.map((id) => row(id)),
    ),
  ).toEqual(["a", "b", "next"]);
});

const ids = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"));

/** Nothing is twice in the list, nothing is forgotten: shown, or counted as new. */
test("every live row is either shown once or counted as new", async () => {
  await fc.assert(
    fc.property(ids, ids, (order, liveIds) => {
      const { shown, newCount } = arrangeRows(
        order,
        liveIds.map((id) => row(id)),
        known(),
        leave,
      );
      expect(shown.length + newCount).toBe(liveIds.length);
      expect(shown.map((each) => each.row.sequenceId)).toEqual(order.filter((id) => liveIds.includes(id)));
    }),
  );
});

test("next due comes first, and requests without a due time come last", () => {
  const rows = [row("a"), row("b", { nextDueAt: new Date(2) }), row("c", { nextDueAt: new Date(1) })];
  expect(rows.sort(dueOrder).map((each) => each.sequenceId)).toEqual(["c", "b", "a"]);
});

test("a row stands neither before nor after itself, so the last row of a page is within it", () => {
  expect(dueOrder(row("a"), row("a"))).toBe(0);
  expect(closedOrder(row("a"), row("a"))).toBe(0);
});

test("j and k walk the list and stop at its ends", () => {
  expect(neighbourId(["a", "b"], null, 1)).toBe("a");
  expect(neighbourId(["a", "b"], "a", 1)).toBe("b");
  expect(neighbourId(["a", "b"], "b", 1)).toBe("b");
  expect(neighbourId(["a", "b"], "gone", -1)).toBe("b");
  expect(neighbourId([], "a", 1)).toBeNull();
});

test('only set filters are sent to the server, and "no category" is a filter of its own', () => {
  expect(queueQuery({ teamId: null, categoryId: null, repId: null, figure: null })).toEqual({});
  expect(queueQuery({ teamId: "t", categoryId: "none", repId: null, figure: "breached" })).toEqual({
    teamId: "t",
    categoryId: null,
    figure: "breached",
  });
  expect(isNarrowed({ teamId: null, categoryId: "none", repId: null, figure: null })).toBe(true);
});
