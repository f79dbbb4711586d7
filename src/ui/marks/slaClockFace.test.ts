import fc from "fast-check";
import { expect, test } from "vitest";
import { clockTurns } from "@/domain/sla/clockTurns";
import { ALWAYS_OPEN } from "@/domain/sla/hours/calendar";
import { readClock } from "@/domain/sla/readClock";
import { type SlaClock, startedClock } from "@/domain/sla/slaClock";
import { pauseClock } from "@/domain/sla/stopClock";
import { calendarOf } from "@/testing/scenes/slaTestCalendars";
import { type ShownClock, slaClockFace } from "./slaClockFace";

const M = 60_000;
const TUESDAY_MS = Date.parse("2026-11-17T00:00:00.000Z");
const OFFICE = calendarOf({
  weekdays: [
    ["10:00", "13:00"],
    ["14:00", "18:00"],
  ],
});
const running = (changes: Partial<ShownClock> = {}): ShownClock => ({
  state: "running",
  dueAt: new Date(60 * M),
  atRiskAt: new Date(50 * M),
  turnsAt: [],
  ...changes,
});

test("a running clock becomes at risk and breached by itself", () => {
  expect(slaClockFace(running(), 49 * M)).toBe("on_track");
  expect(slaClockFace(running(), 50 * M)).toBe("at_risk");
  expect(slaClockFace(running(), 60 * M)).toBe("breached");
});

test("a clock leaves and enters its hours by itself", () => {
  const turning = running({ turnsAt: [new Date(10 * M), new Date(20 * M)] });
  expect([5, 10, 19, 20].map((at) => slaClockFace(turning, at * M))).toEqual([
    "on_track",
    "outside_hours",
    "outside_hours",
    "on_track",
  ]);
  expect(slaClockFace({ ...turning, state: "outside_hours" }, 10 * M)).toBe("on_track");
});

test("a paused or met clock does not depend on the time", () => {
  for (const state of ["paused", "met"] as const) {
    expect(slaClockFace(running({ state, dueAt: new Date(0) }), 99 * M)).toBe(state);
  }
});

/** The face that a screen shows at `atMs` for a clock that it read at `readMs`. */
function faceAt(clock: SlaClock, readMs: number, atMs: number) {
  const reading = readClock(clock, readMs);
  const { atRiskAtMs, turnsAtMs } = clockTurns(clock, reading, readMs);
  const instant = (ms: number | null) => (ms === null ? null : new Date(ms));
  return slaClockFace(
    {
      state: reading.state,
      dueAt: instant(reading.dueAtMs),
      atRiskAt: instant(atRiskAtMs),
      turnsAt: turnsAtMs.map((ms) => new Date(ms)),
    },
    atMs,
  );
}

/** The screen reads the clock at any moment, and shows up to a day later what a new read would give. */
test("a clock that was read once changes by itself into what would be read later", () => {
  const minutes = (most: number) => fc.integer({ min: 0, max: most }).map((count) => count * M);
  fc.assert(
    fc.property(
      fc.constantFrom(null, ALWAYS_OPEN, OFFICE),
      fc.integer({ min: 1, max: 600 }).map((count) => count * M),
      minutes(2 * 1_440),
      minutes(2 * 1_440),
      minutes(1_440),
      fc.boolean(),
      (calendar, budgetMs, startedMs, readAfterMs, shownAfterMs, isPaused) => {
        const started = startedClock("first_reply", { budgetMs, calendar }, TUESDAY_MS + startedMs);
        const readMs = TUESDAY_MS + startedMs + readAfterMs;
        const clock = isPaused ? pauseClock(started, "need_info", readMs) : started;
        expect(faceAt(clock, readMs, readMs + shownAfterMs)).toBe(
          faceAt(clock, readMs + shownAfterMs, readMs + shownAfterMs),
        );
      },
    ),
    { numRuns: 500, seed: 9_497_150 },
  );
});
