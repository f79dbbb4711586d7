import type { RoutingTeam } from "../routingConfiguration";
import type { RoutingStep } from "../routingDecision";
import type { RoutingRequest } from "../routingRequest";
import type { RoutingRep } from "../routingSnapshot";

/** The team's threshold, where this request would bring this rep's queue above it (R11); else null. */
export function exceededThreshold({ used }: RoutingRep, { weight }: RoutingRequest, team: RoutingTeam): number | null {
  const threshold = team.queueThresholdPerRep;
  return threshold !== null && used + weight > threshold ? threshold : null;
}

type Assessed = {
  readonly candidates: readonly RoutingRep[];
  readonly eliminated: readonly { readonly elimination: { readonly reason: string } }[];
};

/** Tells whether the threshold keeps a request in the team's queue (R11): nobody may have it, and some are full by it. */
export function thresholdSteps({ candidates, eliminated }: Assessed, team: RoutingTeam): readonly RoutingStep[] {
  const perRep = team.queueThresholdPerRep;
  if (perRep === null) return [];
  const aboveCount = eliminated.filter(({ elimination }) => elimination.reason === "above_threshold").length;
  return [{ code: "threshold", perRep, aboveCount, isExceeded: aboveCount > 0 && candidates.length === 0 }];
}
