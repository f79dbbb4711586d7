import { assessReps, type RepAssessment } from "./rep/assessReps";
import type { RepElimination } from "./rep/eliminationOf";
import type { RoutingTeam } from "./routingConfiguration";
import type { QueueHold, TeamQueueReason } from "./routingDecision";
import type { RoutingRequest } from "./routingRequest";
import type { RoutingSnapshot, TeamHours } from "./routingSnapshot";

const ALWAYS_OPEN: TeamHours = { isOpen: true, opensAtMs: null };

/** A request of a team without special needs: weight 1, no skills, no tier. */
export function ordinaryRequest(teamId: string): RoutingRequest {
  return {
    requestId: teamId,
    contactId: teamId,
    categoryId: null,
    categorySource: null,
    teamId,
    personId: null,
    text: "",
    weight: 1,
    serviceTier: null,
    requiredSkills: [],
    excludedRepIds: [],
    waitingSinceMs: 0,
  };
}

/** What holds a request in its team's queue now; null if somebody can get it at once. */
export function queueHold(request: RoutingRequest, team: RoutingTeam, snapshot: RoutingSnapshot): QueueHold | null {
  const hours = snapshot.teamHours[team.id] ?? ALWAYS_OPEN;
  const assessment = assessReps(snapshot.reps, request, team);
  return hours.isOpen && assessment.candidates.length > 0 ? null : holdOf(assessment, team, hours);
}

/**
 * The hold of a request that nobody may get: how many of the team's reps are kept from it by which reason, each counted
 * once, and the reason that has to go first. Reasons of reps on duty come before those of absent reps.
 */
export function holdOf({ eliminated }: RepAssessment, team: RoutingTeam, hours: TeamHours): QueueHold {
  const countOf = (reason: RepElimination["reason"]) =>
    eliminated.filter(({ elimination }) => elimination.reason === reason).length;
  const counts = {
    atThreshold: countOf("above_threshold"),
    withoutRoom: countOf("at_capacity"),
    withoutSkills: countOf("lacks_skills"),
    declined: countOf("declined"),
    offDuty: countOf("unavailable"),
  };
  return {
    reason: hours.isOpen ? reasonOf(counts) : "closed",
    opensAtMs: hours.isOpen ? null : hours.opensAtMs,
    threshold: team.queueThresholdPerRep,
    ...counts,
  };
}

type Counts = Pick<QueueHold, "atThreshold" | "withoutRoom" | "withoutSkills" | "declined" | "offDuty">;

function reasonOf({ atThreshold, withoutRoom, withoutSkills, declined, offDuty }: Counts): TeamQueueReason {
  if (atThreshold > 0) return "above_threshold";
  if (withoutRoom > 0) return "at_capacity";
  if (withoutSkills > 0) return "lacks_skills";
  if (declined > 0) return "declined";
  return offDuty > 0 ? "no_rep_available" : "nobody_in_team";
}
