import { readClock } from "@/domain/sla/readClock";
import { type SlaMetric, startedClock } from "@/domain/sla/slaClock";
import type { RequestFacts, RequestSettings } from "../requestFacts";

/** Feedback from the house to a customer. The catalogue of each screen has its words. */
export type FeedbackCode =
  | "out_of_hours"
  | "shortly"
  | "pending"
  | "went_away"
  | "retired_no_answer"
  | "asked_category";

/** A request after feedback to its customer, and the feedback itself; empty for none. */
export type Told = { readonly after: RequestFacts; readonly feedback: readonly FeedbackCode[] };

const WAITING_METRICS: ReadonlySet<SlaMetric> = new Set(["first_reply", "next_reply"]);

/**
 * Gives a waiting customer the feedback that is due (R3, R4). After the promised reply time the customer hears that a
 * response follows shortly (R3). After the status-update time without a word the customer hears that the request is
 * pending (R4). A customer who owes us an answer hears nothing.
 *
 * @param breached the metrics that this look finds breached
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

/** When the next status update is due (R4), counted from the last feedback in the target's hours; null for never. */
export function statusUpdateDueAtMs(facts: RequestFacts, settings: RequestSettings, nowMs: number): number | null {
  const target = settings.policy.targets.find(({ metric }) => metric === "status_update");
  if (!target || facts.waitingSinceMs === null || facts.owedSinceMs !== null) return null;
  const sinceMs = facts.lastStatusUpdateAtMs ?? facts.waitingSinceMs;
  return readClock(startedClock("status_update", target, sinceMs), nowMs).dueAtMs;
}
