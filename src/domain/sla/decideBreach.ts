import { readClock } from "./readClock";
import type { SlaClock, SlaMetric } from "./slaClock";

export type SlaBreach = { readonly metric: SlaMetric; readonly breachedAtMs: number };

/**
 * The breach to write down, if one is due and not written yet: `null` while met, paused, not due or already breached, so
 * that a late or second firing does nothing. It is dated at the due instant, not at the firing.
 */
export function decideBreach(clock: SlaClock, nowMs: number): SlaBreach | null {
  if (clock.breachedAtMs !== null) return null;

  const { state, dueAtMs } = readClock(clock, nowMs);
  return state === "breached" && dueAtMs !== null ? { metric: clock.metric, breachedAtMs: dueAtMs } : null;
}

/** Whether a clock is breached, written down or not. */
export function isBreachedBy(clock: SlaClock, nowMs: number): boolean {
  return clock.breachedAtMs !== null || decideBreach(clock, nowMs) !== null;
}

/** The clock with a breach that has happened by now written into it, so that pausing or meeting it cannot hide the breach. */
export function withBreach(clock: SlaClock, nowMs: number): SlaClock {
  const breach = decideBreach(clock, nowMs);
  return breach ? { ...clock, breachedAtMs: breach.breachedAtMs } : clock;
}
