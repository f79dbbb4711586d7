import { isBreachedBy } from "./decideBreach";
import type { Calendar } from "./hours/calendar";
import { countedMs } from "./hours/countedTime";
import type { SlaClock } from "./slaClock";

/**
 * Puts a clock under another target (another policy, another team's hours) from now on. What it has counted stays
 * counted: `countedMs` at `nowMs` is the same before and after, and what comes later is counted in the hours of the new
 * target. Where that leaves no time, it is due at once. A clock that is met or breached by now stays under the target
 * that it was met or breached under: the past is not rewritten.
 *
 * @param before the clock as it stood before what else happens to it at `nowMs`: by it one sees whether it is breached
 */
export function rebaseClock(
  clock: SlaClock,
  target: { budgetMs: number; calendar: Calendar | null },
  nowMs: number,
  before: SlaClock = clock,
): SlaClock {
  if (clock.metAtMs !== null) return clock;
  // Not written here: the look that finds it tells the waiting customer, too (R3).
  if (isBreachedBy(before, nowMs)) return clock;
  const { budgetMs, calendar } = target;
  if (clock.budgetMs === budgetMs && clock.calendar === calendar) return clock;
  const carried = { ranMs: countedMs(clock, nowMs), fromMs: Math.max(nowMs, clock.startedAtMs) };
  return { ...clock, budgetMs, calendar, carried };
}
