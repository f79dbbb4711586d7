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
  const waitingSinceMs = unansweredSinceMs(messages);
  // Our answer is there now; but they have heard from us.
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

/** How a matter ended that was brought back, and how it had stood before, as far as that is known. */
export type Ending = {
  readonly atMs: number;
  readonly reason: RetireReason;
  readonly closing: BeforeClosing | null;
};

/**
 * What remains of a matter that had ended before an instant: it is over again since then, and nothing that it counted,
 * missed or was promised after its end is its own.
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
  // Promised since: by another category, or other hours.
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
