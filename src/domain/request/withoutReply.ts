import { withDebt, withoutNotice } from "./afterEvent";
import { unansweredSinceMs, type WrittenMessage } from "./partedFacts";
import type { RequestFacts } from "./requestFacts";

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
