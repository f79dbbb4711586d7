import { isOpenAt, nextOpeningAtMs } from "@/domain/sla/hours/openHours";
import type { RequestFacts, RequestSettings, ToldClosed } from "../requestFacts";

/** The request afterwards, and what to tell the customer now; null for nothing. */
export type ClosedWord = { readonly after: RequestFacts; readonly word: Pick<ToldClosed, "opensAtMs"> | null };

/**
 * Whether to tell a customer who waits that we are closed (R2). Callers ask after an act of the customer, and when the
 * request first gets a team, since its hours then decide what is promised. A customer is told once for each opening
 * that they wait for. A customer who is talking with a rep is not told, because the talk goes on after closing time.
 *
 * @param facts the request after the act
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

/** Drops the out-of-hours feedback once its announced opening has come (R2). */
export function withoutPastClosing(facts: RequestFacts, nowMs: number): RequestFacts {
  const opensAtMs = facts.toldClosed?.opensAtMs ?? null;
  return opensAtMs !== null && opensAtMs <= nowMs ? { ...facts, toldClosed: null } : facts;
}
