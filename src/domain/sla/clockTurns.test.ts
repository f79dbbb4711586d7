import { expect, test } from "vitest";
import { calendarOf, HOUR_MS } from "@/testing/scenes/slaTestCalendars";
import { clockTurns } from "./clockTurns";
import { ALWAYS_OPEN, type Calendar } from "./hours/calendar";
import { readClock } from "./readClock";
import { startedClock } from "./slaClock";

const TUESDAY_MS = Date.parse("2026-11-17T00:00:00.000Z");
/** In UTC+1. */
const OFFICE = calendarOf({
  weekdays: [
    ["10:00", "13:00"],
    ["14:00", "18:00"],
  ],
});

test("a clock around the clock has no turns, and one in office hours has those until it is due", () => {
  const of = (calendar: Calendar | null, budgetMs: number) => {
    const clock = startedClock("first_reply", { budgetMs, calendar }, TUESDAY_MS + 11 * HOUR_MS);
    const { turnsAtMs } = clockTurns(clock, readClock(clock, clock.startedAtMs), clock.startedAtMs);
    return turnsAtMs.map((ms) => (ms - TUESDAY_MS) / HOUR_MS);
  };
  expect(of(null, 90 * HOUR_MS)).toEqual([]);
  expect(of(ALWAYS_OPEN, 90 * HOUR_MS)).toEqual([]);
  expect(of(OFFICE, 6 * HOUR_MS)).toEqual([12, 13, 17, 33]);
  expect(of(OFFICE, 2 * HOUR_MS)).toEqual([12, 13]);
});
