import fc from "fast-check";
import { expect, test } from "vitest";
import {
  anyCalendar,
  anyInstantMs,
  calendarOf,
  HOUR_MS,
  instant,
  MINUTE_MS,
  NINE_TO_FIVE,
} from "@/testing/scenes/slaTestCalendars";
import { decideBreach } from "./decideBreach";
import type { Calendar } from "./hours/calendar";
import { openMsBetween } from "./hours/openHours";
import { mergeClocks } from "./mergeClocks";
import { readClock } from "./readClock";
import { rebaseClock } from "./rebaseClock";
import { type SlaClock, startedClock } from "./slaClock";
import { meetClock, pauseClock, reopenClock, resumeClock } from "./stopClock";

fc.configureGlobal({ seed: 20_261_123 });

const at = (text: string) => instant(text, "Europe/Madrid");

const started = (text: string, budgetMs: number, calendar: Calendar | null = NINE_TO_FIVE) =>
  startedClock("first_reply", { budgetMs, calendar }, at(text));

test("a running clock shows its due time and the open time left", () => {
  const clock = started("2026-11-20T16:00", 3 * HOUR_MS);
  expect(readClock(clock, at("2026-11-20T16:30"))).toEqual({
    state: "running",
    dueAtMs: at("2026-11-23T11:00"),
    remainingMs: 2.5 * HOUR_MS,
    isAtRisk: false,
    isLate: false,
  });
  expect(readClock(clock, at("2026-11-21T12:00"))).toMatchObject({ state: "outside_hours", remainingMs: 2 * HOUR_MS });
});

test("a clock without a calendar runs around the clock", () => {
  const clock = started("2026-11-21T23:00", 2 * HOUR_MS, null);
  expect(readClock(clock, at("2026-11-22T00:00"))).toMatchObject({ state: "running", dueAtMs: at("2026-11-22T01:00") });
});

test("a clock is at risk once 15 % of its budget or five minutes are left", () => {
  const long = started("2026-11-23T09:00", 4 * HOUR_MS);
  expect(readClock(long, at("2026-11-23T12:23")).isAtRisk).toBe(false);
  expect(readClock(long, at("2026-11-23T12:24")).isAtRisk).toBe(true);
  const short = started("2026-11-23T09:00", 10 * MINUTE_MS);
  expect(readClock(short, at("2026-11-23T09:04")).isAtRisk).toBe(false);
  expect(readClock(short, at("2026-11-23T09:05")).isAtRisk).toBe(true);
  expect(readClock(short, at("2026-11-23T09:10")).isAtRisk).toBe(false);
});

test("a breach is dated at the due instant, however late it is found, and is decided once", () => {
  const clock = started("2026-11-23T09:00", HOUR_MS);
  expect(decideBreach(clock, at("2026-11-23T10:00") - 1)).toBeNull();
  const breach = { metric: "first_reply", breachedAtMs: at("2026-11-23T10:00") };
  expect(decideBreach(clock, at("2026-11-23T10:00"))).toEqual(breach);
  expect(decideBreach(clock, at("2026-11-24T09:00"))).toEqual(breach);
  expect(decideBreach({ ...clock, breachedAtMs: breach.breachedAtMs }, at("2026-11-24T09:00"))).toBeNull();
});

test("after a breach the time left is negative by the open time overdue", () => {
  const clock = started("2026-11-23T16:00", HOUR_MS);
  expect(readClock(clock, at("2026-11-24T09:10"))).toEqual({
    state: "breached",
    dueAtMs: at("2026-11-23T17:00"),
    remainingMs: -10 * MINUTE_MS,
    isAtRisk: false,
    isLate: true,
  });
});

test("a paused clock has no due time, its time left does not change, and it is not breached", () => {
  const paused = pauseClock(started("2026-11-23T09:00", HOUR_MS), "need_info", at("2026-11-23T09:20"));
  const nextDay = at("2026-11-24T12:00");
  expect(readClock(paused, nextDay)).toMatchObject({ state: "paused", dueAtMs: null, remainingMs: 40 * MINUTE_MS });
  expect(readClock(paused, nextDay)).toMatchObject({ isAtRisk: false, isLate: false });
  expect(decideBreach(paused, nextDay)).toBeNull();
  expect(readClock(resumeClock(paused, "need_info", nextDay), nextDay).dueAtMs).toBe(at("2026-11-24T12:40"));
});

