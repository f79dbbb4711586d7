import type { SequenceState } from "@/domain/request/sequenceState";
import { clocksAfter } from "@/domain/sla/clocksAfter";
import type { SlaEvent } from "@/domain/sla/decideClocks";
import { withDebt, withoutNotice } from "./owedAnswer";
import type { RequestEvent, RequestFacts, RequestSettings } from "./requestFacts";

/**
 * A request as it stands after an event. Pure: its caller compares before and after, and writes what differs.
 *
 * - A customer's message makes the customer wait, from the oldest one that is unanswered; it brings a request back that
 *   waited for them (R17) or was closed.
 * - A reply ends the waiting and counts as picked up.
 * - Who of the two owes the next word follows from who wrote last and from the state that a person set: see `withDebt`.
 * - Closing retires the request as completed (R15); any other state brings a retired one back to a queue.
 */
export function afterEvent(
  facts: RequestFacts,
  event: RequestEvent,
  settings: RequestSettings,
  nowMs: number,
): RequestFacts {
  const changed = withDebt(CHANGES[event.type](facts, event, nowMs));
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

/** Closed and retired are one: a request is with nobody once its sequence is closed. */
function retiredOrBack(facts: RequestFacts, nowMs: number): RequestFacts {
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
