import { afterEvent } from "@/domain/request/afterEvent";
import { asIfNeverClosed } from "@/domain/request/beforeClosing";
import { unansweredSinceMs, withDebt } from "@/domain/request/owedAnswer";
import type { RequestFacts } from "@/domain/request/requestFacts";
import { underPolicy } from "@/domain/request/underPolicy";
import type { SlaClock } from "@/domain/sla/slaClock";
import type { Deps } from "../../deps";
import type { PartOfChanges } from "../../writer/changes";
import { composePart, withLists } from "../../writer/composeChanges";
import { changingColumns } from "../changes/clockRows";
import { requestChanges, restoringChanges } from "../changes/requestChanges";
import { sequenceEntries } from "../changes/sequenceEntries";
import type { LoadedRequest } from "../load/loadRequest";
import type { KeptSplit } from "./keptSplit";
import { type PartingMessage, writtenOf } from "./partingMessages";

/**
 * The original request as it stood before the split, with what was written since.
 *
 * @param split `isOver`: the original is over now, and goes on with what returns
 */
export function originChanges(
  origin: LoadedRequest,
  moved: readonly PartingMessage[],
  {
    before: { before: closing, escalation },
    cancelledClockIds,
    earlierClosing = null,
    isOver,
  }: KeptSplit & { isOver: boolean },
  deps: Deps,
): PartOfChanges {
  const { request, storedClocks, settings, configuration } = origin;
  const now = deps.clock.now();
  const splitAt = new Date(closing.closedAtMs);
  const uncancelled = (clock: SlaClock, id: string | undefined): SlaClock =>
    id !== undefined && cancelledClockIds.includes(id) ? { ...clock, cancelledAtMs: undefined } : clock;
  const since = moved.filter(({ isSpoken, sentAt }) => isSpoken && sentAt > splitAt);
  const facts = isOver ? asIfNeverClosed(origin.facts, closing) : origin.facts;
  const before = withReturned(facts, closing, moved, now.getTime());
  const promised = {
    ...before,
    clocks: before.clocks.map((clock, index) => uncancelled(clock, storedClocks[index]?.id)),
  };
  const played = since.reduce<RequestFacts>(
    (facts, { isFromCustomer, sentAt }) =>
      afterEvent(facts, { type: isFromCustomer ? "customer_message" : "rep_reply" }, settings, sentAt.getTime()),
    promised,
  );
  const restored = underPolicy(played, settings, now.getTime());
  const extra = {
    ...{ sequence_id: request.sequence_id, before_closing: earlierClosing, bump: true },
    ...(isOver ? escalation : {}),
  };
  const written = restoringChanges(requestChanges(origin, restored, now, deps.newId, extra));
  const patchClock = storedClocks.flatMap(({ id }, index) => {
    const clock = restored.clocks[index];
    return clock ? { id, ...changingColumns(clock, configuration, now.getTime()) } : [];
  });
  const restoreClock = storedClocks.map(({ id }, index) => ({
    clock_id: id,
    closed_at: splitAt,
    reasons: (restored.clocks[index]?.pauses ?? []).flatMap(({ untilMs, reason }) => (untilMs === null ? reason : [])),
  }));
  return composePart(
    withLists(written, { patchClock, restoreClock: isOver ? restoreClock : [] }),
    isOver && restored.state === "assigned" && request.assigned_to_id !== null
      ? { take: [{ repId: request.assigned_to_id, weight: request.weight, beyondCapacity: true }] }
      : {},
    { entries: sequenceEntries(origin, { state: restored.sequenceState }) },
  );
}

/**
 * A customer who waited before the split waits again, and one who owed an answer owes it again, unless somebody has
 * written in the original since. Everything else that happened to it since stays.
 */
function withReturned(
  facts: RequestFacts,
  before: KeptSplit["before"]["before"],
  moved: readonly PartingMessage[],
  nowMs: number,
): RequestFacts {
  const { closedAtMs: splitAtMs, waitingSinceMs, owedSinceMs, awayStep, lastStatusUpdateAtMs } = before;
  const latest = (present: number | null, isFromCustomer: boolean) => {
    const returned = moved.findLast((each) => each.isSpoken && each.isFromCustomer === isFromCustomer);
    const instants = [present, returned?.sentAt.getTime() ?? null].filter((atMs) => atMs !== null);
    return instants.length === 0 ? null : Math.max(...instants);
  };
  const isQuiet = Math.max(facts.lastReplyAtMs ?? 0, facts.lastCustomerMessageAtMs ?? 0) <= splitAtMs;
  return withDebt({
    ...facts,
    ...(isQuiet
      ? { waitingSinceMs, owedSinceMs, awayStep, lastStatusUpdateAtMs }
      : { waitingSinceMs: waitingAgainSinceMs(facts, before, moved) }),
    lastReplyAtMs: latest(facts.lastReplyAtMs, false),
    lastCustomerMessageAtMs: latest(facts.lastCustomerMessageAtMs, true),
    clocks: facts.clocks.map((clock) => {
      const known = before.clocks.find(
        (each) => each.metric === clock.metric && each.startedAtMs === clock.startedAtMs,
      );
      // The split itself began this clock, and the answer that it waits for returns now.
      if (known === undefined && clock.startedAtMs <= splitAtMs) return { cancelledAtMs: nowMs, ...clock };
      return known?.metAtMs ? { ...clock, metAtMs: known.metAtMs, breachedAtMs: known.breachedAtMs } : clock;
    }),
  });
}

/** Since when the customer waits: not for what was answered in the original since, but for what returns unanswered. */
function waitingAgainSinceMs(
  { waitingSinceMs, lastReplyAtMs }: RequestFacts,
  before: KeptSplit["before"]["before"],
  moved: readonly PartingMessage[],
): number | null {
  if (lastReplyAtMs === null || lastReplyAtMs <= before.closedAtMs) return waitingSinceMs ?? before.waitingSinceMs;
  const returned = moved.filter(({ isSpoken, sentAt }) => isSpoken && sentAt.getTime() <= before.closedAtMs);
  const own = waitingSinceMs !== null && waitingSinceMs > lastReplyAtMs ? waitingSinceMs : null;
  return unansweredSinceMs(writtenOf(returned)) ?? own;
}
