import type { RoutingTeam } from "../routingConfiguration";
import type { RoutingStep } from "../routingDecision";
import type { RepAssessment } from "./assessReps";

/** Tells whether the threshold keeps a request in the team's queue (R11): nobody may have it, and some are full by it. */
export function thresholdSteps({ candidates, eliminated }: RepAssessment, team: RoutingTeam): readonly RoutingStep[] {
  const perRep = team.queueThresholdPerRep;
  if (perRep === null) return [];
  const aboveCount = eliminated.filter(({ elimination }) => elimination.reason === "above_threshold").length;
  return [{ code: "threshold", perRep, aboveCount, isExceeded: aboveCount > 0 && candidates.length === 0 }];
}
