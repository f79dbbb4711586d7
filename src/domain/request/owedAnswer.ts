import type { RequestFacts } from "./requestFacts";
import type { SequenceState } from "./sequenceState";

/** Pending because the customer went away is nobody's word that we come back to them: our reply begins anew. */
export function withoutNotice({ sequenceState, awayStep }: RequestFacts): SequenceState {
  return sequenceState === "pending" && awayStep === "noticed" ? "open" : sequenceState;
}

/**
 * Since when the customer owes us an answer, if they do (R17): we need information from them, or wrote last and left
 * the request open. "Pending" says that we come back to them, so that we owe the next word.
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

/** A message between the customer and us, at the time when it was written. */
export type WrittenMessage = { readonly isFromCustomer: boolean; readonly sentAtMs: number };

/** Since when the customer waits for an answer to what they said; null where ours was the last word. */
export function unansweredSinceMs(messages: readonly WrittenMessage[]): number | null {
  const answeredTo = messages.findLastIndex(({ isFromCustomer }) => !isFromCustomer);
  return messages[answeredTo + 1]?.sentAtMs ?? null;
}

/**
 * A request after a reply of ours was taken back. Where it was our last word the customer waits again for an answer to
 * what they wrote, and owes us none (R17), but for information that we said we need. What a clock has met stays met.
 *
 * @param messages what people have said that is still there, oldest first
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
