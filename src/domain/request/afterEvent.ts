import type { SequenceState } from "@/domain/request/sequenceState";
import { clocksAfter } from "@/domain/sla/clocksAfter";
import type { SlaEvent } from "@/domain/sla/decideClocks";
import { withDebt, withoutNotice } from "./owedAnswer";
import type { RequestEvent, RequestFacts, RequestSettings } from "./requestFacts";

/**
 * A request after an event. The caller compares it with the request before, and writes what differs.
 *
 * - The customer waits from the oldest message that is unanswered. A message reopens a request that was pending (R17)
 *   or closed.
 * - A reply ends the waiting and counts as picked up.
 * - `withDebt` decides who owes the next word, from who wrote last and the state that a person set.
 * - Closing retires the request as completed (R15). Any other state brings a retired request back to a queue.
 */
export function afterEvent(
  facts: RequestFacts,
  event: RequestEvent,
  settings: RequestSettings,
  nowMs: number,
): RequestFacts {
  const changed = withDebt(CHANGES[event.type](facts, event, nowMs));
  const clocks = clocksAfter(facts.clocks, slaEvent(event, changed.sequenceState), settings.policy, nowMs);
  return { ...retiredOrReopened(changed, nowMs), clocks };
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
    owedSinceMs: null,
  }),
  rep_reply: (facts, event, nowMs) => ({
    ...facts,
    sequenceState: (event.type === "rep_reply" && event.thenState) || withoutNotice(facts),
    waitingSinceMs: null,
    lastReplyAtMs: nowMs,
    lastStatusUpdateAtMs: null,
    pickedUpAtMs: facts.pickedUpAtMs ?? nowMs,
    awayStep: "none",
    owedSinceMs: nowMs,
    toldClosed: null,
  }),
  queued: (facts) => facts,
  picked_up: (facts, _event, nowMs) => ({ ...facts, pickedUpAtMs: facts.pickedUpAtMs ?? nowMs }),
  state_set: (facts, event, nowMs) =>
    event.type === "state_set"
      ? {
          ...facts,
          sequenceState: event.state,
          awayStep: event.state === "pending" ? "none" : facts.awayStep,
          owedSinceMs: facts.owedSinceMs ?? (event.state === "need_info" ? nowMs : null),
        }
      : facts,
};

function slaEvent(event: RequestEvent, state: SequenceState): SlaEvent {
  return { type: event.type === "state_set" ? "state_changed" : event.type, state };
}

/** A request is retired exactly while its sequence is closed. A reopened one waits for a responder. */
function retiredOrReopened(facts: RequestFacts, nowMs: number): RequestFacts {
  if (facts.sequenceState === "closed") {
    if (facts.state === "retired") return facts;
    return {
      ...facts,
      state: "retired",
      waitingSinceMs: null,
      toldClosed: null,
      retiredAtMs: nowMs,
      retireReason: "completed",
    };
  }
  if (facts.state !== "retired") return facts;
  return { ...facts, state: "unassigned", pickedUpAtMs: null, retiredAtMs: null, retireReason: null };
}
