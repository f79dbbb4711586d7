import { type CategoryDecision, decideCategory } from "./category/decideCategory";
import { decideTeam, type TeamDecision } from "./decideTeam";
import type { RoutingConfiguration } from "./routingConfiguration";
import type { RoutingRequest } from "./routingRequest";

/** The category and team of a request, with the reasons. It does not depend on who is there. */
export type RoutingPlace = { readonly category: CategoryDecision; readonly team: TeamDecision };

/**
 * Decides the category and the team of a request (R6–R8).
 *
 * @param personTeamIds the teams of the rep that the customer asked for; empty if they asked for nobody
 */
export function decidePlace(
  request: RoutingRequest,
  configuration: RoutingConfiguration,
  personTeamIds: readonly string[],
): RoutingPlace {
  const category = decideCategory(request, configuration);
  return { category, team: decideTeam(request, category.category, configuration, personTeamIds) };
}
