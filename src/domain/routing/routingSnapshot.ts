import type { Availability } from "./availability";

/** How long a rep's requests took from pick-up to close, in one team or category. */
export type ProcessingPace = { readonly averageProcessingMs: number; readonly sampleCount: number };

export type RoutingRep = {
  readonly repId: string;
  /** Only for the trace that supervisors see (R21); never sent to customers (P10). */
  readonly name: string;
  readonly teamIds: readonly string[];
  /** Teams that the rep supervises (R16). Absent: none. */
  readonly supervisedTeamIds?: readonly string[];
  readonly availability: Availability;
  /** Capacity units in use, over all teams and carriers. */
  readonly used: number;
  readonly capacity: number;
  /** Null if the rep was never offered anything. */
  readonly lastOfferedAtMs: number | null;
  readonly paceByTeamId: Readonly<Record<string, ProcessingPace>>;
  readonly paceByCategoryId: Readonly<Record<string, ProcessingPace>>;
  readonly skills: readonly string[];
  /** Whether this rep has answered the request's contact before (R12). */
  readonly hasAnsweredContact: boolean;
  readonly lastAnsweredContactAtMs: number | null;
};

/** Whether a team is open now. `opensAtMs` is null while it is open, and if its calendar has no further opening. */
export type TeamHours = { readonly isOpen: boolean; readonly opensAtMs: number | null };

/** The number of requests in a team's queue, without the one being routed. */
export type TeamQueueLength = { readonly total: number; readonly byCategoryId: Readonly<Record<string, number>> };

/** The organization at the instant of one decision. Only the chosen team's reps are needed. */
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
