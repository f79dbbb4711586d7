import { teamOfCategory } from "./category/categoryLineage";
import type { RoutingCategory, RoutingConfiguration, RoutingTeam } from "./routingConfiguration";
import type { RoutingStep, UnassignedReason } from "./routingDecision";
import type { RoutingRequest } from "./routingRequest";

export type TeamDecision =
  | { readonly team: RoutingTeam; readonly step: RoutingStep }
  | { readonly team: null; readonly reason: UnassignedReason; readonly step: RoutingStep };

/**
 * Decides the team of a request (R7, R8), in this order:
 *
 * - the team that was already chosen for it
 * - a team of the rep that the customer asked for, preferably the category's
 * - the category's team, or its nearest ancestor's
 * - without a category, the team that the classifier is sure of
 *
 * @param personTeamIds the teams of the rep that the customer asked for; empty if they asked for nobody
 */
export function decideTeam(
  request: RoutingRequest,
  category: RoutingCategory | null,
  configuration: RoutingConfiguration,
  personTeamIds: readonly string[],
): TeamDecision {
  const { teams } = configuration;
  const chosen = teams.find(({ id }) => id === request.teamId);
  if (chosen !== undefined) return decided(chosen, "request");

  const ofCategory = category === null ? null : teamOfCategory(category, configuration);
  const ofPerson = teams.filter(({ id }) => personTeamIds.includes(id));
  const [firstOfPerson] = ofPerson;
  if (ofCategory !== null && (firstOfPerson === undefined || ofPerson.includes(ofCategory.team))) {
    return decided(ofCategory.team, ofCategory.holder === category ? "category" : "parent_category");
  }
  if (firstOfPerson !== undefined) return decided(firstOfPerson, "person");

  const { classification } = request;
  const sure = teams.find(({ id }) => category === null && id === classification?.sureTeam?.teamId);
  if (sure !== undefined) {
    const probability = classification?.sureTeam?.probability ?? 0;
    return { team: sure, step: { code: "team_classified", teamId: sure.id, probability } };
  }

  return { team: null, reason: missingReason(request, category), step: missing(request) };
}

function decided(team: RoutingTeam, by: "request" | "person" | "category" | "parent_category"): TeamDecision {
  return { team, step: { code: "team_chosen", teamId: team.id, by } };
}

function missing(request: RoutingRequest): RoutingStep {
  return { code: "team_missing", unknownTeamId: request.teamId };
}

function missingReason(request: RoutingRequest, category: RoutingCategory | null): UnassignedReason {
  if (request.teamId !== null) return "team_unknown";
  return category === null ? "no_category" : "category_without_team";
}
