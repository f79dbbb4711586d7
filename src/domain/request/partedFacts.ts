import { afterEvent, withDebt } from "./afterEvent";
import { NEW_REQUEST } from "./newRequest";
import type { RequestFacts, RequestSettings, RequestState } from "./requestFacts";

/** A message between the customer and us, at the time when it was written. */
export type WrittenMessage = { readonly isFromCustomer: boolean; readonly sentAtMs: number };

/**
 * A request as it would stand had its matter begun with these messages (O7): its clocks run from their own times. It is
 * with whom the matter that it came from is.
 *
 * @param messages oldest first, the first by the customer
 */
export function partedFacts(
  messages: readonly WrittenMessage[],
  state: RequestState,
  settings: RequestSettings,
): RequestFacts {
  return messages.reduce<RequestFacts>(
    (facts, { isFromCustomer, sentAtMs }) =>
      afterEvent(facts, { type: isFromCustomer ? "customer_message" : "rep_reply" }, settings, sentAtMs),
    { ...NEW_REQUEST, state },
  );
}

/**
 * What remains of a request whose messages from an instant on became another's. Nobody waits in it for their answer, and
 * what they began to count is promised there. Who owes the next word follows from who wrote last of what is left: where
 * our answer went with them, the customer waits for one here, and where ours is the last word, they owe theirs from now.
 *
 * @param messages what people said in it before that instant, oldest first
 */
export function remainingFacts(
  facts: RequestFacts,
  fromMs: number,
  messages: readonly WrittenMessage[],
  nowMs: number,
): RequestFacts {
  const lastOf = (isFromCustomer: boolean) =>
    messages.findLast((message) => message.isFromCustomer === isFromCustomer)?.sentAtMs ?? null;
  const isOurs = messages.at(-1)?.isFromCustomer === false;
  return withDebt({
    ...facts,
    waitingSinceMs: unansweredSinceMs(messages),
    lastCustomerMessageAtMs: lastOf(true),
    lastReplyAtMs: lastOf(false),
    owedSinceMs: facts.owedSinceMs ?? (isOurs ? nowMs : null),
    clocks: facts.clocks.map((clock) => (clock.startedAtMs < fromMs ? clock : { cancelledAtMs: nowMs, ...clock })),
  });
}

/** Since when the customer waits for an answer to what they said; null where ours was the last word. */
export function unansweredSinceMs(messages: readonly WrittenMessage[]): number | null {
  const answeredTo = messages.findLastIndex(({ isFromCustomer }) => !isFromCustomer);
  return messages[answeredTo + 1]?.sentAtMs ?? null;
}
