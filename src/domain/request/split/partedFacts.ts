import type { SlaClock } from "../../sla/slaClock";
import { afterEvent } from "../afterEvent";
import type { BeforeClosing } from "../beforeClosing";
import { unansweredSinceMs, type WrittenMessage, withDebt } from "../owedAnswer";
import {
  NEW_REQUEST,
  type RequestFacts,
  type RequestSettings,
  type RequestState,
  type RetireReason,
} from "../requestFacts";

/**
 * The request of a sequence that a split made (O7), as if it had begun with these messages: its clocks run from the
 * times of the messages.
 *
 * @param messages oldest first, the first by the customer
 * @param state the state of the request that it was split from
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
 * What remains of a request after a split took its messages from `fromMs` on (O7). Clocks that these messages started
 * are cancelled, since the new sequence has them. The rest decides who owes the next word: if our answer went away, the
 * customer waits for one here; if we wrote last, the customer owes an answer from now.
 *
 * @param messages the messages of people that remain, oldest first
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
  const waitingSinceMs = unansweredSinceMs(messages);
  // Our answer is in the other sequence now, but the customer has heard from us.
  const isAnsweredThere = waitingSinceMs !== null && facts.lastReplyAtMs !== null && facts.lastReplyAtMs >= fromMs;
  const unmet = (clock: SlaClock): SlaClock =>
    isAnsweredThere && isReply(clock) && (clock.metAtMs ?? 0) >= fromMs ? { ...clock, metAtMs: null } : clock;
  return withDebt({
    ...facts,
    waitingSinceMs,
    ...(isAnsweredThere ? { lastStatusUpdateAtMs: facts.lastReplyAtMs } : {}),
    lastCustomerMessageAtMs: lastOf(true),
    lastReplyAtMs: lastOf(false),
    owedSinceMs: facts.owedSinceMs ?? (isOurs ? nowMs : null),
    clocks: facts.clocks.map((clock) =>
      clock.startedAtMs < fromMs ? unmet(clock) : { cancelledAtMs: nowMs, ...clock },
    ),
  });
}

const isReply = ({ metric }: SlaClock) => metric === "first_reply" || metric === "next_reply";

/** How a reopened request had ended, and how it was before that ending; null if that was not kept. */
export type Ending = {
  readonly atMs: number;
  readonly reason: RetireReason;
  readonly closing: BeforeClosing | null;
};

/**
 * What remains of a request that had already ended before `fromMs`. It is retired again as of that ending, and keeps
 * nothing that was counted, missed or promised after it.
 */
export function overAgain(
  remaining: RequestFacts,
  ending: Ending,
  fromMs: number,
  settings: RequestSettings,
  nowMs: number,
): RequestFacts {
  const closed = afterEvent(remaining, { type: "state_set", state: "closed" }, settings, nowMs);
  return {
    ...closed,
    retiredAtMs: ending.atMs,
    retireReason: ending.reason,
    clocks: closed.clocks.map((clock) => asItEnded(clock, ending, fromMs, nowMs)),
  };
}

function asItEnded(clock: SlaClock, { atMs, closing }: Ending, fromMs: number, nowMs: number): SlaClock {
  const known = closing?.clocks.find(
    ({ metric, startedAtMs }) => metric === clock.metric && startedAtMs === clock.startedAtMs,
  );
  // This clock was promised after the ending, by another category or other hours.
  if (closing !== null && known === undefined) return { cancelledAtMs: nowMs, ...clock };
  const end = clock.pauses.findLast(
    (pause) => pause.reason === "closed" && pause.untilMs !== null && pause.fromMs <= fromMs,
  );
  const isMetByEnd = end !== undefined || (clock.metric === "resolution" && clock.cancelledAtMs === undefined);
  if (!isMetByEnd) return clock;
  const metAtMs = end?.fromMs ?? atMs;
  const { cancelledAtMs = metAtMs, breachedAtMs } = clock;
  return {
    ...clock,
    ...(known?.budgetMs === undefined
      ? {}
      : { budgetMs: known.budgetMs, calendar: known.calendar ?? null, carried: known.carried }),
    cancelledAtMs: cancelledAtMs > metAtMs ? undefined : clock.cancelledAtMs,
    breachedAtMs: breachedAtMs !== null && breachedAtMs > metAtMs ? null : breachedAtMs,
    metAtMs,
  };
}
