import { clocksAfter } from "@/domain/sla/clocksAfter";
import type { SlaEvent } from "@/domain/sla/decideClocks";
import type { RequestEvent, RequestFacts, RequestSettings, SequenceState } from "./requestFacts";

/**
 * A request as it stands after an event. Pure: whoever calls it compares before and after, and writes what differs.
 *
 * - A customer's message makes the customer wait, from the oldest one that is unanswered; it brings a request back that
 *   waited for them (R17) or was closed.
 * - A reply ends the waiting and counts as picked up.
 * - Closing retires the request as completed (R15); any other state brings a retired one back to a queue.
 */
export function afterEvent(
  facts: RequestFacts,
  event: RequestEvent,
  settings: RequestSettings,
  nowMs: number,
): RequestFacts {
  const changed = CHANGES[event.type](facts, event, nowMs);
  const clocks = clocksAfter(facts.clocks, slaEvent(event, changed.sequenceState), settings.policy, nowMs);
  return { ...retiredOrBack(changed, nowMs), clocks };
}

type Change = (facts: RequestFacts, event: RequestEvent, nowMs: number) => RequestFacts;

const CHANGES: Record<RequestEvent["type"], Change> = {
  customer_message: (facts, _event, nowMs) => ({
    ...facts,
    sequenceState: "open",
    waitingSinceMs: facts.waitingSinceMs ?? nowMs,
    lastCustomerMessageAtMs: nowMs,
    lastStatusUpdateAtMs: facts.waitingSinceMs === null ? null : facts.lastStatusUpdateAtMs,
    awayStep: "none",
  }),
  rep_reply: (facts, event, nowMs) => ({
    ...facts,
    sequenceState: (event.type === "rep_reply" && event.thenState) || facts.sequenceState,
    waitingSinceMs: null,
    lastReplyAtMs: nowMs,
    lastStatusUpdateAtMs: null,
    pickedUpAtMs: facts.pickedUpAtMs ?? nowMs,
    awayStep: "none",
  }),
  queued: (facts) => facts,
  picked_up: (facts, _event, nowMs) => ({ ...facts, pickedUpAtMs: facts.pickedUpAtMs ?? nowMs }),
  state_set: (facts, event) => (event.type === "state_set" ? { ...facts, sequenceState: event.state } : facts),
};

function slaEvent(event: RequestEvent, state: SequenceState): SlaEvent {
  return { type: event.type === "state_set" ? "state_changed" : event.type, state };
}

/** Closed and retired are one: a request is with nobody once its sequence is closed. */
function retiredOrBack(facts: RequestFacts, nowMs: number): RequestFacts {
  if (facts.sequenceState === "closed") {
    if (facts.state === "retired") return facts;
    return { ...facts, state: "retired", waitingSinceMs: null, retiredAtMs: nowMs, retireReason: "completed" };
  }
  if (facts.state !== "retired") return facts;
  return { ...facts, state: "unassigned", pickedUpAtMs: null, retiredAtMs: null, retireReason: null };
}
