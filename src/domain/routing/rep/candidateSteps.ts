import type { RoutingTeam } from "../routingConfiguration";
import { type AvailabilityStep, CANDIDATE_STEPS_MAX, type CandidateStep, type RoutingStep } from "../routingDecision";
import type { RoutingRep } from "../routingSnapshot";
import type { RepAssessment } from "./assessReps";

/**
 * The steps that explain who could get the request and why others could not. The candidates come first, by rank, then
 * the eliminated reps, at most CANDIDATE_STEPS_MAX together, with a count of the rest. The pool (R10) and the threshold
 * (R11) follow.
 */
export function candidateSteps(
  ranked: readonly RoutingRep[],
  assessment: RepAssessment,
  team: RoutingTeam,
): readonly RoutingStep[] {
  const all = [
    ...ranked.map((rep, index) => candidateStep(rep, { rank: index + 1, elimination: null })),
    ...assessment.eliminated.map(({ rep, elimination }) => candidateStep(rep, { rank: null, elimination })),
  ];
  const omittedCount = all.length - CANDIDATE_STEPS_MAX;
  return [
    ...all.slice(0, CANDIDATE_STEPS_MAX),
    ...(omittedCount > 0 ? [{ code: "candidates_omitted", count: omittedCount } as const] : []),
    availabilityStep(assessment),
    ...thresholdSteps(assessment, team),
  ];
}

function candidateStep(rep: RoutingRep, standing: Pick<CandidateStep, "rank" | "elimination">): CandidateStep {
  const { repId, name, used, capacity, lastOfferedAtMs } = rep;
  return { code: "candidate", repId, name, used, capacity, lastOfferedAtMs, ...standing };
}

function availabilityStep({ candidates, eliminated }: RepAssessment): AvailabilityStep {
  const members = [
    ...candidates,
    ...eliminated.filter(({ elimination }) => elimination.reason !== "outside_team").map(({ rep }) => rep),
  ];
  const countOf = (availability: RoutingRep["availability"]) =>
    members.filter((rep) => rep.availability === availability).length;
  const [availableCount, onCallCount] = [countOf("available"), countOf("on_call")];
  return {
    code: "availability",
    pool: poolOf(candidates[0]?.availability, { availableCount, onCallCount }),
    availableCount,
    onCallCount,
    candidateCount: candidates.length,
  };
}

/** The pool of the candidates. Without candidates, the pool that has anybody at all; "none" if neither has. */
function poolOf(
  ofCandidates: RoutingRep["availability"] | undefined,
  { availableCount, onCallCount }: Pick<AvailabilityStep, "availableCount" | "onCallCount">,
): AvailabilityStep["pool"] {
  if (ofCandidates !== undefined) return ofCandidates === "on_call" ? "on_call" : "available";
  if (availableCount > 0) return "available";
  return onCallCount > 0 ? "on_call" : "none";
}

function thresholdSteps({ candidates, eliminated }: RepAssessment, team: RoutingTeam): readonly RoutingStep[] {
  const perRep = team.queueThresholdPerRep;
  if (perRep === null) return [];
  const aboveCount = eliminated.filter(({ elimination }) => elimination.reason === "above_threshold").length;
  return [{ code: "threshold", perRep, aboveCount, isExceeded: aboveCount > 0 && candidates.length === 0 }];
}
