import type { RoutingTeam } from "../routingConfiguration";
import type { RoutingRequest } from "../routingRequest";
import type { RoutingRep } from "../routingSnapshot";

/**
 * Whether a request of a team is addressed to a rep. An escalation is addressed to the team's supervisors, who need not
 * be members (R16). Any other request is addressed to the team's members.
 */
export function isAddressed(rep: RoutingRep, request: RoutingRequest, team: RoutingTeam): boolean {
  const teamIds = request.requiredRole === "supervisor" ? (rep.supervisedTeamIds ?? []) : rep.teamIds;
  return teamIds.includes(team.id);
}
