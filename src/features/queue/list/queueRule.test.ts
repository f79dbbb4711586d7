import { expect, test } from "vitest";
import type { QueueRow } from "@/contract/views/queueViews";
import { aRow } from "@/testing/desk/deskViews";
import type { QueueFilter } from "./queueFilter";
import { queueRule } from "./queueRule";

const row = (change: Partial<QueueRow>): QueueRow => aRow("s", { assignedTo: null, requestState: "queued", ...change });

const MIA = { partyId: "mia", teamIds: ["billing"], supervisedTeamIds: [] };
const NO_FILTER: QueueFilter = { teamId: null, categoryId: null, repId: null, figure: null };
const withMia = { requestState: "assigned", assignedTo: { id: "mia", name: "Mia" } } as const;

test("each view holds its own requests and no others", () => {
  const holds = (view: "mine" | "team" | "unassigned", change: Partial<QueueRow>) =>
    queueRule(view, NO_FILTER, MIA, new Set()).belongs(row(change));
  expect(holds("mine", withMia)).toBe(true);
  expect(holds("mine", { ...withMia, requestState: "retired" })).toBe(false);
  expect(holds("mine", { requestState: "assigned", assignedTo: { id: "tom", name: "Tom" } })).toBe(false);
  expect(holds("team", {})).toBe(true);
  expect(holds("team", { teamId: "legal" })).toBe(false);
  expect(holds("team", withMia)).toBe(false);
  expect(holds("unassigned", { requestState: "unassigned", teamId: null })).toBe(true);
});

test("closed requests of the viewer and of their teams come newest first", () => {
  const rule = queueRule("closed", NO_FILTER, MIA, new Set());
  const closed = (change: Partial<QueueRow>) => row({ state: "closed", requestState: "retired", ...change });
  expect(rule.belongs(closed({ teamId: null, assignedTo: { id: "mia", name: "Mia" } }))).toBe(true);
  const withTom = { assignedTo: { id: "tom", name: "Tom" } };
  expect(rule.belongs(closed({}))).toBe(true);
  expect(rule.belongs(closed({ teamId: "legal" }))).toBe(false);
  expect(rule.belongs(closed(withTom))).toBe(false);
  const supervising = queueRule("closed", NO_FILTER, { ...MIA, supervisedTeamIds: ["billing"] }, new Set());
  expect(supervising.belongs(closed(withTom))).toBe(true);
  expect(supervising.belongs(closed({ ...withTom, teamId: "legal" }))).toBe(false);
  expect(rule.belongs(row(withMia))).toBe(false);
  const [earlier, later] = [closed({ closedAt: new Date(1) }), closed({ closedAt: new Date(2) })];
  expect([earlier, later].sort(rule.order)).toEqual([later, earlier]);
});

test("a filter narrows by team, category and rep, and by having none of them", () => {
  const passes = (filter: Partial<QueueFilter>, change: Partial<QueueRow>) =>
    queueRule("board", { ...NO_FILTER, ...filter }, MIA, new Set(["s"])).belongs(row(change));
  expect(passes({ categoryId: "refunds" }, { categoryId: "refunds" })).toBe(true);
  expect(passes({ categoryId: "refunds" }, {})).toBe(false);
  expect(passes({ categoryId: "none" }, {})).toBe(true);
  expect(passes({ teamId: "none" }, { teamId: null })).toBe(true);
  expect(passes({ repId: "mia" }, withMia)).toBe(true);
});

test("only the server knows the requests behind a figure of the board: no heard row is added", () => {
  const rule = queueRule("board", NO_FILTER, MIA, new Set(["read"]));
  expect(rule.belongs(row({ sequenceId: "read" }))).toBe(true);
  expect(rule.belongs(row({ sequenceId: "heard" }))).toBe(false);
});
