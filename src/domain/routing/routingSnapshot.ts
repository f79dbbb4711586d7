import type { Availability } from "./availability";

/** How long a rep's requests took, from pick-up to close, in one team or category. */
export type ProcessingPace = { readonly averageProcessingMs: number; readonly sampleCount: number };

export type RoutingRep = {
  readonly repId: string;
  /** For the supervisors' trace (R21) only; never leaves for customers (P10). */
  readonly name: string;
  readonly teamIds: readonly string[];
  /** Teams that the rep supervises (R16). Absent: none. */
  readonly supervisedTeamIds?: readonly string[];
  readonly availability: Availability;
  /** Capacity units in use, over all teams and carriers. */
  readonly used: number;
  readonly capacity: number;
  /** Null: never offered anything. */
  readonly lastOfferedAtMs: number | null;
  readonly paceByTeamId: Readonly<Record<string, ProcessingPace>>;
  readonly paceByCategoryId: Readonly<Record<string, ProcessingPace>>;
  readonly skills: readonly string[];
  /** Whether this rep has answered the request's contact before (R12). */
  readonly hasAnsweredContact: boolean;
  readonly lastAnsweredContactAtMs: number | null;
};

/** `opensAtMs` is null while open, and when the calendar holds no further opening. */
export type TeamHours = { readonly isOpen: boolean; readonly opensAtMs: number | null };

/** Requests in a team's queue, the one being routed left out. */
export type TeamQueueLength = { readonly total: number; readonly byCategoryId: Readonly<Record<string, number>> };

/** The state of the organization at the instant of one decision. Enough when it holds the chosen team's reps. */
export type RoutingSnapshot = {
  readonly nowMs: number;
  readonly reps: readonly RoutingRep[];
  readonly teamQueueLengths: Readonly<Record<string, TeamQueueLength>>;
  /** A team without a calendar has no entry: it is always open. */
  readonly teamHours: Readonly<Record<string, TeamHours>>;
  /** How long a team's latest requests waited for their pick-up, newest first, by team. */
  readonly recentPickUpMs: Readonly<Record<string, readonly number[]>>;
  /** How long a team's latest requests took from their start to their close, newest first, by team. */
  readonly recentCloseMs: Readonly<Record<string, readonly number[]>>;
};
