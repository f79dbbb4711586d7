import { asksCustomer } from "./category/asksCustomer";
import { policyOfCategory } from "./category/categoryLineage";
import type { RoutingPlace } from "./decidePlace";
import { expectedWait } from "./expectedWait";
import { holdOf } from "./queueHold";
import { assessReps } from "./rep/assessReps";
import { candidateSteps } from "./rep/candidateSteps";
import { rankCandidates } from "./rep/rankCandidates";
import type { RoutingConfiguration, RoutingTeam } from "./routingConfiguration";
import {
  CANDIDATES_MAX,
  type QueueHold,
  type RoutingDecision,
  type RoutingOutcome,
  type RoutingStep,
  type UnassignedReason,
} from "./routingDecision";
import type { RoutingRequest } from "./routingRequest";
import type { RoutingSnapshot } from "./routingSnapshot";

type Destination = {
  readonly outcome: RoutingOutcome;
  readonly steps: readonly RoutingStep[];
  readonly hold?: QueueHold;
};

/**
 * Decides where a request goes, and explains it step by step (R7–R14, R16, R21). The same arguments always give the
 * same decision, so live routing, "why?", the simulator and the tests all call this. The caller reserves the rep: it
 * tries the candidates in order, and decides again if none has room any more.
 *
 * @param place the result of `decidePlace`; the snapshot is of its team
 */
export function decide(
  request: RoutingRequest,
  place: RoutingPlace,
  configuration: RoutingConfiguration,
  snapshot: RoutingSnapshot,
): RoutingDecision {
  const { category } = place.category;
  const { team } = place.team;

  const categoryId = category?.id ?? null;
  const wait = team === null ? null : expectedWait(snapshot, team.id, categoryId);
  const { outcome, steps, hold } =
    team === null
      ? unassigned(place.team.reason, asksCustomer(request, category))
      : destinationIn(team, request, categoryId, snapshot);
  const waitSteps: RoutingStep[] =
    wait === null
      ? []
      : [{ code: "expectation", teamQueueLength: wait.queueLength, pickUp: wait.pickUp, close: wait.close }];

  return {
    configurationVersion: configuration.version,
    outcome,
    categoryId,
    teamId: team?.id ?? null,
    slaPolicyId: policyOfCategory(categoryId, configuration.categories),
    expectedPickUpMs: wait?.pickUp?.p50Ms ?? null,
    expectedCloseMs: wait?.close?.p50Ms ?? null,
    teamQueueLength: wait?.queueLength ?? null,
    steps: [place.category.step, place.team.step, ...steps, ...waitSteps, outcomeStep(outcome, hold)],
  };
}

function unassigned(reason: UnassignedReason, askCustomer: boolean): Destination {
  return { outcome: { kind: "unassigned", reason, askCustomer }, steps: [] };
}

function destinationIn(
  team: RoutingTeam,
  request: RoutingRequest,
  categoryId: string | null,
  snapshot: RoutingSnapshot,
): Destination {
  const hours = snapshot.teamHours[team.id] ?? { isOpen: true, opensAtMs: null };
  const { isOpen, opensAtMs } = hours;
  const hoursStep: RoutingStep = { code: "hours", teamId: team.id, isOpen, opensAtMs };
  const assessment = assessReps(snapshot.reps, request, team);
  const hold = holdOf(assessment, team, hours);
  if (!isOpen) return { outcome: { kind: "team_queue", teamId: team.id, reason: "closed" }, steps: [hoursStep], hold };

  const { ranked, steps: rankingSteps } = rankCandidates(assessment, request, team, categoryId);
  const candidates = ranked.slice(0, CANDIDATES_MAX).map(({ repId }) => repId);
  const steps = [hoursStep, ...candidateSteps(ranked, assessment, team), ...rankingSteps];
  if (candidates.length > 0) return { outcome: { kind: "assign", teamId: team.id, candidates }, steps };
  return { outcome: { kind: "team_queue", teamId: team.id, reason: hold.reason }, steps, hold };
}

function outcomeStep(outcome: RoutingOutcome, hold: QueueHold | undefined): RoutingStep {
  return {
    code: "outcome",
    kind: outcome.kind,
    reason: outcome.kind === "assign" ? null : outcome.reason,
    repId: outcome.kind === "assign" ? (outcome.candidates[0] ?? null) : null,
    ...(hold === undefined ? {} : { hold }),
  };
}
