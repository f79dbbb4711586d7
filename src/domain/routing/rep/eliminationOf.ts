import type { Availability } from "@/domain/routing/availability";
import type { RoutingTeam } from "../routingConfiguration";
import type { RoutingRequest } from "../routingRequest";
import type { RoutingRep } from "../routingSnapshot";
import { isAddressed } from "./escalation";
import { exceededThreshold } from "./threshold";

/** Why a rep may not get a request, in the order in which the reasons are checked. */
export type RepElimination =
  | { readonly reason: "outside_team" }
  | { readonly reason: "unavailable"; readonly availability: Availability }
  | { readonly reason: "declined" }
  | { readonly reason: "lacks_skills"; readonly skills: readonly string[] }
  | { readonly reason: "at_capacity"; readonly used: number; readonly capacity: number }
  | { readonly reason: "above_threshold"; readonly used: number; readonly threshold: number }
  /** The rep could take it, but somebody on duty can, too (R10). */
  | { readonly reason: "on_call_not_needed" };

/**
 * The first reason why this rep may not get this request of this team (R10, R11), or null if there is none. It looks at
 * this rep alone, so it never answers "on_call_not_needed", which depends on the other reps.
 */
export function eliminationOf(rep: RoutingRep, request: RoutingRequest, team: RoutingTeam): RepElimination | null {
  const { availability, used, capacity } = rep;
  if (!isAddressed(rep, request, team)) return { reason: "outside_team" };
  if (availability !== "available" && availability !== "on_call") return { reason: "unavailable", availability };
  if (request.excludedRepIds.includes(rep.repId)) return { reason: "declined" };

  const lacking = request.requiredSkills.filter((skill) => !rep.skills.includes(skill));
  if (lacking.length > 0) return { reason: "lacks_skills", skills: lacking };

  if (!hasCapacity(rep, request)) return { reason: "at_capacity", used, capacity };

  const threshold = exceededThreshold(rep, request, team);
  return threshold === null ? null : { reason: "above_threshold", used, threshold };
}

/** Whether a rep has room for a request (R10). The database's conditional update has the same rule. */
function hasCapacity({ used, capacity }: RoutingRep, { weight }: RoutingRequest): boolean {
  // False for a weight that is not a number.
  return used + weight <= capacity;
}
