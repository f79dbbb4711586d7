import type { RoutingTeam } from "../routingConfiguration";
import type { RoutingRequest } from "../routingRequest";
import type { RoutingRep } from "../routingSnapshot";
import { eliminationOf, type RepElimination } from "./eliminationOf";
import { byRepId } from "./loadBalancing";

export type EliminatedRep = { readonly rep: RoutingRep; readonly elimination: RepElimination };

export type RepAssessment = {
  /** Those who may get the request: on duty, or on call when nobody on duty may (R10). In no order of preference yet. */
  readonly candidates: readonly RoutingRep[];
  /** Everybody else, those who came nearest first. */
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

/** Who of all reps may get the request, and why the others may not. */
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
