import { clocksAfter } from "@/domain/sla/clocksAfter";
import { isBreachedBy } from "@/domain/sla/decideBreach";
import { isLive, latestOfEach, pauseReason } from "@/domain/sla/decideClocks";
import { openMsBetween } from "@/domain/sla/hours/openHours";
import { rebaseClock } from "@/domain/sla/rebaseClock";
import { SLA_METRICS, type SlaClock, type SlaMetric, startedClock } from "@/domain/sla/slaClock";
import type { SlaTarget } from "@/domain/sla/slaPolicy";
import type { RequestFacts, RequestSettings } from "./requestFacts";

/**
 * A request as it stands once another policy or other hours hold for it: its category, its team or its tier changed, or
 * it was reopened. The law, for the clock of each metric that counts:
 *
 * - met, breached or shelved by a closing: it stays what it was
 * - running or paused: it has the budget and the hours of the latest policy, and has counted exactly what it had counted
 * - a metric that the latest policy does not promise has no clock
 * - a metric that it promises, and that the customer still waits for, has one, counted from when the waiting began
 * - a clock stands still just where the latest policy lets it, in the present state of the sequence
 */
export function underPolicy(facts: RequestFacts, settings: RequestSettings, nowMs: number): RequestFacts {
  if (facts.sequenceState === "closed") return facts;
  const { targets } = settings.policy;
  const state = { type: "state_changed", state: facts.sequenceState } as const;
  // What stands still from now on is not due at once, and what goes on from now on was not due while it stood still.
  const known = clocksAfter(facts.clocks, state, settings.policy, nowMs);
  const counting = new Set(latestOfEach(facts.clocks).values());
  const rebased = facts.clocks.map((before, index) => {
    const clock = known[index] ?? before;
    if (!counting.has(before) || !isLive(before)) return clock;
    const target = targets.find(({ metric }) => metric === clock.metric);
    if (target) return rebaseClock(clock, target, nowMs, before);
    return isBreachedBy(before, nowMs) ? clock : { ...clock, cancelledAtMs: nowMs };
  });
  return { ...facts, clocks: [...rebased, ...promisedAnew({ ...facts, clocks: rebased }, targets, nowMs)] };
}

function promisedAnew(facts: RequestFacts, targets: readonly SlaTarget[], nowMs: number): SlaClock[] {
  const latest = latestOfEach(facts.clocks);
  const promised = new Set(targets.map(({ metric }) => metric));
  return SLA_METRICS.flatMap((metric) => {
    const target = targets.find((each) => each.metric === metric);
    const sinceMs = OWED_SINCE[metric](facts, latest, promised);
    if (target === undefined || sinceMs === null) return [];
    // Counted from the beginning, but due now at the earliest: it was not promised before.
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

/** Since when we owe the customer what a metric measures, where no clock counts it; null where we owe nothing. */
const OWED_SINCE: Record<SlaMetric, Owed> = {
  pick_up: ({ pickedUpAtMs, waitingSinceMs }, latest) =>
    pickedUpAtMs === null && !isGoingOn(latest.get("pick_up")) ? waitingSinceMs : null,
  first_reply: ({ lastReplyAtMs, waitingSinceMs }, latest) =>
    lastReplyAtMs === null && !latest.has("first_reply") && !latest.has("next_reply") ? waitingSinceMs : null,
  // Also of a customer who never had a reply, where no first one is promised, or its clock is over.
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

/** When the request began, as far as its clocks and its waiting tell. */
function beganAtMs({ clocks, waitingSinceMs, lastCustomerMessageAtMs }: RequestFacts): number | null {
  const known = [...clocks.map(({ startedAtMs }) => startedAtMs), waitingSinceMs, lastCustomerMessageAtMs];
  const instants = known.filter((each) => each !== null);
  return instants.length === 0 ? null : Math.min(...instants);
}
