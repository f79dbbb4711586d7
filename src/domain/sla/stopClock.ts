import { withBreach } from "./decideBreach";
import type { SlaClock } from "./slaClock";

/** Fulfils a clock, late or in time; a breach that happened before is kept, and a second meeting changes nothing. */
export function meetClock(clock: SlaClock, nowMs: number): SlaClock {
  if (clock.metAtMs !== null) return clock;
  return { ...withBreach(clock, nowMs), pauses: endedPauses(clock, nowMs), metAtMs: nowMs };
}

/** Lets a met clock go on where it stood, the time since it was met left out (a reopened sequence); others stay as they are. */
export function reopenClock(clock: SlaClock, nowMs: number): SlaClock {
  if (clock.metAtMs === null) return clock;
  const closed = { fromMs: clock.metAtMs, untilMs: nowMs, reason: "closed" };
  return { ...clock, metAtMs: null, pauses: closed.fromMs < nowMs ? [...clock.pauses, closed] : clock.pauses };
}

/**
 * Stops a clock for a reason; until every reason is gone it has no due time. A met clock, and one that already stands
 * still for this reason, stay as they are. A breach that happened before is kept.
 */
export function pauseClock(clock: SlaClock, reason: string, nowMs: number): SlaClock {
  if (clock.metAtMs !== null || isPausedFor(clock, reason)) return clock;
  const seen = withBreach(clock, nowMs);
  return { ...seen, pauses: [...seen.pauses, { fromMs: nowMs, untilMs: null, reason }] };
}

/** Takes one reason for standing still away; a clock that does not stand still for it stays as it is. */
export function resumeClock(clock: SlaClock, reason: string, nowMs: number): SlaClock {
  return isPausedFor(clock, reason) ? { ...clock, pauses: endedPauses(clock, nowMs, reason) } : clock;
}

/** The pauses of a clock with the open ones ended, or only those for one reason; a pause of no length is left out. */
export function endedPauses({ pauses }: SlaClock, nowMs: number, reason?: string): SlaClock["pauses"] {
  return pauses.flatMap((pause) => {
    if (pause.untilMs !== null || (reason !== undefined && pause.reason !== reason)) return [pause];
    return pause.fromMs < nowMs ? [{ ...pause, untilMs: nowMs }] : [];
  });
}

function isPausedFor({ pauses }: SlaClock, reason: string): boolean {
  return pauses.some((pause) => pause.untilMs === null && pause.reason === reason);
}
