import { countedDueAtMs } from "@/domain/sla/hours/countedTime";
import { nextOpeningAtMs } from "@/domain/sla/hours/openHours";
import { startedClock } from "@/domain/sla/slaClock";
import { afterEvent } from "../afterEvent";
import type { RequestFacts, RequestSettings } from "../requestFacts";
import type { Told } from "./waitingFeedback";

/**
 * A customer who went away (R17). When a customer owes us an answer and stays silent for `awayAfterMs` of open time,
 * the request becomes pending. After the longer silence it is retired. Each happens once in a silence, and only in the
 * team's open hours.
 */
export function noticeAway({ after: facts, feedback }: Told, settings: RequestSettings, nowMs: number): Told {
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

/** When the next step of a silence is due, always in open hours; null while the customer owes no answer. */
export function awayDueAtMs(facts: RequestFacts, settings: RequestSettings, nowMs: number): number | null {
  const { owedSinceMs, state, lastStatusUpdateAtMs } = facts;
  if (owedSinceMs === null || state !== "assigned") return null;
  // The second step counts from the first notice, so a very late look cannot notice and retire at once.
  const dueAtMs = isNoticed(facts)
    ? openTimeAfter(lastStatusUpdateAtMs ?? owedSinceMs, settings.awayAfterMs * (settings.retireMultiple - 1), settings)
    : openTimeAfter(owedSinceMs, settings.awayAfterMs, settings);
  return dueAtMs === null ? null : nextOpeningAtMs(settings.calendar, Math.max(dueAtMs, nowMs));
}

/** Whether we already told the customer in this silence, even if somebody has set the state since. */
function isNoticed({ awayStep, lastStatusUpdateAtMs, owedSinceMs }: RequestFacts): boolean {
  return (
    awayStep === "noticed" ||
    (lastStatusUpdateAtMs !== null && owedSinceMs !== null && lastStatusUpdateAtMs > owedSinceMs)
  );
}

function openTimeAfter(sinceMs: number, budgetMs: number, { calendar }: RequestSettings): number | null {
  return countedDueAtMs(startedClock("status_update", { budgetMs, calendar }, sinceMs));
}
