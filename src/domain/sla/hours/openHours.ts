import type { Calendar } from "./calendar";
import { DAY_MS, type OpenWindow, timetableOf, windowsOfDay } from "./timetable";

/** How far ahead open hours are searched. A calendar that stays closed longer counts as closed for good. */
export const WINDOWS_AHEAD_DAYS_MAX = 800;

/** The longest time that is walked through, about a century. */
const WALKED_DAYS_MAX = 36_600;

/**
 * Open hours day by day, lazily, ascending and disjoint. A stretch may touch the next one at midnight. Use this for
 * counting, and `openWindows` for what people see.
 *
 * @param calendar null is around the clock: one stretch without an end
 * @param fromMs stretches that closed by then are left out; one that is open then is yielded whole
 * @param untilMs stretches that open then or later are left out
 * @throws RangeError if the time between is not finite or longer than about a century
 */
export function* openStretches(
  calendar: Calendar | null,
  fromMs: number,
  untilMs: number = fromMs + WINDOWS_AHEAD_DAYS_MAX * DAY_MS,
): Generator<OpenWindow, void, undefined> {
  if (calendar === null) {
    yield { opensAtMs: fromMs, closesAtMs: Number.POSITIVE_INFINITY };
    return;
  }
  if (!(untilMs - fromMs <= WALKED_DAYS_MAX * DAY_MS))
    throw new RangeError("open hours asked for over too long a time");

  const timetable = timetableOf(calendar);
  // A local date is never further than one day from the date in UTC.
  const lastDay = Math.floor(untilMs / DAY_MS) + 1;
  for (let epochDay = Math.floor(fromMs / DAY_MS) - 1; epochDay <= lastDay; epochDay += 1) {
    for (const window of windowsOfDay(timetable, epochDay)) {
      if (window.opensAtMs >= untilMs) return;
      if (window.closesAtMs > fromMs) yield window;
    }
  }
}

/**
 * The open windows of a calendar from an instant on, lazily, ascending, with closed time between any two. A window that
 * is open at `fromMs` comes first. It begins at its opening, but at most two days back. All windows end after
 * `WINDOWS_AHEAD_DAYS_MAX` days.
 *
 * @param untilMs epoch ms; windows that open then or later are left out
 */
export function* openWindows(
  calendar: Calendar,
  fromMs: number,
  untilMs: number = fromMs + WINDOWS_AHEAD_DAYS_MAX * DAY_MS,
): Generator<OpenWindow, void, undefined> {
  for (const window of joined(openStretches(calendar, fromMs - 2 * DAY_MS, untilMs))) {
    if (window.closesAtMs > fromMs) yield window;
  }
}

function* joined(stretches: Iterable<OpenWindow>): Generator<OpenWindow, void, undefined> {
  let window: OpenWindow | null = null;
  for (const stretch of stretches) {
    if (window && stretch.opensAtMs <= window.closesAtMs) {
      window = { opensAtMs: window.opensAtMs, closesAtMs: stretch.closesAtMs };
      continue;
    }
    if (window) yield window;
    window = stretch;
  }
  if (window) yield window;
}

/** Whether the calendar is open at an instant. The opening instant is open, the closing instant is not. */
export function isOpenAt(calendar: Calendar | null, atMs: number): boolean {
  for (const { opensAtMs } of openStretches(calendar, atMs, atMs + 1)) return opensAtMs <= atMs;
  return false;
}

/** The first open instant at or after `atMs` (R2), or null if there is none within `WINDOWS_AHEAD_DAYS_MAX` days. */
export function nextOpeningAtMs(calendar: Calendar | null, atMs: number): number | null {
  for (const { opensAtMs } of openStretches(calendar, atMs)) return Math.max(opensAtMs, atMs);
  return null;
}

/** The open time between two instants, exact to the millisecond; 0 if `toMs` is not after `fromMs`. */
export function openMsBetween(calendar: Calendar | null, fromMs: number, toMs: number): number {
  if (!(toMs > fromMs)) return 0;

  let openMs = 0;
  for (const { opensAtMs, closesAtMs } of openStretches(calendar, fromMs, toMs)) {
    openMs += Math.min(closesAtMs, toMs) - Math.max(opensAtMs, fromMs);
  }
  return openMs;
}
