import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import type { Calendar, CalendarSpan } from "@/domain/sla/hours/calendar";

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;

type Spans = readonly (readonly [from: string, to: string])[];

/** A calendar in Madrid with the spans `weekdays` from Monday to Friday, and `weekend` on Saturday and Sunday. */
export function calendarOf(given: { weekdays?: Spans; weekend?: Spans; holidays?: Calendar["holidays"] }): Calendar {
  const inForm = (spans: Spans = []) => spans.map(([from, to]) => ({ from, to }));
  const [day, end] = [inForm(given.weekdays), inForm(given.weekend)];
  return {
    timeZone: "Europe/Madrid",
    weekly: { 1: day, 2: day, 3: day, 4: day, 5: day, 6: end, 7: end },
    holidays: given.holidays ?? [],
  };
}

export const NINE_TO_FIVE: Calendar = calendarOf({ weekdays: [["09:00", "17:00"]] });

/** The instant of a local date and time, in epoch ms. */
export function instant(local: string, timeZone: string): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds;
}

const FIRST_DAY_MS = Date.parse("2026-03-20");
const DAYS = 230;

/** Instants from before one clock change to after the next. Many are close to opening times and to midnight. */
export const anyInstantMs: fc.Arbitrary<number> = fc
  .tuple(fc.nat(DAYS), fc.nat(95), fc.constantFrom(-1, 0, 0, 1, 1_234))
  .map(([day, quarter, offMs]) => FIRST_DAY_MS + day * 24 * HOUR_MS + quarter * 15 * MINUTE_MS + offMs);

const anyTime = fc
  .tuple(fc.nat(23), fc.constantFrom(0, 15, 30))
  .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
const anySpan: fc.Arbitrary<CalendarSpan> = fc.record({
  from: anyTime,
  to: fc.oneof({ weight: 5, arbitrary: anyTime }, { weight: 1, arbitrary: fc.constant("24:00") }),
});
const anySpans = fc.array(anySpan, { maxLength: 3 });
const anyHoliday = fc.record({
  on: fc.nat(DAYS).map((day) => new Date(FIRST_DAY_MS + day * 24 * HOUR_MS).toISOString().slice(0, 10)),
  spans: anySpans,
});

/** Calendars that open at least on Mondays. Some zones have no summer time, one of half an hour, some at midnight. */
export const anyCalendar: fc.Arbitrary<Calendar> = fc.record({
  timeZone: fc.constantFrom(
    "Europe/Madrid",
    "America/New_York",
    "Australia/Lord_Howe",
    "America/Havana",
    "Asia/Beirut",
    "Asia/Kolkata",
    "Pacific/Kiritimati",
  ),
  weekly: fc.record({
    1: fc.array(anySpan, { minLength: 1, maxLength: 3 }),
    2: anySpans,
    3: anySpans,
    4: anySpans,
    5: anySpans,
    6: anySpans,
    7: anySpans,
  }),
  holidays: fc.uniqueArray(anyHoliday, { maxLength: 6, selector: ({ on }) => on }),
});