test("a pause takes off only the open hours in it", () => {
  const clock = started("2026-11-23T16:00", 3 * HOUR_MS);
  const over = (from: string, until: string) =>
    readClock(resumeClock(pauseClock(clock, "pending", at(from)), "pending", at(until)), at(until)).dueAtMs;
  expect(over("2026-11-23T18:00", "2026-11-24T08:00")).toBe(at("2026-11-24T11:00"));
  expect(over("2026-11-23T16:30", "2026-11-24T09:30")).toBe(at("2026-11-24T12:00"));
});

test("a pause from before opening until after closing takes off the whole day", () => {
  const paused = pauseClock(started("2026-11-23T08:00", HOUR_MS), "pending", at("2026-11-23T08:30"));
  const resumed = resumeClock(paused, "pending", at("2026-11-23T18:00"));
  expect(readClock(resumed, at("2026-11-23T18:00"))).toMatchObject({ state: "outside_hours", remainingMs: HOUR_MS });
  expect(readClock(resumed, at("2026-11-23T18:00")).dueAtMs).toBe(at("2026-11-24T10:00"));
});

test("two overlapping reasons are taken off once, and the clock goes on when both are gone", () => {
  const snoozed = pauseClock(started("2026-11-23T09:00", HOUR_MS), "snoozed", at("2026-11-23T09:10"));
  const both = pauseClock(snoozed, "need_info", at("2026-11-23T09:20"));
  const one = resumeClock(both, "snoozed", at("2026-11-23T09:30"));
  expect(readClock(one, at("2026-11-23T09:35")).state).toBe("paused");
  const none = resumeClock(one, "need_info", at("2026-11-23T09:40"));
  expect(readClock(none, at("2026-11-23T09:40")).dueAtMs).toBe(at("2026-11-23T10:30"));
});

test("a pause longer than the look-ahead keeps the due time", () => {
  const paused = pauseClock(started("2026-11-23T09:00", HOUR_MS), "pending", at("2026-11-23T09:30"));
  const resumed = resumeClock(paused, "pending", at("2029-11-23T09:00"));
  expect(readClock(resumed, at("2029-11-23T09:00")).dueAtMs).toBe(at("2029-11-23T09:30"));
});

test("pausing or meeting an overdue clock does not hide its breach", () => {
  const clock = started("2026-11-23T09:00", HOUR_MS);
  const breachedAtMs = at("2026-11-23T10:00");
  expect(pauseClock(clock, "pending", at("2026-11-23T10:05"))).toMatchObject({ breachedAtMs });
  expect(meetClock(clock, at("2026-11-23T10:05"))).toMatchObject({ breachedAtMs, metAtMs: at("2026-11-23T10:05") });
});

test("a met clock no longer changes, and says whether it was late", () => {
  const clock = started("2026-11-23T09:00", HOUR_MS);
  const later = at("2026-11-25T12:00");
  expect(readClock(meetClock(clock, at("2026-11-23T09:45")), later)).toEqual({
    state: "met",
    dueAtMs: null,
    remainingMs: 15 * MINUTE_MS,
    isAtRisk: false,
    isLate: false,
  });
  expect(readClock(meetClock(clock, at("2026-11-23T10:30")), later)).toMatchObject({
    state: "met",
    remainingMs: -30 * MINUTE_MS,
    isLate: true,
  });
  expect(decideBreach(meetClock(clock, at("2026-11-23T10:30")), later)).toBeNull();
});

test("meeting twice keeps the first time, and a met clock cannot be paused", () => {
  const met = meetClock(started("2026-11-23T09:00", HOUR_MS), at("2026-11-23T09:30"));
  expect(meetClock(met, at("2026-11-23T09:40"))).toBe(met);
  expect(pauseClock(met, "pending", at("2026-11-23T09:40"))).toBe(met);
});

test("a reopened clock goes on without the closed time", () => {
  const closed = meetClock(started("2026-11-23T09:00", 4 * HOUR_MS), at("2026-11-23T10:00"));
  const reopened = reopenClock(closed, at("2026-11-24T11:00"));
  expect(readClock(reopened, at("2026-11-24T11:00"))).toMatchObject({ state: "running", remainingMs: 3 * HOUR_MS });
  expect(readClock(reopened, at("2026-11-24T11:00")).dueAtMs).toBe(at("2026-11-24T14:00"));
});

