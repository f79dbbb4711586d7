import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import {
  anyCalendar,
  anyInstantMs,
  calendarOf,
  HOUR_MS,
  instant,
  NINE_TO_FIVE,
} from "@/testing/scenes/slaTestCalendars";
import { slaDueAtMs } from "../slaDueAtMs";
import { ALWAYS_OPEN, Calendar } from "./calendar";
import {
  isOpenAt,
  nextOpeningAtMs,
  openMsBetween,
  openStretches,
  openWindows,
  WINDOWS_AHEAD_DAYS_MAX,
} from "./openHours";

fc.configureGlobal({ seed: 20_261_123 });

const due = (calendar: Calendar, startedAtMs: number, budgetMs: number) =>
  slaDueAtMs(startedAtMs, budgetMs, openStretches(calendar, startedAtMs));

const madrid = (text: string) => instant(text, "Europe/Madrid");

test("a message at the opening minute counts at once, and one at the closing minute waits for the next opening", () => {
  expect(due(NINE_TO_FIVE, madrid("2026-11-23T09:00"), HOUR_MS)).toBe(madrid("2026-11-23T10:00"));
  expect(due(NINE_TO_FIVE, madrid("2026-11-23T17:00"), HOUR_MS)).toBe(madrid("2026-11-24T10:00"));
  expect(isOpenAt(NINE_TO_FIVE, madrid("2026-11-23T09:00"))).toBe(true);
  expect(isOpenAt(NINE_TO_FIVE, madrid("2026-11-23T17:00"))).toBe(false);
  expect(isOpenAt(NINE_TO_FIVE, madrid("2026-11-23T17:00") - 1)).toBe(true);
});

test("a budget that ends with the day is due at closing time, not at the next opening", () => {
  expect(due(NINE_TO_FIVE, madrid("2026-11-20T09:00"), 8 * HOUR_MS)).toBe(madrid("2026-11-20T17:00"));
});

test("a message on a holiday waits for the next working day, and a holiday may have its own hours", () => {
  const calendar = calendarOf({
    weekdays: [["09:00", "17:00"]],
    holidays: [
      { on: "2026-12-24", spans: [{ from: "09:00", to: "12:00" }] },
      { on: "2026-12-25", name: "Christmas", spans: [] },
    ],
  });
  expect(due(calendar, madrid("2026-12-25T11:00"), HOUR_MS)).toBe(madrid("2026-12-28T10:00"));
  expect(due(calendar, madrid("2026-12-24T11:00"), 2 * HOUR_MS)).toBe(madrid("2026-12-28T10:00"));
});

test("a split day does not count the lunch break", () => {
  const calendar = calendarOf({
    weekdays: [
      ["13:00", "17:00"],
      ["09:00", "12:00"],
    ],
  });
  expect(due(calendar, madrid("2026-11-23T11:30"), HOUR_MS)).toBe(madrid("2026-11-23T13:30"));
  expect(openMsBetween(calendar, madrid("2026-11-23T00:00"), madrid("2026-11-24T00:00"))).toBe(7 * HOUR_MS);
});

test("a day may close at 24:00, and days that touch are one window", () => {
  const calendar = calendarOf({ weekdays: [["00:00", "24:00"]] });
  const [first] = openWindows(calendar, madrid("2026-11-25T10:00"));
  expect(first?.closesAtMs).toBe(madrid("2026-11-28T00:00"));
  expect(openMsBetween(calendar, madrid("2026-11-23T00:00"), madrid("2026-11-24T00:00"))).toBe(24 * HOUR_MS);
});

test("an overnight shift is one window from its evening to its morning", () => {
  const calendar = calendarOf({ weekdays: [["22:00", "06:00"]] });
  const [first] = openWindows(calendar, madrid("2026-11-24T01:00"));
  expect(first).toEqual({ opensAtMs: madrid("2026-11-23T22:00"), closesAtMs: madrid("2026-11-24T06:00") });
  expect(due(calendar, madrid("2026-11-23T23:00"), 8 * HOUR_MS)).toBe(madrid("2026-11-24T23:00"));
  expect(isOpenAt(calendar, madrid("2026-11-28T05:59"))).toBe(true);
  expect(isOpenAt(calendar, madrid("2026-11-28T22:30"))).toBe(false);
});

