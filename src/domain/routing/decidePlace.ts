import { type CategoryDecision, decideCategory } from "./category/decideCategory";
import { decideTeam, type TeamDecision } from "./decideTeam";
import type { RoutingConfiguration } from "./routingConfiguration";
import type { RoutingRequest } from "./routingRequest";

/** Where a request belongs, and why: known before anybody looks who of the team is there. */
export type RoutingPlace = { readonly category: CategoryDecision; readonly team: TeamDecision };

/**
 * The category of a request and the team for it (R6–R8).
 *
 * @param personTeamIds teams of the rep whom the customer asked for; empty when there is none
 */
export function decidePlace(
  request: RoutingRequest,
  configuration: RoutingConfiguration,
  personTeamIds: readonly string[],
): RoutingPlace {
  const category = decideCategory(request, configuration);
  return { category, team: decideTeam(request, category.category, configuration, personTeamIds) };
}
