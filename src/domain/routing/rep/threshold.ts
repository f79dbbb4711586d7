import type { RoutingTeam } from "../routingConfiguration";
import type { RoutingRequest } from "../routingRequest";
import type { RoutingRep } from "../routingSnapshot";

/** The team's threshold, if this request would bring the rep's queue above it (R11); else null. */
export function exceededThreshold({ used }: RoutingRep, { weight }: RoutingRequest, team: RoutingTeam): number | null {
  const threshold = team.queueThresholdPerRep;
  return threshold !== null && used + weight > threshold ? threshold : null;
}
