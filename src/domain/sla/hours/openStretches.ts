import type { Calendar } from "./calendar";
import type { OpenWindow } from "./openWindow";
import { DAY_MS, timetableOf, windowsOfDay } from "./timetable";

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
