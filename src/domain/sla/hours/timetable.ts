import { Temporal } from "temporal-polyfill";
import type { Calendar, CalendarSpan } from "./calendar";

/** Open hours as instants. `opensAtMs` is open, `closesAtMs` is not. */
export type OpenWindow = { readonly opensAtMs: number; readonly closesAtMs: number };

/** A calendar prepared for counting. `days` fills as days are asked for. */
export type Timetable = {
  timeZone: string;
  weekly: readonly (readonly MinuteSpan[])[];
  holidays: ReadonlyMap<number, readonly MinuteSpan[]>;
  days: Map<number, readonly OpenWindow[]>;
};

/** Minutes since local midnight; above 1,440 they are on the next day. */
type MinuteSpan = { from: number; to: number };

export const DAY_MS = 86_400_000;
const DAY_MINUTES = 1_440;
const TIMETABLES_MAX = 64;
const DAYS_KEPT_MAX = 1_000;

const byObject = new WeakMap<Calendar, Timetable>();
const byContent = new Map<string, Timetable>();

/** The timetable of a calendar, made once per content, so that a calendar read again for each request stays cheap. */
export function timetableOf(calendar: Calendar): Timetable {
  const known = byObject.get(calendar);
  if (known) return known;

  const content = JSON.stringify(calendar);
  const timetable = byContent.get(content) ?? makeTimetable(calendar);
  // Deleting first moves the entry to the end, so the front entry is the least recently used.
  byContent.delete(content);
  byContent.set(content, timetable);
  const [oldest] = byContent.keys();
  if (byContent.size > TIMETABLES_MAX && oldest !== undefined) byContent.delete(oldest);
  byObject.set(calendar, timetable);
  return timetable;
}

/**
 * The open windows of one local date, ascending and disjoint, each within that date. Daylight saving is resolved here.
 *
 * @param epochDay days from 1970-01-01 to the local date
 */
export function windowsOfDay(timetable: Timetable, epochDay: number): readonly OpenWindow[] {
  const known = timetable.days.get(epochDay);
  if (known) return known;

  const windows = joined(minutesOfDay(timetable, epochDay))
    .map(({ from, to }) => ({
      opensAtMs: instantOf(timetable.timeZone, epochDay, from),
      closesAtMs: instantOf(timetable.timeZone, epochDay, to),
    }))
    .filter(({ opensAtMs, closesAtMs }) => opensAtMs < closesAtMs);
  if (timetable.days.size >= DAYS_KEPT_MAX) timetable.days.clear();
  timetable.days.set(epochDay, windows);
  return windows;
}

function makeTimetable({ timeZone, weekly, holidays }: Calendar): Timetable {
  const week = [weekly[1], weekly[2], weekly[3], weekly[4], weekly[5], weekly[6], weekly[7]];
  return {
    timeZone,
    weekly: week.map((spans) => spans.map(inMinutes)),
    holidays: new Map(holidays.map(({ on, spans }) => [Date.parse(on) / DAY_MS, spans.map(inMinutes)])),
    days: new Map(),
  };
}

function inMinutes({ from, to }: CalendarSpan): MinuteSpan {
  const [fromMinute, toMinute] = [minuteOf(from), minuteOf(to)];
  return { from: fromMinute, to: toMinute > fromMinute ? toMinute : toMinute + DAY_MINUTES };
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function minutesOfDay(timetable: Timetable, epochDay: number): MinuteSpan[] {
  const today = (timetable.holidays.get(epochDay) ?? weekdaySpans(timetable, epochDay)).map(({ from, to }) => ({
    from,
    to: Math.min(to, DAY_MINUTES),
  }));
  if (timetable.holidays.has(epochDay)) return today;

  const dayBefore = epochDay - 1;
  const overMidnight = (timetable.holidays.get(dayBefore) ?? weekdaySpans(timetable, dayBefore))
    .filter(({ to }) => to > DAY_MINUTES)
    .map(({ to }) => ({ from: 0, to: to - DAY_MINUTES }));
  return [...overMidnight, ...today];
}

function weekdaySpans(timetable: Timetable, epochDay: number): readonly MinuteSpan[] {
  // 1970-01-01 was a Thursday, three days after Monday. The double modulo handles days before it.
  return timetable.weekly[(((epochDay + 3) % 7) + 7) % 7] ?? [];
}

function joined(spans: MinuteSpan[]): MinuteSpan[] {
  const result: MinuteSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else result.push({ ...span });
  }
  return result;
}

/**
 * The instant of a wall-clock time. A time that occurs twice is its first occurrence. A skipped time is the instant of
 * the skip, so a span that begins or ends in the skipped hour neither grows nor shrinks.
 */
function instantOf(timeZone: string, epochDay: number, minute: number): number {
  const wall = new Date(epochDay * DAY_MS + minute * 60_000);
  const wanted = new Temporal.PlainDateTime(
    wall.getUTCFullYear(),
    wall.getUTCMonth() + 1,
    wall.getUTCDate(),
    wall.getUTCHours(),
    wall.getUTCMinutes(),
  );
  const found = wanted.toZonedDateTime(timeZone, { disambiguation: "earlier" });
  if (found.toPlainDateTime().equals(wanted)) return found.epochMilliseconds;
  return (found.getTimeZoneTransition("next") ?? found).epochMilliseconds;
}
