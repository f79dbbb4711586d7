import { decide } from "./decide";
import { decidePlace } from "./decidePlace";
import type { RoutingCategory, RoutingConfiguration, RoutingTeam } from "./routingConfiguration";
import type { RoutingDecision } from "./routingDecision";
import type { RoutingRequest } from "./routingRequest";
import type { RoutingRep, RoutingSnapshot } from "./routingSnapshot";

/** For tests: a request about a refund that nobody has categorised yet. */
export function exampleRequest(changes: Partial<RoutingRequest> = {}): RoutingRequest {
  return {
    requestId: "request-1",
    contactId: "contact-1",
    categoryId: null,
    categorySource: null,
    teamId: null,
    personId: null,
    text: "Where is my refund?",
    weight: 1,
    serviceTier: null,
    requiredSkills: [],
    excludedRepIds: [],
    waitingSinceMs: 0,
    ...changes,
  };
}

/** For tests: the category "Refunds" of the billing team. */
export function exampleCategory(changes: Partial<RoutingCategory> = {}): RoutingCategory {
  return {
    id: "refunds",
    name: "Refunds",
    teamId: "billing",
    slaPolicyId: "gold",
    keywords: ["refund"],
    parentId: null,
    ...changes,
  };
}

/** For tests: the billing team, which routes by R12 to R14 without a threshold. */
export function exampleTeam(changes: Partial<RoutingTeam> = {}): RoutingTeam {
  return {
    id: "billing",
    name: "Billing",
    queueThresholdPerRep: null,
    strategy: "continuity_pace_load",
    allowsContinuity: true,
    preferredSkillsByTier: {},
    ...changes,
  };
}

/** For tests: a configuration with one category and one team. */
export function exampleConfiguration(changes: Partial<RoutingConfiguration> = {}): RoutingConfiguration {
  return { version: 1, categories: [exampleCategory()], teams: [exampleTeam()], ...changes };
}

/** For tests: an idle rep of the billing team, on duty and without history. */
export function exampleRep(repId: string, changes: Partial<RoutingRep> = {}): RoutingRep {
  return {
    repId,
    name: repId,
    teamIds: ["billing"],
    availability: "available",
    used: 0,
    capacity: 4,
    lastOfferedAtMs: null,
    paceByTeamId: {},
    paceByCategoryId: {},
    skills: [],
    hasAnsweredContact: false,
    lastAnsweredContactAtMs: null,
    ...changes,
  };
}

/** For tests: a snapshot with these reps, empty queues and no calendars. */
export function exampleSnapshot(reps: readonly RoutingRep[], changes: Partial<RoutingSnapshot> = {}): RoutingSnapshot {
  return {
    nowMs: 1_000_000,
    reps,
    teamQueueLengths: {},
    teamHours: {},
    recentPickUpMs: {},
    recentCloseMs: {},
    ...changes,
  };
}

/** For tests: decides place and destination. The snapshot gives the teams of the rep that the customer asked for. */
export function decideExample(
  request: RoutingRequest,
  configuration: RoutingConfiguration,
  snapshot: RoutingSnapshot,
): RoutingDecision {
  const personTeamIds = snapshot.reps.find(({ repId }) => repId === request.personId)?.teamIds ?? [];
  return decide(request, decidePlace(request, configuration, personTeamIds), configuration, snapshot);
}
