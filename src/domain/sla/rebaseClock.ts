import type { Calendar } from "./calendar";
import { withBreach } from "./decideBreach";
import type { SlaClock } from "./slaClock";

/**
 * Puts a clock under another target (policy changed, other team, calendar edited) as if it had run under it from its
 * start: the due time moves, and a breach of the old target that has happened by now stays the only one. To keep the old
 * target, do not call it. A met clock stays as it is: the past is not rewritten.
 */
export function rebaseClock(
  clock: SlaClock,
  target: { budgetMs: number; calendar: Calendar | null },
  nowMs: number,
): SlaClock {
  if (clock.metAtMs !== null) return clock;
  return { ...withBreach(clock, nowMs), budgetMs: target.budgetMs, calendar: target.calendar };
}
