import { isOpenAt, nextOpeningAtMs } from "@/domain/sla/hours/openHours";
import type { RequestFacts, RequestSettings, ToldClosed } from "../requestFacts";

/** What came of it: the request, and what the customer is told now, if anything. */
export type ClosedWord = { readonly after: RequestFacts; readonly word: Pick<ToldClosed, "opensAtMs"> | null };

/**
 * Whether a customer who waits is told that we are closed (R2), to be asked behind an act of theirs and where their
 * request first finds a team: what they are promised then follows from these hours. They are told once for each opening
 * that they wait for. Who is talking with somebody of us is not told: that goes on past the end of the day.
 *
 * @param facts as they stand behind the act
 */
export function tellClosed(facts: RequestFacts, settings: RequestSettings, nowMs: number): ClosedWord {
  if (facts.waitingSinceMs === null || isTalking(facts, settings, nowMs)) return { after: facts, word: null };
  const { toldClosed } = facts;
  if (isOpenAt(settings.calendar, nowMs)) {
    return { after: toldClosed === null ? facts : { ...facts, toldClosed: null }, word: null };
  }
  const opensAtMs = nextOpeningAtMs(settings.calendar, nowMs);
  if (toldClosed?.opensAtMs === opensAtMs) return { after: facts, word: null };
  return { after: { ...facts, toldClosed: { atMs: nowMs, opensAtMs } }, word: { opensAtMs } };
}

function isTalking(
  { state, lastReplyAtMs, pickedUpAtMs }: RequestFacts,
  { awayAfterMs }: RequestSettings,
  nowMs: number,
) {
  const lastSignAtMs = Math.max(lastReplyAtMs ?? 0, pickedUpAtMs ?? 0);
  return state === "assigned" && lastSignAtMs > 0 && nowMs - lastSignAtMs < awayAfterMs;
}

/** The customer is not told any more that we are closed, once we were to be open again (R2). */
export function withoutOldClosing(facts: RequestFacts, nowMs: number): RequestFacts {
  const opensAtMs = facts.toldClosed?.opensAtMs ?? null;
  return opensAtMs !== null && opensAtMs <= nowMs ? { ...facts, toldClosed: null } : facts;
}
