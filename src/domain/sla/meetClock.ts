import { withBreach } from "./decideBreach";
import { endedPauses } from "./pauseClock";
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
