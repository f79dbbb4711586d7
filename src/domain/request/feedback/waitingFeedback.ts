import { readClock } from "@/domain/sla/readClock";
import { type SlaMetric, startedClock } from "@/domain/sla/slaClock";
import type { RequestFacts, RequestSettings } from "../requestFacts";

/** Words of the house to a customer, worded by the catalogue of the screen that shows them. */
export type FeedbackCode =
  | "out_of_hours"
  | "shortly"
  | "pending"
  | "went_away"
  | "retired_no_answer"
  | "asked_category";

/** A request behind a word to its customer, and which it was, if any. */
export type Told = { readonly after: RequestFacts; readonly feedback: readonly FeedbackCode[] };

const WAITING_METRICS: ReadonlySet<SlaMetric> = new Set(["first_reply", "next_reply"]);

/**
 * The feedback that a waiting customer is due (R3, R4). One who has waited longer than the promised reply time is told
 * that a response follows shortly (R3). One who has heard nothing for the status-update time is told that the request is
 * pending (R4). Nobody is told anything who owes us an answer.
 *
 * @param breached the promises that are found broken now
 */
export function tellWaiting(
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

/** The status-update time runs from the last word to the customer, in the hours of its target (R4). */
export function statusUpdateDueAtMs(facts: RequestFacts, settings: RequestSettings, nowMs: number): number | null {
  const target = settings.policy.targets.find(({ metric }) => metric === "status_update");
  if (!target || facts.waitingSinceMs === null || facts.owedSinceMs !== null) return null;
  const sinceMs = facts.lastStatusUpdateAtMs ?? facts.waitingSinceMs;
  return readClock(startedClock("status_update", target, sinceMs), nowMs).dueAtMs;
}
