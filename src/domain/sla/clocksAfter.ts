import { type ClockDecision, decideClocks, latestOfEach, type SlaEvent } from "./decideClocks";
import type { SlaClock } from "./slaClock";
import type { SlaPolicy } from "./slaPolicy";
import { meetClock, pauseClock, reopenClock, resumeClock } from "./stopClock";

/** The clocks of a sequence after an event. The list keeps the earlier clocks of a metric that started again. */
export function clocksAfter(
  clocks: readonly SlaClock[],
  event: SlaEvent,
  policy: SlaPolicy,
  nowMs: number,
): readonly SlaClock[] {
  return applyClockDecision(clocks, decideClocks(clocks, event, policy, nowMs), nowMs);
}

/** Applies a decision to the clocks that it was made for. Other clocks stay the same objects. */
export function applyClockDecision(
  clocks: readonly SlaClock[],
  decision: ClockDecision,
  nowMs: number,
): readonly SlaClock[] {
  const counting = new Set(latestOfEach(clocks).values());
  return [...clocks.map((clock) => (counting.has(clock) ? changed(clock, decision, nowMs) : clock)), ...decision.start];
}

function changed(clock: SlaClock, decision: ClockDecision, nowMs: number): SlaClock {
  const isNamed = (each: { metric: string }) => each.metric === clock.metric;
  let next = clock;
  if (decision.meet.includes(clock.metric)) next = meetClock(next, nowMs);
  if (decision.reopen.includes(clock.metric)) next = reopenClock(next, nowMs);
  for (const { reason } of decision.resume.filter(isNamed)) next = resumeClock(next, reason, nowMs);
  for (const { reason } of decision.pause.filter(isNamed)) next = pauseClock(next, reason, nowMs);
  return next;
}
