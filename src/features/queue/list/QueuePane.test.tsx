// @vitest-environment happy-dom
import { fireEvent, screen, within } from "@testing-library/react";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import type { QueueRow } from "@/contract/views/queueViews";
import { letterKeys } from "@/features/shell/preferences";
import { aDeskServer } from "@/testing/desk/aDeskServer";
import { type DeskServer, Refusal } from "@/testing/desk/deskServer";
import { aRow, minutesOn, TOM } from "@/testing/desk/deskViews";
import { openDesk, pass, withBrowser } from "@/testing/desk/openDesk";
import { QueuePane, type QueuePaneProps } from "./QueuePane";

withBrowser();

type View = QueuePaneProps["view"];

/** A queue whose requests open as they do at the desk: the address says which one is open. */
function OpenableQueue({ view, onOpen, takeNext }: { view: View } & Pick<QueuePaneProps, "onOpen" | "takeNext">) {
  const [openId, setOpenId] = useState<string | null>(null);
  const [order] = useState({ current: [] as readonly string[] });
  const open = (sequenceId: string) => {
    onOpen(sequenceId);
    setOpenId(sequenceId);
  };
  return (
    <QueuePane
      {...{ view, openId, order, takeNext }}
      hrefOf={(sequenceId) => `#${sequenceId}`}
      onOpen={open}
      isTaking={false}
    />
  );
}

function answerRows(server: DeskServer, rows: readonly QueueRow[], nextCursor: string | null = null): void {
  server.answer("queue.list", () => ({ rows: [...rows], nextCursor, asOf: server.asOf() }));
}

type Address = { view?: View; address?: string; server?: DeskServer };

/** A desk that shows a queue of these rows, or none where the server was told what to answer before. */
async function openQueue(rows: readonly QueueRow[] | null, place: Address = {}) {
  const { view = "mine", address, server = aDeskServer() } = place;
  if (rows) answerRows(server, rows);
  const onOpen = vi.fn();
  const takeNext = vi.fn();
  const desk = await openDesk(<OpenableQueue {...{ view, onOpen, takeNext }} />, server, address);
  return { server, onOpen, takeNext, ...desk };
}

/** Tells the page of a row as it is now. */
function tellRow(server: DeskServer, row: QueueRow): void {
  server.tell({ type: "sequence", row, clocks: [] });
}

const links = () => within(screen.getByRole("list", { name: /^(Closed )?[Rr]equests/ })).getAllByRole("link");
const idsShown = () => links().map((link) => link.getAttribute("data-sequence"));
const link = (sequenceId: string) => links().find((each) => each.getAttribute("data-sequence") === sequenceId);
const focusedId = () => document.activeElement?.getAttribute("data-sequence") ?? null;

test("a slow queue says that it loads, and the next request can be taken meanwhile", async () => {
  const server = aDeskServer();
  const release = server.holdBack("queue.list");
  const { user, takeNext } = await openQueue([aRow("a")], { server });
  await pass(200);
  expect(screen.getByText("Loading…")).toBeTruthy();
  await user.keyboard("t");
  expect(takeNext).toHaveBeenCalledTimes(1);
  release();
  await pass();
  expect(screen.queryByText("Loading…")).toBeNull();
  expect(idsShown()).toEqual(["a"]);
});

test("a queue that cannot be read says why, and can be read again", async () => {
  const server = aDeskServer();
  server.answer("queue.list", () => {
    throw new Refusal("not_allowed", 403);
  });
  const { user } = await openQueue(null, { server });
  expect(screen.getByRole("alert").textContent).toContain("Your role does not allow this.");
  answerRows(server, [aRow("a")]);
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await pass();
  expect(screen.queryByRole("alert")).toBeNull();
  expect(idsShown()).toEqual(["a"]);
});

