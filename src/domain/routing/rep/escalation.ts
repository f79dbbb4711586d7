import type { RoutingTeam } from "../routingConfiguration";
import type { RoutingRequest } from "../routingRequest";
import type { RoutingRep } from "../routingSnapshot";

/**
 * Whether a rep is one of those whom a request looks for in a team. An escalation goes to the team's supervisors, members
 * or not (R16); any other request goes to its members.
 */
export function belongsToSought(rep: RoutingRep, request: RoutingRequest, team: RoutingTeam): boolean {
  const teamIds = request.requiredRole === "supervisor" ? (rep.supervisedTeamIds ?? []) : rep.teamIds;
  return teamIds.includes(team.id);
}
