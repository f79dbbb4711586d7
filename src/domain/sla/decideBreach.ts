import { readClock } from "./readClock";
import type { SlaClock, SlaMetric } from "./slaClock";

export type SlaBreach = { readonly metric: SlaMetric; readonly breachedAtMs: number };

/**
 * The breach to record, if one is due and not recorded yet. Null for a clock that is met, paused, not due or already
 * breached, so a late or second timer does nothing. The breach is dated at the due instant, not when it is found.
 */
export function decideBreach(clock: SlaClock, nowMs: number): SlaBreach | null {
  if (clock.breachedAtMs !== null) return null;

  const { state, dueAtMs } = readClock(clock, nowMs);
  return state === "breached" && dueAtMs !== null ? { metric: clock.metric, breachedAtMs: dueAtMs } : null;
}

/** Whether a clock is breached by now, recorded or not. */
export function isBreachedBy(clock: SlaClock, nowMs: number): boolean {
  return clock.breachedAtMs !== null || decideBreach(clock, nowMs) !== null;
}

/** Records a breach that has happened by now, so that pausing or meeting the clock cannot hide it. */
export function withBreach(clock: SlaClock, nowMs: number): SlaClock {
  const breach = decideBreach(clock, nowMs);
  return breach ? { ...clock, breachedAtMs: breach.breachedAtMs } : clock;
}