test("an empty queue says what will be in it; the rep's own offers the next of the unassigned requests", async () => {
  const server = aDeskServer();
  server.answer("queue.counts", () => ({
    ...{ mine: 0, unassigned: 3, closed: 0, backchannels: 0, invitations: 0 },
    teams: [],
  }));
  const mine = await openQueue([], { server });
  expect(screen.getByText("Nothing waiting for you.")).toBeTruthy();
  await mine.user.click(screen.getByRole("button", { name: "Take the next request (3 unassigned)" }));
  expect(mine.takeNext).toHaveBeenCalledTimes(1);
  await mine.close();
  await openQueue([], { server, view: "team" });
  expect(screen.getByText("Nothing waiting in your teams.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /Take/ })).toBeNull();
});

test("a queue that is empty because of its filters offers to clear them", async () => {
  const { server, user } = await openQueue([], { address: "?categoryId=none" });
  expect(server.inputsOf("queue.list").at(-1)).toMatchObject({ view: "mine", categoryId: null });
  expect(screen.getByText("No request matches these filters.")).toBeTruthy();
  answerRows(server, [aRow("a")]);
  await user.click(screen.getAllByRole("button", { name: "Clear filters" })[0] as HTMLElement);
  await pass();
  expect(server.inputsOf("queue.list").at(-1)).not.toHaveProperty("categoryId");
  expect(idsShown()).toEqual(["a"]);
  expect(screen.queryByRole("button", { name: "Clear filters" })).toBeNull();
});

test("the next due request is first, those without a due time are last; closed ones begin with the latest", async () => {
  const open = await openQueue([
    aRow("never"),
    aRow("later", { nextDueAt: minutesOn(60) }),
    aRow("soon", { nextDueAt: minutesOn(5) }),
  ]);
  expect(idsShown()).toEqual(["soon", "later", "never"]);
  await open.close();
  const closed = (sequenceId: string, closedAt: Date) =>
    aRow(sequenceId, { closedAt, state: "closed", requestState: "retired" });
  await openQueue([closed("earlier", minutesOn(-60)), closed("later", minutesOn(-5))], { view: "closed" });
  expect(idsShown()).toEqual(["later", "earlier"]);
});

test("a row says in words what it shows by signs", async () => {
  await openQueue(
    [
      aRow("a", {
        ...{ subject: "", unreadCount: 2, isEscalated: true, tags: ["vip"] },
        ...{ assignedTo: null, requestState: "queued" },
      }),
    ],
    { view: "team" },
  );
  for (const words of ["No target", "No subject yet", "Escalated", "2 unread messages", "Open", "Ana Costa"])
    expect(link("a")?.textContent).toContain(words);
  for (const words of ["No category", "vip", "No rep yet"]) expect(link("a")?.textContent).toContain(words);
});

test("the clock of a row turns from due to at risk to breached by time alone", async () => {
  const clock = { metric: "first_reply" as const, state: "running" as const };
  await openQueue([aRow("a", { clock: { ...clock, dueAt: minutesOn(10), atRiskAt: minutesOn(8), turnsAt: [] } })]);
  const said = () => screen.getByRole("timer").title;
  expect(said()).toMatch(/First reply: due in 9 minutes/);
  await pass(8 * 60_000);
  expect(said()).toMatch(/First reply: at risk, due in 1 minute/);
  await pass(3 * 60_000);
  expect(said()).toMatch(/First reply: breached, 1 minute/);
});

test("with nothing open, j and k move the focus and stop at the ends, and Enter opens", async () => {
  const { user, onOpen } = await openQueue([aRow("a"), aRow("b"), aRow("c")]);
  await user.keyboard("j");
  expect(focusedId()).toBe("a");
  await user.keyboard("jjj");
  expect(focusedId()).toBe("c");
  await user.keyboard("k");
  expect(focusedId()).toBe("b");
  expect(onOpen).not.toHaveBeenCalled();
  await user.keyboard("{Enter}");
  expect(onOpen.mock.calls).toEqual([["b"]]);
  expect(link("b")?.getAttribute("aria-current")).toBe("true");
});

test("with a request open, j and k open the next and the previous one", async () => {
  const { user, onOpen } = await openQueue([aRow("a"), aRow("b"), aRow("c")]);
  await user.click(link("b") as HTMLElement);
  await user.keyboard("j");
  await user.keyboard("k");
  await user.keyboard("k");
  await user.keyboard("k");
  expect(onOpen.mock.calls).toEqual([["b"], ["c"], ["b"], ["a"], ["a"]]);
});

test("arrow keys, Home and End walk the rows, one of which is in the tab order", async () => {
  const { user } = await openQueue([aRow("a"), aRow("b"), aRow("c")]);
  const tabStops = () => links().flatMap((each) => (each.tabIndex === 0 ? [each.getAttribute("data-sequence")] : []));
  expect(tabStops()).toEqual(["a"]);
  link("a")?.focus();
  await user.keyboard("{ArrowDown}");
  expect([focusedId(), tabStops()]).toEqual(["b", ["b"]]);
  await user.keyboard("{End}");
  expect([focusedId(), tabStops()]).toEqual(["c", ["c"]]);
  await user.keyboard("{Home}");
  await user.keyboard("{ArrowUp}");
  expect([focusedId(), tabStops()]).toEqual(["a", ["a"]]);
});

test("single letters do nothing in a text field, or when they are switched off", async () => {
  const server = aDeskServer();
  answerRows(server, [aRow("a")]);
  const takeNext = vi.fn();
  const beside = (
    <>
      <input aria-label="Subject" />
      <OpenableQueue view="mine" onOpen={vi.fn()} takeNext={takeNext} />
    </>
  );
  const { user } = await openDesk(beside, server);
  await user.type(screen.getByRole("textbox", { name: "Subject" }), "jt");
  expect(focusedId()).toBeNull();
  letterKeys.turn(false);
  (document.activeElement as HTMLElement).blur();
  await user.keyboard("jt");
  letterKeys.turn(true);
  expect(focusedId()).toBeNull();
  expect(takeNext).not.toHaveBeenCalled();
  await user.keyboard("t");
  expect(takeNext).toHaveBeenCalledTimes(1);
});

test("a click with a modifier key is left to the browser, which opens a new tab", async () => {
  const { onOpen } = await openQueue([aRow("a")]);
  expect(link("a")?.getAttribute("href")).toBe("#a");
  expect(fireEvent.click(link("a") as HTMLElement, { ctrlKey: true })).toBe(true);
  expect(onOpen).not.toHaveBeenCalled();
  expect(fireEvent.click(link("a") as HTMLElement)).toBe(false);
  expect(onOpen.mock.calls).toEqual([["a"]]);
});

test("B1: a new request moves no row; it is counted, announced, and shown in its place on request", async () => {
  const { server, user } = await openQueue([aRow("a", { nextDueAt: minutesOn(60) })]);
  tellRow(server, aRow("urgent", { nextDueAt: minutesOn(5) }));
  await pass();
  expect(idsShown()).toEqual(["a"]);
  expect(screen.getByRole("button", { name: /1 new/ })).toBeTruthy();
  expect(document.querySelector("[aria-live=polite]")?.textContent).toBe("1 new request, press full stop to show");
  await user.keyboard(".");
  expect(idsShown()).toEqual(["urgent", "a"]);
  expect(screen.queryByRole("button", { name: /new/ })).toBeNull();
});

test("B1: a changed request is updated in place", async () => {
  const { server } = await openQueue([aRow("a", { nextDueAt: minutesOn(5) }), aRow("b", { nextDueAt: minutesOn(9) })]);
  tellRow(server, aRow("b", { nextDueAt: minutesOn(1), unreadCount: 1, version: 2 }));
  await pass();
  expect(idsShown()).toEqual(["a", "b"]);
  expect(link("b")?.textContent).toContain("1 unread message");
});

test("a request that leaves the queue stays in place and says where it went, until the rep shows new rows", async () => {
  const { server, user } = await openQueue([aRow("a"), aRow("b"), aRow("c")]);
  tellRow(server, aRow("a", { assignedTo: { id: TOM.id, name: TOM.name }, version: 2 }));
  tellRow(server, aRow("b", { requestState: "retired", state: "closed", version: 2 }));
  await pass();
  expect(idsShown()).toEqual(["a", "b", "c"]);
  expect(link("a")?.textContent).toContain("Moved to Tom Reyes");
  expect(link("b")?.textContent).toContain("Closed");
  tellRow(server, aRow("d"));
  await pass();
  await user.keyboard(".");
  expect(idsShown()).toEqual(["c", "d"]);
});

test("P2: a request that the viewer may no longer see says only that it left", async () => {
  const waiting = { assignedTo: null, requestState: "queued" } as const;
  const { server } = await openQueue([aRow("a", waiting), aRow("b", waiting)], { view: "team" });
  server.tell({ type: "hidden", interactionId: null, sequenceId: "a" });
  await pass();
  expect(link("a")?.textContent).toContain("Left this view");
});

test("a request of mine that I may no longer see does not claim to be with me, nor its clock to run", async () => {
  const clock = { metric: "first_reply" as const, state: "running" as const };
  const { server } = await openQueue([
    aRow("a", { clock: { ...clock, dueAt: minutesOn(10), atRiskAt: minutesOn(8), turnsAt: [] }, unreadCount: 1 }),
    aRow("b"),
  ]);
  tellRow(server, aRow("a", { version: 2 }));
  await pass();
  server.tell({ type: "hidden", interactionId: null, sequenceId: "a" });
  await pass();
  expect(link("a")?.textContent).toBe("Subject of aLeft this view");
  expect(screen.queryByRole("timer")).toBeNull();
  tellRow(server, aRow("a", { version: 3 }));
  await pass();
  expect(link("a")?.textContent).toContain("Ana Costa");
});

test("a request that was seen to move on and is then hidden no longer names who has it", async () => {
  const { server } = await openQueue([aRow("a"), aRow("b")]);
  tellRow(server, aRow("a", { ...WITH_TOM, version: 2 }));
  await pass();
  expect(link("a")?.textContent).toContain("Moved to Tom Reyes");
  server.tell({ type: "hidden", interactionId: null, sequenceId: "a" });
  await pass();
  expect(link("a")?.textContent).toBe("Subject of aLeft this view");
});

test("a request that pages read again no longer hold says only that it left", async () => {
  const { server } = await openQueue([aRow("a"), aRow("b")]);
  answerRows(server, [aRow("b")]);
  server.tell({ type: "resync" });
  await pass();
  expect(idsShown()).toEqual(["a", "b"]);
  expect(link("a")?.textContent).toContain("Left this view");
});

const WITH_TOM = { assignedTo: { id: TOM.id, name: TOM.name } };
const QUEUED = { assignedTo: null, requestState: "queued" } as const;
const UNASSIGNED = { assignedTo: null, teamId: null, requestState: "unassigned" } as const;
const CLOSED = { requestState: "retired", state: "closed", closedAt: minutesOn(-1) } as const;

type Leaving = { view: View; address?: string; before?: Partial<QueueRow>; now: Partial<QueueRow>; words: string };

const WAYS_OUT: Leaving[] = [
  { view: "mine", now: QUEUED, words: "Moved to Billing" },
  { view: "mine", now: { ...QUEUED, teamId: "legal" }, words: "Left this view" },
  { view: "mine", now: UNASSIGNED, words: "Unassigned now" },
  { view: "mine", now: CLOSED, words: "Closed" },
  { view: "mine", address: "?teamId=billing", now: { teamId: "legal" }, words: "Left this view" },
  { view: "mine", address: "?categoryId=none", now: { categoryId: "refunds" }, words: "Category is now Refunds" },
  {
    ...{ view: "mine", address: "?categoryId=refunds", before: { categoryId: "refunds" } },
    ...{ now: { categoryId: null }, words: "No category now" },
  },
  { view: "team", before: QUEUED, now: {}, words: "With you now" },
  { view: "team", before: QUEUED, now: WITH_TOM, words: "Moved to Tom Reyes" },
  { view: "team", before: QUEUED, now: { ...QUEUED, teamId: "legal" }, words: "Left this view" },
  { view: "team", before: QUEUED, now: UNASSIGNED, words: "Unassigned now" },
  { view: "unassigned", before: UNASSIGNED, now: {}, words: "With you now" },
  { view: "unassigned", before: UNASSIGNED, now: QUEUED, words: "Moved to Billing" },
  { view: "closed", before: CLOSED, now: {}, words: "Reopened" },
  { view: "closed", before: CLOSED, now: { ...CLOSED, ...WITH_TOM, teamId: "legal" }, words: "Left this view" },
];

test.each(WAYS_OUT)(
  "a request that leaves the view $view says $words",
  async ({ view, address, before, now, words }) => {
    const server = aDeskServer();
    server.answer("category.list", () => [
      { id: "refunds", name: "Refunds", parentId: null, teamId: "billing", isRetired: false },
    ]);
    answerRows(server, [aRow("a", before)]);
    await openQueue(null, { server, view, ...(address === undefined ? {} : { address }) });
    expect(link("a")?.textContent).toContain("Ana Costa");
    tellRow(server, aRow("a", { version: 2, ...now }));
    await pass();
    expect(link("a")?.textContent).toContain(words);
    expect(link("a")?.textContent).not.toContain("Ana Costa");
  },
);

test("a request that falls due after what was read says that it is further down, not that it left", async () => {
  const server = aDeskServer();
  const rows = Array.from({ length: 40 }, (_, index) => aRow(`row-${index}`, { nextDueAt: minutesOn(index + 1) }));
  answerRows(server, rows, "from 40");
  await openQueue(null, { server });
  tellRow(server, aRow("row-0", { nextDueAt: minutesOn(60), version: 2 }));
  await pass();
  expect(link("row-0")?.textContent).toContain("Further down in this list");
});

test("a request that leaves a figure of the board says that it is closed, but not that its rep is new", async () => {
  const server = aDeskServer();
  await openQueue([aRow("a", WITH_TOM), aRow("b", WITH_TOM)], {
    ...{ server, view: "board", address: "?figure=breached" },
  });
  answerRows(server, []);
  tellRow(server, aRow("a", { ...WITH_TOM, version: 2 }));
  tellRow(server, aRow("b", { ...WITH_TOM, ...CLOSED, version: 2 }));
  server.tell({ type: "board_moved" });
  await pass();
  expect(link("a")?.textContent).toContain("Left this view");
  expect(link("b")?.textContent).toContain("Closed");
});

test("R11: the team's queue says why requests wait, for all teams or the chosen one", async () => {
  const server = aDeskServer();
  const nobody = { opensAtMs: null, threshold: null, atThreshold: 0, withoutRoom: 0, withoutSkills: 0, declined: 0 };
  server.answer("queue.holds", () => ({
    teams: [
      {
        ...{ teamId: "billing", name: "Billing", waiting: 2, own: null },
        hold: { ...nobody, reason: "above_threshold", threshold: 3, atThreshold: 2, withoutRoom: 1, offDuty: 0 },
      },
      {
        ...{ teamId: "legal", name: "Legal", waiting: 1, own: null },
        hold: { ...nobody, reason: "closed", opensAtMs: minutesOn(240).getTime(), offDuty: 0 },
      },
      { teamId: "sales", name: "Sales", waiting: 1, own: null, hold: null },
    ],
    requests: [],
  }));
  const waiting = aRow("a", { assignedTo: null, requestState: "queued" });
  const all = await openQueue([waiting], { server, view: "team" });
  const reasons = () =>
    within(screen.getByRole("list", { name: "Why requests wait" }))
      .getAllByRole("listitem")
      .map((line) => line.textContent?.replace(/\u202f/g, " "));
  expect(reasons()).toEqual([
    "Billing: 2 reps have reached the team’s threshold of 3 and 1 has no room",
    "Legal: opens 2:00 PM",
  ]);
  await all.close();
  await openQueue([waiting], { server, view: "team", address: "?teamId=legal" });
  expect(reasons()).toEqual(["Legal: opens 2:00 PM"]);
});

test("the next page of a long queue is read near its end, and its length is told once known", async () => {
  const server = aDeskServer();
  const rows = Array.from({ length: 120 }, (_, index) => aRow(`row-${index}`, { nextDueAt: minutesOn(index + 1) }));
  server.answer("queue.list", ({ cursor }) => ({
    rows: typeof cursor === "string" ? rows.slice(100) : rows.slice(0, 100),
    nextCursor: typeof cursor === "string" ? null : "from 100",
    asOf: server.asOf(),
  }));
  const { user } = await openQueue(null, { server });
  const sizes = () => new Set(screen.getAllByRole("listitem").map((line) => line.getAttribute("aria-setsize")));
  expect(server.inputsOf("queue.list")).toHaveLength(1);
  expect(links().length).toBeLessThan(40);
  expect(sizes()).toEqual(new Set(["-1"]));
  link("row-0")?.focus();
  await user.keyboard("{End}");
  await pass();
  expect(focusedId()).toBe("row-99");
  expect(server.inputsOf("queue.list")).toHaveLength(2);
  expect(sizes()).toEqual(new Set(["120"]));
});

test("a supervisor sees what colleagues close as a new row, once it is asked for", async () => {
  const closed = (sequenceId: string, minutes: number) =>
    aRow(sequenceId, {
      ...{ closedAt: minutesOn(minutes), state: "closed", requestState: "retired" },
      assignedTo: TOM,
    });
  const teams = [{ id: "billing", name: "Billing", isSupervisor: true, isSpecialist: false }];
  const server = aDeskServer({ mayWatchBoard: true, role: "supervisor", teams });
  const { user } = await openQueue([closed("later", -5), closed("earlier", -60)], { view: "closed", server });
  answerRows(server, [closed("last", 0), closed("later", -5), closed("earlier", -60)]);
  server.tell({ type: "board_moved" });
  await pass();
  expect(idsShown()).toEqual(["later", "earlier"]);
  await user.click(screen.getByRole("button", { name: /1 new – show/ }));
  expect(idsShown()).toEqual(["last", "later", "earlier"]);
});
