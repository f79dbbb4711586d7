import { withBreach } from "./decideBreach";
import type { SlaClock } from "./slaClock";

/** Marks a clock as met, late or in time. It records an earlier breach. Meeting a met clock changes nothing. */
export function meetClock(clock: SlaClock, nowMs: number): SlaClock {
  if (clock.metAtMs !== null) return clock;
  return { ...withBreach(clock, nowMs), pauses: endedPauses(clock, nowMs), metAtMs: nowMs };
}

/** Lets a met clock go on after a reopening, without the time since it was met. Other clocks stay unchanged. */
export function reopenClock(clock: SlaClock, nowMs: number): SlaClock {
  if (clock.metAtMs === null) return clock;
  const closed = { fromMs: clock.metAtMs, untilMs: nowMs, reason: "closed" };
  return { ...clock, metAtMs: null, pauses: closed.fromMs < nowMs ? [...clock.pauses, closed] : clock.pauses };
}

/**
 * Pauses a clock for a reason. It has no due time until every reason is gone. It records an earlier breach. A met
 * clock, and one that is already paused for this reason, stay unchanged.
 */
export function pauseClock(clock: SlaClock, reason: string, nowMs: number): SlaClock {
  if (clock.metAtMs !== null || isPausedFor(clock, reason)) return clock;
  const seen = withBreach(clock, nowMs);
  return { ...seen, pauses: [...seen.pauses, { fromMs: nowMs, untilMs: null, reason }] };
}

/** Ends the pause for one reason. A clock that is not paused for it stays unchanged. */
export function resumeClock(clock: SlaClock, reason: string, nowMs: number): SlaClock {
  return isPausedFor(clock, reason) ? { ...clock, pauses: endedPauses(clock, nowMs, reason) } : clock;
}

/** The pauses with the open ones ended, or only those for `reason`. A pause without length is dropped. */
export function endedPauses({ pauses }: SlaClock, nowMs: number, reason?: string): SlaClock["pauses"] {
  return pauses.flatMap((pause) => {
    if (pause.untilMs !== null || (reason !== undefined && pause.reason !== reason)) return [pause];
    return pause.fromMs < nowMs ? [{ ...pause, untilMs: nowMs }] : [];
  });
}

function isPausedFor({ pauses }: SlaClock, reason: string): boolean {
  return pauses.some((pause) => pause.untilMs === null && pause.reason === reason);
}
