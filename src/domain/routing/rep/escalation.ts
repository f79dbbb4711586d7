import type { RoutingTeam } from "../routingConfiguration";
import type { RoutingRequest } from "../routingRequest";
import type { RoutingRep } from "../routingSnapshot";

/**
 * Whether a rep belongs to those who may get this request of a team. An escalation goes to the team's supervisors, who
 * need not be members (R16). Any other request goes to its members.
 */
export function belongsToSought(rep: RoutingRep, request: RoutingRequest, team: RoutingTeam): boolean {
  const teamIds = request.requiredRole === "supervisor" ? (rep.supervisedTeamIds ?? []) : rep.teamIds;
  return teamIds.includes(team.id);
}
