import type { DurationRange } from "./expectedWait";
import type { RepElimination } from "./rep/eliminationOf";
import type { RoutingStrategy } from "./routingConfiguration";
import type { CategorySource } from "./routingRequest";

/** The most team members that the steps list one by one; the rest are counted. */
export const CANDIDATE_STEPS_MAX = 40;

/** The most reps that the database tries in turn. If none has room any more, the request is decided again. */
export const CANDIDATES_MAX = 50;

/** The most steps of a decision: the listed team members and a fixed set of others. */
export const ROUTING_STEPS_MAX = 60;

/**
 * Why a request waits in its team's queue.
 *
 * - `closed`: the team is outside its hours
 * - `above_threshold`: somebody on duty holds as much as the team gives to one rep (R11)
 * - `at_capacity`: the reps on duty have no room
 * - `lacks_skills`: the reps on duty lack a required skill
 * - `declined`: the reps who could take it have declined it
 * - `no_rep_available`: no rep of the team is on duty
 * - `nobody_in_team`: the team has no reps
 */
export type TeamQueueReason =
  | "closed"
  | "above_threshold"
  | "at_capacity"
  | "lacks_skills"
  | "declined"
  | "no_rep_available"
  | "nobody_in_team";

/**
 * What holds a request in its team's queue: the reason that has to go first, and the number of reps for each reason.
 */
export type QueueHold = {
  readonly reason: TeamQueueReason;
  /** When the team opens; null while it is open and if no opening is in sight. */
  readonly opensAtMs: number | null;
  /** The most units that the team gives to one rep; null: only the rep's capacity counts. */
  readonly threshold: number | null;
  readonly atThreshold: number;
  readonly withoutRoom: number;
  readonly withoutSkills: number;
  readonly declined: number;
  readonly offDuty: number;
};

export type UnassignedReason = "no_category" | "category_without_team" | "team_unknown";

export type RoutingOutcome =
  /** `candidates` is never empty. The database takes the first candidate who still has room. */
  | { readonly kind: "assign"; readonly teamId: string; readonly candidates: readonly string[] }
  | { readonly kind: "team_queue"; readonly teamId: string; readonly reason: TeamQueueReason }
  /** `askCustomer`: nobody has chosen anything yet, so the customer is asked (R8). */
  | { readonly kind: "unassigned"; readonly reason: UnassignedReason; readonly askCustomer: boolean };

/** The rule that ranked the first candidate first. */
export type DecidingRule =
  | "person_asked"
  | "continuity"
  | "pace"
  | "smallest_queue"
  | "round_robin"
  | "most_spare_capacity";

/** What the continuity rule (R12) decided. */
export type ContinuityResult = "applied" | "not_allowed" | "nobody_answered_before" | "only_eliminated_answered_before";

/** What the pace rule (R13) decided. */
export type PaceResult = "applied" | "fastest_is_loaded" | "too_few_samples" | "no_difference";

/** How many reps were on duty and on call, and from which of the two pools the candidates come (R10). */
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
  /** The rank among the candidates, from 1; null if eliminated. */
  readonly rank: number | null;
  readonly elimination: RepElimination | null;
};

export type PaceStep = {
  readonly code: "pace";
  readonly result: PaceResult;
  readonly fastestRepId: string | null;
  /** The fastest rep's average, drawn towards the mean if there are few samples. */
  readonly paceMs: number | null;
  readonly meanMs: number | null;
  readonly scope: "category" | "team" | null;
};

/**
 * One step of a decision, as codes and facts (R21). The UI words it in the reader's language. It names reps, so it is
 * for supervisors and must not reach a customer (P10).
 */
export type RoutingStep =
  | { readonly code: "category_kept"; readonly categoryId: string; readonly source: CategorySource | null }
  /** The classifier was sure enough; `because` holds the words that decided it. */
  | {
      readonly code: "category_classified";
      readonly categoryId: string;
      readonly probability: number;
      readonly because: readonly string[];
    }
  | { readonly code: "category_matched"; readonly categoryId: string; readonly keywords: readonly string[] }
  /** `unknownCategoryId`: the request's category, which this configuration does not have. */
  | { readonly code: "category_missing"; readonly unknownCategoryId: string | null }
  | {
      readonly code: "team_chosen";
      readonly teamId: string;
      readonly by: "request" | "person" | "category" | "parent_category";
    }
  /** The classifier was sure of the team, but not of a category within it. */
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
  /** R7; a range is null with too few samples, and while the team is closed. */
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
      /** Set if it waits in a team's queue; stored decisions of earlier versions lack it. */
      readonly hold?: QueueHold | undefined;
    };

export type RoutingDecision = {
  readonly configurationVersion: number;
  readonly outcome: RoutingOutcome;
  readonly categoryId: string | null;
  readonly teamId: string | null;
  readonly slaPolicyId: string | null;
  /** Median waits (R7), null if unknown. The step "expectation" has the ranges. */
  readonly expectedPickUpMs: number | null;
  readonly expectedCloseMs: number | null;
  /** The team's queue length in this category, or in total without a category (R7); null without a team. */
  readonly teamQueueLength: number | null;
  /** At most ROUTING_STEPS_MAX; the last step is always the outcome. */
  readonly steps: readonly RoutingStep[];
};
