import { expect, test } from "vitest";
import type { ClockView } from "@/contract/views/requestViews";
import { openClocks } from "./openClocks";

const clock = (
  metric: ClockView["metric"],
  dueMs: number | null,
  state: ClockView["state"] = "running",
): ClockView => ({
  metric,
  state,
  dueAt: dueMs === null ? null : new Date(dueMs),
  atRiskAt: null,
  turnsAt: [],
});

test("each metric that is still open is shown once, the next due first", () => {
  const shown = openClocks([
    clock("pick_up", null, "met"),
    clock("status_update", 50),
    clock("resolution", null, "paused"),
    clock("status_update", 20),
    clock("next_reply", 30, "breached"),
  ]);
  expect(shown.map(({ metric, dueAt }) => [metric, dueAt?.getTime() ?? null])).toEqual([
    ["status_update", 20],
    ["next_reply", 30],
    ["resolution", null],
  ]);
});

test("clocks that stand still have one order, whatever order they came in", () => {
  const still = (["resolution", "pick_up", "first_reply"] as const).map((metric) => clock(metric, null, "paused"));
  const orders = [still, [...still].reverse()].map((clocks) => openClocks(clocks).map(({ metric }) => metric));
  expect(orders).toEqual([
    ["pick_up", "first_reply", "resolution"],
    ["pick_up", "first_reply", "resolution"],
  ]);
});
