import type { DurationRange } from "./expectedWait";
import type { RepElimination } from "./rep/eliminationOf";
import type { RoutingStrategy } from "./routingConfiguration";
import type { CategorySource } from "./routingRequest";

/** Team members listed one by one in the steps; the rest are counted. */
export const CANDIDATE_STEPS_MAX = 40;

/** Reps named for the database to try in turn; when all were filled meanwhile, the request is decided anew. */
export const CANDIDATES_MAX = 50;

/** No decision has more steps than this: the listed team members and a fixed set beside them. */
export const ROUTING_STEPS_MAX = 60;

/**
 * - `closed`: the team is outside its hours
 * - `above_threshold`: somebody on duty has as much as the team gives out to one rep (R11)
 * - `at_capacity`: those on duty have no room; `lacks_skills`: they lack what the request needs
 * - `declined`: those who could take it gave it away
 * - `no_rep_available`: nobody of the team is on duty; `nobody_in_team`: it has nobody
 */
export type TeamQueueReason =
  | "closed"
  | "above_threshold"
  | "at_capacity"
  | "lacks_skills"
  | "declined"
  | "no_rep_available"
  | "nobody_in_team";

/** What holds a request in its team's queue: the reason that has to go first, and how many people are kept by what. */
export type QueueHold = {
  readonly reason: TeamQueueReason;
  /** Null while open, and when no opening is in sight. */
  readonly opensAtMs: number | null;
  /** The most that the team gives out to one rep; null: their capacity alone counts. */
  readonly threshold: number | null;
  readonly atThreshold: number;
  readonly withoutRoom: number;
  readonly withoutSkills: number;
  readonly declined: number;
  readonly offDuty: number;
};

export type UnassignedReason = "no_category" | "category_without_team" | "team_unknown";

export type RoutingOutcome =
  /** The first candidate is the choice; the database takes the first whose capacity still holds. Never empty. */
  | { readonly kind: "assign"; readonly teamId: string; readonly candidates: readonly string[] }
  | { readonly kind: "team_queue"; readonly teamId: string; readonly reason: TeamQueueReason }
  /** `askCustomer`: the customer has chosen nothing so far and is to be asked (R8). */
  | { readonly kind: "unassigned"; readonly reason: UnassignedReason; readonly askCustomer: boolean };

/** The rule that put the first candidate first. */
export type DecidingRule =
  | "person_asked"
  | "continuity"
  | "pace"
  | "smallest_queue"
  | "round_robin"
  | "most_spare_capacity";

/** How the continuity rule (R12) ended. */
export type ContinuityResult = "applied" | "not_allowed" | "nobody_answered_before" | "only_eliminated_answered_before";

/** How the pace rule (R13) ended. */
export type PaceResult = "applied" | "fastest_is_loaded" | "too_few_samples" | "no_difference";

/** How many reps were on duty and on call, and from which of the two the candidates come (R10). */
export type AvailabilityStep = {
  readonly code: "availability";
  readonly pool: "available" | "on_call" | "none";
  readonly availableCount: number;
  readonly onCallCount: number;
  readonly candidateCount: number;
};

export type CandidateStep = {
  readonly code: "candidate";
  readonly repId: string;
  readonly name: string;
  readonly used: number;
  readonly capacity: number;
  readonly lastOfferedAtMs: number | null;
  /** Place in the order of preference from 1; null when eliminated. */
  readonly rank: number | null;
  readonly elimination: RepElimination | null;
};

export type PaceStep = {
  readonly code: "pace";
  readonly result: PaceResult;
  readonly fastestRepId: string | null;
  /** The fastest rep's average, drawn towards the mean as far as its samples are few. */
  readonly paceMs: number | null;
  readonly meanMs: number | null;
  readonly scope: "category" | "team" | null;
};

/**
 * One step of a decision as codes and facts (R21), worded by the UI in the reader's language.
 * For supervisors: it names reps, and must not reach a customer (P10).
 */
export type RoutingStep =
  | { readonly code: "category_kept"; readonly categoryId: string; readonly source: CategorySource | null }
  /** The classifier was sure enough; `because`: the words that carried it. */
  | {
      readonly code: "category_classified";
      readonly categoryId: string;
      readonly probability: number;
      readonly because: readonly string[];
    }
  | { readonly code: "category_matched"; readonly categoryId: string; readonly keywords: readonly string[] }
  /** `unknownCategoryId`: the request named a category that this configuration lacks. */
  | { readonly code: "category_missing"; readonly unknownCategoryId: string | null }
  | {
      readonly code: "team_chosen";
      readonly teamId: string;
      readonly by: "request" | "person" | "category" | "parent_category";
    }
  /** The classifier was sure of the team, though of none of its categories. */
  | { readonly code: "team_classified"; readonly teamId: string; readonly probability: number }
  | { readonly code: "team_missing"; readonly unknownTeamId: string | null }
  | { readonly code: "hours"; readonly teamId: string; readonly isOpen: boolean; readonly opensAtMs: number | null }
  | CandidateStep
  | { readonly code: "candidates_omitted"; readonly count: number }
  | AvailabilityStep
  | { readonly code: "threshold"; readonly perRep: number; readonly aboveCount: number; readonly isExceeded: boolean }
  | { readonly code: "person_asked"; readonly repId: string; readonly isCandidate: boolean }
  | { readonly code: "continuity"; readonly result: ContinuityResult; readonly repId: string | null }
  /** How many candidates have the skills that the team prefers for this service tier (R10). */
  | { readonly code: "service_tier"; readonly serviceTier: string; readonly preferredCount: number }
  | PaceStep
  | { readonly code: "strategy"; readonly strategy: RoutingStrategy; readonly decidedBy: DecidingRule }
  /** R7; ranges are null when there are too few samples, or the team is closed. */
  | {
      readonly code: "expectation";
      readonly teamQueueLength: number;
      readonly pickUp: DurationRange | null;
      readonly close: DurationRange | null;
    }
  | {
      readonly code: "outcome";
      readonly kind: RoutingOutcome["kind"];
      readonly reason: TeamQueueReason | UnassignedReason | null;
      readonly repId: string | null;
      /** Where it waits in a team's queue; decisions of earlier versions have none. */
      readonly hold?: QueueHold | undefined;
    };

export type RoutingDecision = {
  readonly configurationVersion: number;
  readonly outcome: RoutingOutcome;
  readonly categoryId: string | null;
  readonly teamId: string | null;
  readonly slaPolicyId: string | null;
  /** Median waits (R7), null when unknown; the step "expectation" has the ranges. */
  readonly expectedPickUpMs: number | null;
  readonly expectedCloseMs: number | null;
  /** The team's queue in this category, or as a whole when there is no category (R7); null without a team. */
  readonly teamQueueLength: number | null;
  /** At most ROUTING_STEPS_MAX, the last one always the outcome. */
  readonly steps: readonly RoutingStep[];
};
