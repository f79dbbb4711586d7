import type { RoutingTeam } from "../routingConfiguration";
import type { RoutingRequest } from "../routingRequest";
import type { RoutingRep } from "../routingSnapshot";

/** Escalations go to the team's supervisors, members or not (R16). */
export function belongs(rep: RoutingRep, request: RoutingRequest, team: RoutingTeam): boolean {
  const teamIds = request.requiredRole === "supervisor" ? (rep.supervisedTeamIds ?? []) : rep.teamIds;
  return teamIds.includes(team.id);
}