test("a span that ends at the time it began is a whole day, and a span inside another adds nothing", () => {
  const calendar = calendarOf({
    weekdays: [
      ["09:00", "09:00"],
      ["10:00", "11:00"],
    ],
  });
  const [first] = openWindows(calendar, madrid("2026-11-23T09:00"));
  expect(first).toEqual({ opensAtMs: madrid("2026-11-23T09:00"), closesAtMs: madrid("2026-11-28T09:00") });
});

test("on a holiday only its own spans are open, so the shift of the evening before ends at midnight", () => {
  const calendar = calendarOf({ weekdays: [["22:00", "06:00"]], holidays: [{ on: "2026-11-24", spans: [] }] });
  expect(isOpenAt(calendar, madrid("2026-11-23T23:59"))).toBe(true);
  expect(isOpenAt(calendar, madrid("2026-11-24T00:00"))).toBe(false);
  expect(nextOpeningAtMs(calendar, madrid("2026-11-24T00:00"))).toBe(madrid("2026-11-25T22:00"));
});

test("days of 23 and 25 hours count as such, and a span over the change keeps its wall-clock times", () => {
  const allDay = { ...ALWAYS_OPEN, timeZone: "Europe/Madrid" };
  expect(openMsBetween(allDay, madrid("2026-03-29T00:00"), madrid("2026-03-30T00:00"))).toBe(23 * HOUR_MS);
  expect(openMsBetween(allDay, madrid("2026-10-25T00:00"), madrid("2026-10-26T00:00"))).toBe(25 * HOUR_MS);

  const nights = calendarOf({ weekdays: [["22:00", "06:00"]], weekend: [["22:00", "06:00"]] });
  expect(due(nights, madrid("2026-03-28T22:00"), 7 * HOUR_MS)).toBe(madrid("2026-03-29T06:00"));
  expect(due(nights, madrid("2026-10-24T22:00"), 9 * HOUR_MS)).toBe(madrid("2026-10-25T06:00"));
});

test("a span that begins or ends in the skipped hour begins or ends with the skip", () => {
  const begins = calendarOf({ weekend: [["02:30", "05:00"]] });
  const ends = calendarOf({ weekend: [["01:00", "02:30"]] });
  const inside = calendarOf({ weekend: [["02:10", "02:50"]] });
  expect(nextOpeningAtMs(begins, madrid("2026-03-29T00:00"))).toBe(madrid("2026-03-29T03:00"));
  expect(openMsBetween(ends, madrid("2026-03-29T00:00"), madrid("2026-03-29T12:00"))).toBe(HOUR_MS);
  expect(openMsBetween(inside, madrid("2026-03-29T00:00"), madrid("2026-03-30T00:00"))).toBe(0);
});

test("a date that a time zone skipped has no hours", () => {
  const samoa = { ...ALWAYS_OPEN, timeZone: "Pacific/Apia" };
  const from = instant("2011-12-29T00:00", "Pacific/Apia");
  expect(openMsBetween(samoa, from, instant("2012-01-01T00:00", "Pacific/Apia"))).toBe(48 * HOUR_MS);
});

test("a calendar that never opens causes an error with a code, and is refused when it is set", () => {
  const closed = { ...ALWAYS_OPEN, weekly: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } };
  expect([...openWindows(closed, 0)]).toEqual([]);
  expect(nextOpeningAtMs(closed, 0)).toBeNull();
  expect(() => due(closed, 0, 1)).toThrow(expect.objectContaining({ code: "sla_calendar_exhausted" }));
  expect(Calendar.safeParse(closed).error?.issues).toMatchObject([
    { path: ["weekly"], message: "calendar_never_open" },
  ]);
});

