import { countedDueAtMs } from "@/domain/sla/hours/countedTime";
import { nextOpeningAtMs } from "@/domain/sla/hours/openHours";
import { startedClock } from "@/domain/sla/slaClock";
import { afterEvent } from "../afterEvent";
import type { RequestFacts, RequestSettings } from "../requestFacts";
import type { Told } from "./waitingFeedback";

/**
 * A customer who went away (R17). One who owes us an answer and is silent for the team's open hours set for it makes the
 * request pending, and after the longer silence retires it: each once in a silence, and never while the team is closed.
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

/** When the next step of a silence is due: never while we owe the answer, and in the open hours of the team only. */
export function awayDueAtMs(facts: RequestFacts, settings: RequestSettings, nowMs: number): number | null {
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
