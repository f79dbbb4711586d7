import { isBreachedBy } from "./decideBreach";
import type { Calendar } from "./hours/calendar";
import { countedMs } from "./hours/countedTime";
import type { SlaClock } from "./slaClock";

/**
 * Puts a clock under another target (another policy, another team's hours) from `nowMs` on. Counted time stays counted:
 * `countedMs` at `nowMs` does not change, and later time counts in the hours of the new target. If no time is left, the
 * clock is due at once. A clock that is met or breached by now keeps its old target, because the past is not rewritten.
 *
 * @param before the clock before other changes at `nowMs`, such as a pause; it decides whether the clock is breached
 */
export function rebaseClock(
  clock: SlaClock,
  target: { budgetMs: number; calendar: Calendar | null },
  nowMs: number,
  before: SlaClock = clock,
): SlaClock {
  if (clock.metAtMs !== null) return clock;
  // The breach is not written here, because the look that finds it also tells the waiting customer (R3).
  if (isBreachedBy(before, nowMs)) return clock;
  const { budgetMs, calendar } = target;
  if (clock.budgetMs === budgetMs && clock.calendar === calendar) return clock;
  const carried = { ranMs: countedMs(clock, nowMs), fromMs: Math.max(nowMs, clock.startedAtMs) };
  return { ...clock, budgetMs, calendar, carried };
}
