import { clocksAfter } from "@/domain/sla/clocksAfter";
import { isBreachedBy } from "@/domain/sla/decideBreach";
import { isLive, latestOfEach, pauseReason } from "@/domain/sla/decideClocks";
import { openMsBetween } from "@/domain/sla/hours/openHours";
import { rebaseClock } from "@/domain/sla/rebaseClock";
import { SLA_METRICS, type SlaClock, type SlaMetric, startedClock } from "@/domain/sla/slaClock";
import type { SlaTarget } from "@/domain/sla/slaPolicy";
import type { RequestFacts, RequestSettings } from "./requestFacts";

/**
 * A request after its policy or hours changed: its category, team or tier changed, or it was reopened. The law, for the
 * latest clock of each metric:
 *
 * - A clock that was met, breached or shelved by a closing stays as it was.
 * - A running or paused clock gets the budget and hours of the new policy, and keeps the time that it has counted.
 * - A metric that the new policy does not promise loses its clock.
 * - A metric that it promises, and that the customer still waits for, gets a clock that counts from when the waiting
 *   began.
 * - A clock is paused exactly where the new policy pauses it in the present state of the sequence.
 */
export function underPolicy(facts: RequestFacts, settings: RequestSettings, nowMs: number): RequestFacts {
  if (facts.sequenceState === "closed") return facts;
  const { targets } = settings.policy;
  const state = { type: "state_changed", state: facts.sequenceState } as const;
  // Pause and resume first: a clock that pauses now is not due now, and one that resumes was not due while paused.
  const known = clocksAfter(facts.clocks, state, settings.policy, nowMs);
  const counting = new Set(latestOfEach(facts.clocks).values());
  const rebased = facts.clocks.map((before, index) => {
    const clock = known[index] ?? before;
    if (!counting.has(before) || !isLive(before)) return clock;
    const target = targets.find(({ metric }) => metric === clock.metric);
    if (target) return rebaseClock(clock, target, nowMs, before);
    return isBreachedBy(before, nowMs) ? clock : { ...clock, cancelledAtMs: nowMs };
  });
  return { ...facts, clocks: [...rebased, ...newPromises({ ...facts, clocks: rebased }, targets, nowMs)] };
}

function newPromises(facts: RequestFacts, targets: readonly SlaTarget[], nowMs: number): SlaClock[] {
  const latest = latestOfEach(facts.clocks);
  const promised = new Set(targets.map(({ metric }) => metric));
  return SLA_METRICS.flatMap((metric) => {
    const target = targets.find((each) => each.metric === metric);
    const sinceMs = OWED_SINCE[metric](facts, latest, promised);
    if (target === undefined || sinceMs === null) return [];
    // The clock counts from the beginning, but is due now at the earliest, because it was not promised before.
    const carried = { ranMs: openMsBetween(target.calendar, sinceMs, nowMs), fromMs: nowMs };
    const reason = pauseReason(target, facts.sequenceState);
    const pauses = reason === null ? [] : [{ fromMs: nowMs, untilMs: null, reason }];
    return [{ ...startedClock(metric, target, sinceMs), carried, pauses }];
  });
}

type Owed = (
  facts: RequestFacts,
  latest: ReadonlyMap<SlaMetric, SlaClock>,
  promised: ReadonlySet<SlaMetric>,
) => number | null;

/** Since when we owe what a metric measures and no clock counts it; null if we owe nothing. */
const OWED_SINCE: Record<SlaMetric, Owed> = {
  pick_up: ({ pickedUpAtMs, waitingSinceMs }, latest) =>
    pickedUpAtMs === null && !isGoingOn(latest.get("pick_up")) ? waitingSinceMs : null,
  first_reply: ({ lastReplyAtMs, waitingSinceMs }, latest) =>
    lastReplyAtMs === null && !latest.has("first_reply") && !latest.has("next_reply") ? waitingSinceMs : null,
  // This covers a customer without any reply, if no first reply is promised or its clock is over.
  next_reply: ({ lastReplyAtMs, waitingSinceMs }, latest, promised) => {
    const comesFirst = lastReplyAtMs === null && promised.has("first_reply") && !latest.has("first_reply");
    const counts = isGoingOn(latest.get("first_reply")) || isGoingOn(latest.get("next_reply"));
    return comesFirst || counts ? null : waitingSinceMs;
  },
  resolution: (facts, latest) => (latest.has("resolution") ? null : beganAtMs(facts)),
  status_update: ({ waitingSinceMs, lastStatusUpdateAtMs }, latest) =>
    waitingSinceMs === null || isGoingOn(latest.get("status_update")) ? null : (lastStatusUpdateAtMs ?? waitingSinceMs),
};

function isGoingOn(clock: SlaClock | undefined): boolean {
  return clock !== undefined && isLive(clock);
}

/** The earliest instant known of a request; null without clocks and messages. */
function beganAtMs({ clocks, waitingSinceMs, lastCustomerMessageAtMs }: RequestFacts): number | null {
  const known = [...clocks.map(({ startedAtMs }) => startedAtMs), waitingSinceMs, lastCustomerMessageAtMs];
  const instants = known.filter((each) => each !== null);
  return instants.length === 0 ? null : Math.min(...instants);
}