test("another policy moves the due time, and a breached clock stays unchanged", () => {
  const clock = started("2026-11-23T09:00", HOUR_MS);
  const longer = rebaseClock(clock, { budgetMs: 2 * HOUR_MS, calendar: NINE_TO_FIVE }, at("2026-11-23T09:30"));
  expect(readClock(longer, at("2026-11-23T09:30"))).toMatchObject({ dueAtMs: at("2026-11-23T11:00"), isLate: false });

  const late = rebaseClock(clock, { budgetMs: 2 * HOUR_MS, calendar: NINE_TO_FIVE }, at("2026-11-23T10:30"));
  expect(late).toBe(clock);
  expect(decideBreach(late, at("2026-11-23T11:30"))).toMatchObject({ breachedAtMs: at("2026-11-23T10:00") });
});

test("a shorter promise that is already used up is due at once, and not earlier", () => {
  const clock = started("2026-11-23T09:00", HOUR_MS);
  const short = rebaseClock(clock, { budgetMs: HOUR_MS / 4, calendar: NINE_TO_FIVE }, at("2026-11-23T09:30"));
  expect(readClock(short, at("2026-11-23T09:30"))).toMatchObject({
    state: "breached",
    dueAtMs: at("2026-11-23T09:30"),
    remainingMs: -HOUR_MS / 4,
  });
});

test("a clock moved to another team counts by its hours from then on, and keeps what it counted", () => {
  const clock = started("2026-11-23T16:00", 2 * HOUR_MS);
  const evenings = calendarOf({ weekdays: [["18:00", "21:00"]] });
  const moved = rebaseClock(clock, { budgetMs: clock.budgetMs, calendar: evenings }, at("2026-11-23T16:30"));
  expect(readClock(clock, at("2026-11-23T16:30")).dueAtMs).toBe(at("2026-11-24T10:00"));
  expect(readClock(moved, at("2026-11-23T16:30"))).toMatchObject({
    state: "outside_hours",
    remainingMs: 1.5 * HOUR_MS,
    dueAtMs: at("2026-11-23T19:30"),
  });
  const back = rebaseClock(moved, { budgetMs: clock.budgetMs, calendar: NINE_TO_FIVE }, at("2026-11-23T18:30"));
  expect(readClock(back, at("2026-11-23T18:30")).dueAtMs).toBe(at("2026-11-24T10:00"));
  const met = meetClock(clock, at("2026-11-23T16:10"));
  expect(rebaseClock(met, { budgetMs: 1, calendar: evenings }, at("2026-11-23T16:30"))).toBe(met);
});

test("after a merge the earlier start wins, and a first reply that was met stays met", () => {
  const early = started("2026-11-23T09:00", HOUR_MS);
  const late = started("2026-11-23T09:30", HOUR_MS);
  expect(mergeClocks(late, early).startedAtMs).toBe(early.startedAtMs);
  expect(mergeClocks(early, late).startedAtMs).toBe(early.startedAtMs);

  const met = meetClock(late, at("2026-11-23T09:40"));
  expect(mergeClocks(early, met)).toBe(met);
  expect(mergeClocks(met, early)).toBe(met);

  const next = (clock: SlaClock): SlaClock => ({ ...clock, metric: "next_reply" });
  expect(mergeClocks(next(met), next(early)).metAtMs).toBeNull();
  expect(() => mergeClocks(met, next(early))).toThrow(RangeError);
});

test("before its start a clock has its whole budget", () => {
  const clock = started("2026-11-23T09:00", HOUR_MS);
  expect(readClock(clock, at("2026-11-23T08:59")).remainingMs).toBe(HOUR_MS);
  expect(meetClock(clock, at("2026-11-23T08:59")).breachedAtMs).toBeNull();
});

test("a clock without further open hours has no due time, and reading it does not fail", () => {
  const none = { ...NINE_TO_FIVE, weekly: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } };
  const clock = started("2026-11-23T09:00", HOUR_MS, none);
  expect(readClock(clock, at("2026-11-24T09:00"))).toMatchObject({ state: "outside_hours", dueAtMs: null });
});

const anyBudgetMs = fc.integer({ min: 1, max: 30 * HOUR_MS });
const anyOffsetMs = fc.integer({ min: -20 * HOUR_MS, max: 30 * HOUR_MS });
const anySpansMs = fc.array(fc.tuple(anyOffsetMs, fc.nat(30 * HOUR_MS)), { maxLength: 4 });

/** A clock with ended pauses. Some overlap, some touch, and some began before the clock did (after a merge). */
const anyClock = fc
  .record({ calendar: fc.option(anyCalendar), startedAtMs: anyInstantMs, budgetMs: anyBudgetMs, spans: anySpansMs })
  .map(({ calendar, startedAtMs, budgetMs, spans }): SlaClock => {
    const pauses = spans.map(([afterMs, forMs], index) => ({
      fromMs: startedAtMs + afterMs,
      untilMs: startedAtMs + afterMs + forMs,
      reason: `reason ${index}`,
    }));
    return { ...startedClock("resolution", { budgetMs, calendar }, startedAtMs), pauses };
  });