test("a target survives a closure of a year, but not one longer than the look-ahead", () => {
  const onceIn = (year: number) => ({
    ...ALWAYS_OPEN,
    weekly: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] },
    holidays: [{ on: `${year}-11-23`, spans: [{ from: "09:00", to: "10:00" }] }],
  });
  const startedAtMs = instant("2026-11-23T12:00", "UTC");
  expect(due(onceIn(2027), startedAtMs, HOUR_MS)).toBe(instant("2027-11-23T10:00", "UTC"));
  expect(nextOpeningAtMs(onceIn(2030), startedAtMs)).toBeNull();
  expect(WINDOWS_AHEAD_DAYS_MAX).toBeLessThan(365 * 3);
});

test("no millisecond is lost from day to day", () => {
  const startedAtMs = madrid("2026-11-02T09:00") + 29_999;
  expect(due(NINE_TO_FIVE, startedAtMs, 10 * 8 * HOUR_MS)).toBe(madrid("2026-11-16T09:00") + 29_999);
  expect(openMsBetween(NINE_TO_FIVE, startedAtMs, madrid("2026-11-16T09:00") + 29_999)).toBe(80 * HOUR_MS);
});

test("a budget must be positive", () => {
  expect(() => slaDueAtMs(0, 0, [])).toThrow(RangeError);
  expect(() => slaDueAtMs(0, Number.NaN, [])).toThrow(RangeError);
});

test("open hours over an endless time are refused, not walked", () => {
  expect(() => openMsBetween(ALWAYS_OPEN, 0, Number.POSITIVE_INFINITY)).toThrow(RangeError);
  expect(openMsBetween(null, 0, 5)).toBe(5);
  expect(openMsBetween(null, 5, 0)).toBe(0);
});

test("an invalid calendar is refused by the name of the field", () => {
  const faults = (change: object) =>
    Calendar.safeParse({ ...NINE_TO_FIVE, ...change }).error?.issues.map(
      ({ path, message }) => `${path.join(".")} ${message}`,
    );
  expect(faults({})).toBeUndefined();
  expect(faults({ timeZone: "Mars/Olympus" })).toEqual(["timeZone time_zone_unknown"]);
  expect(faults({ timeZone: "+02:00" })).toEqual(["timeZone time_zone_unknown"]);
  expect(faults({ weekly: { ...NINE_TO_FIVE.weekly, 3: [{ from: "9:00", to: "24:01" }] } })).toEqual([
    "weekly.3.0.from time_of_day_malformed",
    "weekly.3.0.to time_of_day_malformed",
  ]);
  const twice = { on: "2026-12-25", spans: [] };
  expect(faults({ holidays: [twice, twice] })).toEqual(["holidays.1.on holiday_twice"]);
  expect(faults({ holidays: [{ on: "2026-02-29", spans: [] }] })).toEqual(["holidays.0.on date_malformed"]);
});

/** Asks Intl for the wall clock, which shares no code with the windows. */
test("an instant is open exactly when its local date and time lie in a span of that date or run over from the day before", () => {
  fc.assert(
    fc.property(anyCalendar, anyInstantMs, (calendar, atMs) => {
      fc.pre(!isShownTwice(calendar.timeZone, atMs));
      expect(isOpenAt(calendar, atMs)).toBe(isOpenByWallClock(calendar, atMs));
    }),
    { numRuns: 2_000 },
  );
});

