import type { RoutingTeam } from "../routingConfiguration";
import type { RoutingRequest } from "../routingRequest";
import type { RoutingRep } from "../routingSnapshot";
import { eliminationOf, type RepElimination } from "./eliminationOf";
import { byRepId } from "./loadBalancing";

export type EliminatedRep = { readonly rep: RoutingRep; readonly elimination: RepElimination };

export type RepAssessment = {
  /** The reps who may get the request: those on duty, else those on call (R10). Not ranked yet. */
  readonly candidates: readonly RoutingRep[];
  /** All other reps; those closest to getting it come first. */
  readonly eliminated: readonly EliminatedRep[];
};

const NEARNESS: readonly RepElimination["reason"][] = [
  "on_call_not_needed",
  "above_threshold",
  "at_capacity",
  "lacks_skills",
  "declined",
  "unavailable",
  "outside_team",
];

/** Which reps may get the request, and why the others may not. */
export function assessReps(reps: readonly RoutingRep[], request: RoutingRequest, team: RoutingTeam): RepAssessment {
  const able: RoutingRep[] = [];
  const eliminated: EliminatedRep[] = [];
  for (const rep of reps) {
    const elimination = eliminationOf(rep, request, team);
    if (elimination === null) able.push(rep);
    else eliminated.push({ rep, elimination });
  }

  const onDuty = able.filter(({ availability }) => availability === "available");
  if (onDuty.length === 0) return { candidates: able, eliminated: eliminated.sort(byNearness) };

  for (const rep of able) {
    if (rep.availability === "on_call") eliminated.push({ rep, elimination: { reason: "on_call_not_needed" } });
  }
  return { candidates: onDuty, eliminated: eliminated.sort(byNearness) };
}

function byNearness(a: EliminatedRep, b: EliminatedRep): number {
  return NEARNESS.indexOf(a.elimination.reason) - NEARNESS.indexOf(b.elimination.reason) || byRepId(a.rep, b.rep);
}
