import { withBreach } from "@/domain/sla/decideBreach";
import { latestOfEach } from "@/domain/sla/decideClocks";
import { readClock } from "@/domain/sla/readClock";
import type { SlaClock, SlaMetric } from "@/domain/sla/slaClock";
import { awayDueAtMs, noticeAway } from "./feedback/away";
import { withoutPastClosing } from "./feedback/outOfHours";
import { type FeedbackCode, statusUpdateDueAtMs, tellWaiting } from "./feedback/waitingFeedback";
import type { RequestFacts, RequestSettings } from "./requestFacts";

/** What a look at a request finds due. */
export type Look = {
  readonly after: RequestFacts;
  readonly feedback: readonly FeedbackCode[];
  readonly breached: readonly SlaMetric[];
  /** When to look again; null once nothing can fall due any more. */
  readonly nextLookAtMs: number | null;
};

/**
 * What is due in a request now. A timer is only a reminder to look: it may come late, twice, or after the reply. So
 * everything is decided again from the facts, and a second look at the same moment finds nothing.
 *
 * - Breach: a clock past its due time is breached once (R3, R4 and the boards).
 * - Waiting feedback: a customer who waits is told so (R3, R4).
 * - Away: a customer who owes us an answer is silent (R17).
 * - Out of hours: after the announced opening, the page no longer says that we are closed (R2).
 */
export function decideLook(facts: RequestFacts, settings: RequestSettings, nowMs: number): Look {
  if (facts.state === "retired") return { after: facts, feedback: [], breached: [], nextLookAtMs: null };

  const breached = dueMetrics(facts.clocks, nowMs);
  const withBreaches = { ...facts, clocks: facts.clocks.map((clock) => withBreach(clock, nowMs)) };
  const told = tellWaiting(withoutPastClosing(withBreaches, nowMs), settings, breached, nowMs);
  const { after, feedback } = noticeAway(told, settings, nowMs);
  return { after, feedback, breached, nextLookAtMs: nextLookAtMs(after, settings, nowMs) };
}

/** When something can next fall due in a request, never before `nowMs`; null once nothing can. */
export function nextLookAtMs(facts: RequestFacts, settings: RequestSettings, nowMs: number): number | null {
  if (facts.state === "retired") return null;
  const instants = [
    ...[...latestOfEach(facts.clocks).values()]
      .filter((clock) => clock.breachedAtMs === null)
      .flatMap((clock) => readClock(clock, nowMs).dueAtMs ?? []),
    statusUpdateDueAtMs(facts, settings, nowMs),
    awayDueAtMs(facts, settings, nowMs),
    facts.toldClosed?.opensAtMs ?? null,
  ].filter((instant) => instant !== null);
  return instants.length === 0 ? null : Math.max(nowMs, Math.min(...instants));
}

function dueMetrics(clocks: readonly SlaClock[], nowMs: number): SlaMetric[] {
  return [...latestOfEach(clocks).values()]
    .filter((clock) => clock.breachedAtMs === null && readClock(clock, nowMs).state === "breached")
    .map(({ metric }) => metric);
}