test("windows ascend with closed time between them, and cover the same time as the stretches", () => {
  fc.assert(
    fc.property(anyCalendar, anyInstantMs, (calendar, fromMs) => {
      const untilMs = fromMs + 20 * 24 * HOUR_MS;
      let closedAtMs = Number.NEGATIVE_INFINITY;
      let openMs = 0;
      for (const { opensAtMs, closesAtMs } of openWindows(calendar, fromMs, untilMs)) {
        expect(opensAtMs).toBeGreaterThan(closedAtMs);
        expect(closesAtMs).toBeGreaterThan(opensAtMs);
        openMs += Math.max(0, Math.min(closesAtMs, untilMs) - Math.max(opensAtMs, fromMs));
        closedAtMs = closesAtMs;
      }
      expect(openMsBetween(calendar, fromMs, untilMs)).toBe(openMs);
    }),
  );
});

const anyBudgetMs = fc.integer({ min: 1, max: 60 * HOUR_MS });

test("a due time is inside an open window, and the open time until then is the budget", () => {
  fc.assert(
    fc.property(anyCalendar, anyInstantMs, anyBudgetMs, (calendar, startedAtMs, budgetMs) => {
      const dueAtMs = due(calendar, startedAtMs, budgetMs);
      expect(openMsBetween(calendar, startedAtMs, dueAtMs)).toBe(budgetMs);
      expect(isOpenAt(calendar, dueAtMs - 1)).toBe(true);
    }),
  );
});

test("more budget or a later start is never due earlier", () => {
  fc.assert(
    fc.property(
      anyCalendar,
      anyInstantMs,
      anyBudgetMs,
      fc.nat(30 * HOUR_MS),
      (calendar, startedAtMs, budgetMs, moreMs) => {
        const dueAtMs = due(calendar, startedAtMs, budgetMs);
        expect(due(calendar, startedAtMs, budgetMs + moreMs)).toBeGreaterThanOrEqual(dueAtMs + moreMs);
        expect(due(calendar, startedAtMs + moreMs, budgetMs)).toBeGreaterThanOrEqual(dueAtMs);
      },
    ),
  );
});

test("the next opening is open, and everything before it is closed", () => {
  fc.assert(
    fc.property(anyCalendar, anyInstantMs, (calendar, atMs) => {
      const opensAtMs = nextOpeningAtMs(calendar, atMs);
      if (opensAtMs === null) throw new Error("every generated calendar opens");
      expect(isOpenAt(calendar, opensAtMs)).toBe(true);
      expect(openMsBetween(calendar, atMs, opensAtMs)).toBe(0);
    }),
  );
});

test("an equal calendar that is another object gives the same windows", () => {
  const anew = structuredClone(NINE_TO_FIVE);
  const fromMs = madrid("2026-11-23T00:00");
  expect([...openWindows(anew, fromMs, fromMs + 9e8)]).toEqual([...openWindows(NINE_TO_FIVE, fromMs, fromMs + 9e8)]);
});

function isShownTwice(timeZone: string, atMs: number): boolean {
  const shown = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone);
  const [first, second] = (["earlier", "later"] as const).map((disambiguation) =>
    shown.toPlainDateTime().toZonedDateTime(timeZone, { disambiguation }),
  );
  return first?.epochMilliseconds !== second?.epochMilliseconds;
}

function isOpenByWallClock(calendar: Calendar, atMs: number): boolean {
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone: calendar.timeZone,
    dateStyle: "short",
    timeStyle: "short",
  });
  const [date = "", time = ""] = format.format(atMs).split(" ");
  const dayBefore = new Date(Date.parse(date) - 24 * HOUR_MS).toISOString().slice(0, 10);
  const isHoliday = calendar.holidays.some(({ on }) => on === date);
  return (
    spansOn(calendar, date).some(({ from, to }) => from <= time && (to <= from || time < to)) ||
    (!isHoliday && spansOn(calendar, dayBefore).some(({ from, to }) => to <= from && time < to))
  );
}

function spansOn(calendar: Calendar, date: string): Calendar["weekly"][1] {
  const weekdays = [7, 1, 2, 3, 4, 5, 6] as const;
  const holiday = calendar.holidays.find(({ on }) => on === date);
  return holiday ? holiday.spans : calendar.weekly[weekdays[new Date(date).getUTCDay()] ?? 7];
}
