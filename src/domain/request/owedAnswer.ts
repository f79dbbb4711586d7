import type { RequestFacts } from "./requestFacts";
import type { SequenceState } from "./sequenceState";

/**
 * The state of the sequence without an away notice (R17). If it is pending only because the customer went away, it
 * counts as open, because nobody promised to come back to them.
 */
export function withoutNotice({ sequenceState, awayStep }: RequestFacts): SequenceState {
  return sequenceState === "pending" && awayStep === "noticed" ? "open" : sequenceState;
}

/**
 * Clears `owedSinceMs` unless the customer owes us an answer (R17). They owe one when we need information from them, or
 * when we wrote last and left the request open. "Pending" means that we come back to them, so we owe the next word,
 * unless it is pending because they went away.
 */
export function withDebt(facts: RequestFacts): RequestFacts {
  const { sequenceState, waitingSinceMs, lastReplyAtMs, awayStep } = facts;
  const wroteLast = lastReplyAtMs !== null && waitingSinceMs === null;
  const isOwed =
    sequenceState === "need_info" ||
    (sequenceState === "pending" && awayStep === "noticed") ||
    (sequenceState === "open" && wroteLast);
  return isOwed && facts.owedSinceMs !== null ? facts : { ...facts, owedSinceMs: null, awayStep: "none" };
}

/** Who wrote a message between the customer and us, and when (epoch ms). */
export type WrittenMessage = { readonly isFromCustomer: boolean; readonly sentAtMs: number };

/** When the customer wrote the first message that is unanswered; null if we wrote last. `messages`: oldest first. */
export function unansweredSinceMs(messages: readonly WrittenMessage[]): number | null {
  const answeredTo = messages.findLastIndex(({ isFromCustomer }) => !isFromCustomer);
  return messages[answeredTo + 1]?.sentAtMs ?? null;
}

/**
 * A request after one of our replies was taken back. If it was our last word, the customer waits again for an answer,
 * and owes us none (R17), unless we said that we need information. A clock that the reply met stays met.
 *
 * @param messages the remaining messages of people, oldest first
 */
export function withoutReply(facts: RequestFacts, messages: readonly WrittenMessage[]): RequestFacts {
  const lastReplyAtMs = messages.findLast(({ isFromCustomer }) => !isFromCustomer)?.sentAtMs ?? null;
  const waitingSinceMs = unansweredSinceMs(messages);
  if (facts.state === "retired" || lastReplyAtMs === facts.lastReplyAtMs) return facts;
  const changed = { ...facts, lastReplyAtMs };
  const isOurs = waitingSinceMs === null && lastReplyAtMs !== null;
  if (isOurs) return changed;
  if (facts.waitingSinceMs !== null) return { ...changed, waitingSinceMs };
  const anew = { sequenceState: withoutNotice(facts), awayStep: "none", lastStatusUpdateAtMs: null } as const;
  return withDebt({ ...changed, ...anew, waitingSinceMs });
}
