import type { Calendar } from "./calendar";
import { DAY_MS, type OpenWindow, timetableOf, windowsOfDay } from "./timetable";

/** How far ahead open hours are looked for; a calendar that stays closed longer counts as closed for good. */
export const WINDOWS_AHEAD_DAYS_MAX = 800;

/** The longest stretch of time that is ever walked through, about a century. */
const WALKED_DAYS_MAX = 36_600;

/**
 * Open hours day by day, ascending and disjoint: cheap to begin, and a stretch may touch the next at midnight. For
 * counting; what people see is `openWindows`.
 *
 * @param calendar `null` is around the clock: one stretch without an end
 * @param fromMs stretches that closed by then are left out; one that is open then is given whole
 * @param untilMs stretches that open then or later are left out
 * @throws RangeError when the time between is not finite or longer than about a century
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
 * The open windows of a calendar from an instant on, lazily: ascending, with closed time between any two.
 * A window that is open at `fromMs` comes first; it begins at its opening, but two days back at most. The windows end
 * after `WINDOWS_AHEAD_DAYS_MAX` days, and so does one that is open at that time.
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

/** Whether the calendar is open at an instant: the opening instant is open, the closing instant is not. */
export function isOpenAt(calendar: Calendar | null, atMs: number): boolean {
  for (const { opensAtMs } of openStretches(calendar, atMs, atMs + 1)) return opensAtMs <= atMs;
  return false;
}

/** The first open instant at or after `atMs` (R2): `atMs` itself while open, `null` when none comes within `WINDOWS_AHEAD_DAYS_MAX` days. */
export function nextOpeningAtMs(calendar: Calendar | null, atMs: number): number | null {
  for (const { opensAtMs } of openStretches(calendar, atMs)) return Math.max(opensAtMs, atMs);
  return null;
}

/** The open time between two instants, in ms and to the millisecond; 0 when `toMs` is not after `fromMs`. */
export function openMsBetween(calendar: Calendar | null, fromMs: number, toMs: number): number {
  if (!(toMs > fromMs)) return 0;

  let openMs = 0;
  for (const { opensAtMs, closesAtMs } of openStretches(calendar, fromMs, toMs)) {
    openMs += Math.min(closesAtMs, toMs) - Math.max(opensAtMs, fromMs);
  }
  return openMs;
}
