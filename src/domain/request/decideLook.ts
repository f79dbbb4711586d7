import { withBreach } from "@/domain/sla/decideBreach";
import { latestOfEach } from "@/domain/sla/decideClocks";
import { countedDueAtMs } from "@/domain/sla/hours/countedTime";
import { nextOpeningAtMs } from "@/domain/sla/hours/nextOpeningAtMs";
import { readClock } from "@/domain/sla/readClock";
import { type SlaClock, type SlaMetric, startedClock } from "@/domain/sla/slaClock";
import { afterEvent } from "./afterEvent";
import type { RequestFacts, RequestSettings } from "./requestFacts";

/** Words of the house to a customer, worded by the catalogue of whoever shows them. */
export type FeedbackCode =
  | "out_of_hours"
  | "shortly"
  | "pending"
  | "went_away"
  | "retired_no_answer"
  | "asked_category";

/** What a look at a request finds to be done. */
export type Look = {
  readonly after: RequestFacts;
  readonly feedback: readonly FeedbackCode[];
  readonly breached: readonly SlaMetric[];
  /** When to look again; null once nothing can fall due any more. */
  readonly nextLookAtMs: number | null;
};

const WAITING_METRICS: ReadonlySet<SlaMetric> = new Set(["first_reply", "next_reply"]);

/**
 * What is due in a request now. A timer is a reminder to look: it may come late, twice, or after the reply, so all is
 * decided again from the facts, and looking twice at the same moment finds nothing the second time.
 *
 * - a clock past its due time is breached, once (R3, R4 and the boards)
 * - a customer who has waited longer than the promised reply time is told that a response follows shortly (R3)
 * - one who has heard nothing for the status-update time is told that the request is pending (R4)
 * - a customer who owes us an answer and is silent for the team's open hours set for it makes the request pending, and
 *   after the longer silence retires it (R17): each once in a silence, and never while the team is closed
 * - once we were to be open again, the customer is not told any more that we are closed (R2)
 */
export function decideLook(facts: RequestFacts, settings: RequestSettings, nowMs: number): Look {
  if (facts.state === "retired") return { after: facts, feedback: [], breached: [], nextLookAtMs: null };

  const breached = dueMetrics(facts.clocks, nowMs);
  const withBreaches = { ...facts, clocks: facts.clocks.map((clock) => withBreach(clock, nowMs)) };
  const told = tellWaiting(withoutOldClosing(withBreaches, nowMs), settings, breached, nowMs);
  const { after, feedback } = noticeAway(told, settings, nowMs);
  return { after, feedback, breached, nextLookAtMs: nextLookAtMs(after, settings, nowMs) };
}

/** When the next thing can fall due in a request: a clock, a word to a waiting customer, or a silence of theirs. */
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

type Told = { readonly after: RequestFacts; readonly feedback: readonly FeedbackCode[] };

function tellWaiting(
  facts: RequestFacts,
  settings: RequestSettings,
  breached: readonly SlaMetric[],
  nowMs: number,
): Told {
  if (facts.waitingSinceMs === null || facts.owedSinceMs !== null) return { after: facts, feedback: [] };
  if (breached.some((metric) => WAITING_METRICS.has(metric))) {
    return { after: { ...facts, lastStatusUpdateAtMs: nowMs }, feedback: ["shortly"] };
  }
  const dueAtMs = statusUpdateDueAtMs(facts, settings, nowMs);
  if (dueAtMs === null || dueAtMs > nowMs) return { after: facts, feedback: [] };
  return { after: { ...facts, lastStatusUpdateAtMs: nowMs }, feedback: ["pending"] };
}

function noticeAway({ after: facts, feedback }: Told, settings: RequestSettings, nowMs: number): Told {
  const dueAtMs = awayDueAtMs(facts, settings, nowMs);
  if (dueAtMs === null || dueAtMs > nowMs) return { after: facts, feedback };
  if (!isNoticed(facts)) {
    const pending = afterEvent(facts, { type: "state_set", state: "pending" }, settings, nowMs);
    const { owedSinceMs } = facts;
    const noticed = { ...pending, awayStep: "noticed" as const, owedSinceMs, lastStatusUpdateAtMs: nowMs };
    return { after: noticed, feedback: [...feedback, "went_away"] };
  }
  const closed = afterEvent(facts, { type: "state_set", state: "closed" }, settings, nowMs);
  return { after: { ...closed, retireReason: "no_answer" }, feedback: [...feedback, "retired_no_answer"] };
}

function dueMetrics(clocks: readonly SlaClock[], nowMs: number): SlaMetric[] {
  return [...latestOfEach(clocks).values()]
    .filter((clock) => clock.breachedAtMs === null && readClock(clock, nowMs).state === "breached")
    .map(({ metric }) => metric);
}

/** The status-update time runs from the last word to the customer, in the hours of its target (R4). */
function statusUpdateDueAtMs(facts: RequestFacts, settings: RequestSettings, nowMs: number): number | null {
  const target = settings.policy.targets.find(({ metric }) => metric === "status_update");
  if (!target || facts.waitingSinceMs === null || facts.owedSinceMs !== null) return null;
  const sinceMs = facts.lastStatusUpdateAtMs ?? facts.waitingSinceMs;
  return readClock(startedClock("status_update", target, sinceMs), nowMs).dueAtMs;
}

/** When the next step of a silence is due: never while we owe the answer, and in the open hours of the team only. */
function awayDueAtMs(facts: RequestFacts, settings: RequestSettings, nowMs: number): number | null {
  const { owedSinceMs, state, lastStatusUpdateAtMs } = facts;
  if (owedSinceMs === null || state !== "assigned") return null;
  // From when they were told: a look that comes much too late must not notice and retire in one breath.
  const dueAtMs = isNoticed(facts)
    ? openTimeAfter(lastStatusUpdateAtMs ?? owedSinceMs, settings.awayAfterMs * (settings.retireMultiple - 1), settings)
    : openTimeAfter(owedSinceMs, settings.awayAfterMs, settings);
  return dueAtMs === null ? null : nextOpeningAtMs(settings.calendar, Math.max(dueAtMs, nowMs));
}

/** Whether they were told in this silence already, also where somebody has set the state since. */
function isNoticed({ awayStep, lastStatusUpdateAtMs, owedSinceMs }: RequestFacts): boolean {
  return (
    awayStep === "noticed" ||
    (lastStatusUpdateAtMs !== null && owedSinceMs !== null && lastStatusUpdateAtMs > owedSinceMs)
  );
}

function openTimeAfter(sinceMs: number, budgetMs: number, { calendar }: RequestSettings): number | null {
  return countedDueAtMs(startedClock("status_update", { budgetMs, calendar }, sinceMs));
}

function withoutOldClosing(facts: RequestFacts, nowMs: number): RequestFacts {
  const opensAtMs = facts.toldClosed?.opensAtMs ?? null;
  return opensAtMs !== null && opensAtMs <= nowMs ? { ...facts, toldClosed: null } : facts;
}