const afterPausesMs = (clock: SlaClock) =>
  Math.max(clock.startedAtMs, ...clock.pauses.map((each) => each.untilMs ?? 0));

/** Compares two independent ways: the due time around the pauses, and the open time less the pauses. */
test("at its due time a clock has counted exactly its budget", () => {
  fc.assert(
    fc.property(anyClock, (clock) => {
      const { dueAtMs } = readClock({ ...clock, breachedAtMs: null }, afterPausesMs(clock));
      if (dueAtMs === null) throw new Error("a clock that is not paused has a due time");
      expect(readClock(clock, dueAtMs).remainingMs).toBe(0);
      expect(readClock(clock, dueAtMs - 1).remainingMs).toBe(1);
    }),
  );
});

test("a clock is breached from its due time on, and never earlier", () => {
  fc.assert(
    fc.property(anyClock, fc.integer({ min: -HOUR_MS, max: 50 * HOUR_MS }), (clock, offMs) => {
      const nowMs = afterPausesMs(clock) + Math.max(0, offMs);
      const { state, dueAtMs, isLate } = readClock(clock, nowMs);
      expect(state === "breached").toBe(dueAtMs !== null && nowMs >= dueAtMs);
      expect(isLate).toBe(state === "breached");
      expect(decideBreach(clock, nowMs)).toEqual(isLate ? { metric: "resolution", breachedAtMs: dueAtMs } : null);
    }),
  );
});

test("the time left never grows, and shrinks at most as fast as time passes", () => {
  fc.assert(
    fc.property(anyClock, fc.nat(60 * HOUR_MS), fc.nat(5 * HOUR_MS), (clock, afterMs, moreMs) => {
      const nowMs = clock.startedAtMs + afterMs;
      const lessMs = readClock(clock, nowMs).remainingMs - readClock(clock, nowMs + moreMs).remainingMs;
      expect(lessMs).toBeGreaterThanOrEqual(0);
      expect(lessMs).toBeLessThanOrEqual(moreMs);
    }),
  );
});

test("a pause delays the due time by exactly the open time in it", () => {
  fc.assert(
    fc.property(
      anyCalendar,
      anyInstantMs,
      fc.integer({ min: HOUR_MS, max: 20 * HOUR_MS }),
      fc.nat(90 * HOUR_MS),
      (calendar, startedAtMs, budgetMs, forMs) => {
        const clock = startedClock("resolution", { budgetMs, calendar }, startedAtMs);
        const untilMs = startedAtMs + forMs;
        const resumed = resumeClock(pauseClock(clock, "pending", startedAtMs), "pending", untilMs);
        const [plain, moved] = [readClock(clock, startedAtMs).dueAtMs, readClock(resumed, untilMs).dueAtMs];
        const pausedMs = openMsBetween(calendar, startedAtMs, untilMs);
        expect(openMsBetween(calendar, plain ?? 0, moved ?? 0)).toBe(pausedMs);
      },
    ),
  );
});

test("pausing and resuming at the same instant changes nothing", () => {
  fc.assert(
    fc.property(anyClock, fc.nat(3 * HOUR_MS), (clock, afterMs) => {
      const nowMs = clock.startedAtMs + afterMs;
      const { breachedAtMs, ...rest } = resumeClock(pauseClock(clock, "pending", nowMs), "pending", nowMs);
      expect({ ...rest, breachedAtMs: clock.breachedAtMs }).toEqual(clock);
      expect(breachedAtMs).toBe(decideBreach(clock, nowMs)?.breachedAtMs ?? null);
    }),
  );
});

test("two adjoining pauses equal one", () => {
  fc.assert(
    fc.property(anyClock, fc.tuple(fc.nat(9e7), fc.nat(9e7), fc.nat(9e7)), fc.nat(9e7), (clock, cuts, afterMs) => {
      const [a = 0, b = 0, c = 0] = cuts.toSorted((one, other) => one - other).map((cut) => clock.startedAtMs + cut);
      const whole = resumeClock(pauseClock(clock, "pending", a), "pending", c);
      const first = resumeClock(pauseClock(clock, "pending", a), "pending", b);
      const parts = resumeClock(pauseClock(first, "pending", b), "pending", c);
      expect(readClock(parts, c + afterMs)).toEqual(readClock(whole, c + afterMs));
    }),
  );
});
