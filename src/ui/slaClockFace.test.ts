import { expect, test } from "vitest";
import { type ShownClock, slaClockFace } from "./slaClockFace";

const M = 60_000;
const running = (leftMs: number, isAtRisk = false): ShownClock => ({
  state: "running",
  dueAt: new Date(leftMs),
  isAtRisk,
});

test("a running clock passes into risk and into breach by itself", () => {
  expect(slaClockFace(running(30 * M), 0)).toBe("on_track");
  expect(slaClockFace(running(5 * M), 0)).toBe("at_risk");
  expect(slaClockFace(running(5 * M), 5 * M)).toBe("breached");
});

test("the policy can call a clock at risk earlier", () => {
  expect(slaClockFace(running(60 * M, true), 0)).toBe("at_risk");
});

test("a clock that stands still or is met does not look at the time", () => {
  for (const state of ["paused", "outside_hours", "met"] as const) {
    expect(slaClockFace({ state, dueAt: new Date(0), isAtRisk: true }, 99 * M)).toBe(state);
  }
});
