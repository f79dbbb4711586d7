import type { RoutingStrategy, RoutingTeam } from "../routingConfiguration";
import type { DecidingRule, RoutingStep } from "../routingDecision";
import type { RoutingRequest } from "../routingRequest";
import type { RoutingRep } from "../routingSnapshot";
import type { RepAssessment } from "./assessReps";
import { answeredLatestFirst, continuityStep } from "./continuity";
import { fastestRep } from "./fastestRep";
import { inOrder, mostSpareCapacityFirst, type RepOrder, roundRobin, smallestQueueFirst } from "./loadBalancing";
import { tierPreference } from "./serviceTier";

export type CandidateRanking = { readonly ranked: readonly RoutingRep[]; readonly steps: readonly RoutingStep[] };

type Preferences = {
  readonly asked: string | null;
  readonly allowsContinuity: boolean;
  readonly preferred: ReadonlySet<RoutingRep>;
  readonly fastest: RoutingRep | null;
  readonly strategy: RoutingStrategy;
};

const ORDERS: Readonly<Record<RoutingStrategy, RepOrder>> = {
  continuity_pace_load: smallestQueueFirst,
  smallest_queue: smallestQueueFirst,
  round_robin: roundRobin,
  most_spare_capacity: mostSpareCapacityFirst,
};

/**
 * Ranks the candidates by these preferences, in order:
 *
 * - the rep that the customer asked for (O1, R8)
 * - reps who answered this customer before, the latest first, if the team allows continuity (R12)
 * - reps with the skills of the service tier (R10)
 * - the fastest rep, if the team's strategy uses pace (R13)
 * - the team's strategy (R10, R14)
 *
 * More load never moves a rep forward.
 */
export function rankCandidates(
  { candidates, eliminated }: RepAssessment,
  request: RoutingRequest,
  team: RoutingTeam,
  categoryId: string | null,
): CandidateRanking {
  const tier = tierPreference(candidates, request.serviceTier, team);
  const front = tier.preferred.size > 0 ? [...tier.preferred] : candidates;
  const usesPace = team.strategy === "continuity_pace_load" && candidates.length > 0;
  const pace = usesPace ? fastestRep(front, team.id, categoryId) : null;
  const preferences: Preferences = {
    asked: request.personId,
    allowsContinuity: team.allowsContinuity,
    preferred: tier.preferred,
    fastest: pace?.rep ?? null,
    strategy: team.strategy,
  };

  const ranked = [...candidates].sort(orderOf(preferences));
  const steps: RoutingStep[] = [
    ...personSteps(candidates, request.personId),
    continuityStep(
      ranked,
      eliminated.map(({ rep }) => rep),
      team,
    ),
    ...tier.steps,
    ...(pace === null ? [] : [pace.step]),
    ...strategySteps(ranked, preferences),
  ];
  return { ranked, steps };
}

function orderOf({ asked, allowsContinuity, preferred, fastest, strategy }: Preferences): RepOrder {
  return inOrder(
    trueFirst((rep) => rep.repId === asked),
    allowsContinuity ? answeredLatestFirst : () => 0,
    trueFirst((rep) => preferred.has(rep)),
    trueFirst((rep) => rep === fastest),
    ORDERS[strategy],
  );
}

function trueFirst(predicate: (rep: RoutingRep) => boolean): RepOrder {
  return (a, b) => Number(predicate(b)) - Number(predicate(a));
}

function personSteps(candidates: readonly RoutingRep[], personId: string | null): readonly RoutingStep[] {
  if (personId === null) return [];
  const isCandidate = candidates.some(({ repId }) => repId === personId);
  return [{ code: "person_asked", repId: personId, isCandidate }];
}

function strategySteps([first]: readonly RoutingRep[], preferences: Preferences): readonly RoutingStep[] {
  if (first === undefined) return [];
  return [{ code: "strategy", strategy: preferences.strategy, decidedBy: decidingRule(first, preferences) }];
}

function decidingRule(first: RoutingRep, preferences: Preferences): DecidingRule {
  const { asked, allowsContinuity, fastest, strategy } = preferences;
  if (first.repId === asked) return "person_asked";
  if (allowsContinuity && first.hasAnsweredContact) return "continuity";
  if (first === fastest) return "pace";
  return strategy === "continuity_pace_load" ? "smallest_queue" : strategy;
}
