import type { RoutingSnapshot } from "./routingSnapshot";

/** Between these two falls what most people meet: half wait no longer than `p50Ms`, nine of ten no longer than `p90Ms`. */
export type DurationRange = { readonly p50Ms: number; readonly p90Ms: number };

/** Fewer samples make no promise. */
export const DURATION_SAMPLES_MIN = 20;

/** Older samples than this many say little about today. */
export const DURATION_SAMPLES_MAX = 500;

/**
 * The range of recent durations by nearest rank, or null with fewer than DURATION_SAMPLES_MIN of them.
 *
 * @param samplesMs newest first; those beyond DURATION_SAMPLES_MAX are left out
 */
export function durationRange(samplesMs: readonly number[]): DurationRange | null {
  const sorted = samplesMs.slice(0, DURATION_SAMPLES_MAX).sort((a, b) => a - b);
  const p50Ms = sorted[Math.ceil(sorted.length * 0.5) - 1];
  const p90Ms = sorted[Math.ceil(sorted.length * 0.9) - 1];
  if (sorted.length < DURATION_SAMPLES_MIN || p50Ms === undefined || p90Ms === undefined) return null;
  return { p50Ms, p90Ms };
}

/** What can be said about a request's way through a team (R7). */
export type ExpectedWait = {
  readonly pickUp: DurationRange | null;
  readonly close: DurationRange | null;
  /** Requests in the team's queue: of this category, or all when there is no category. */
  readonly queueLength: number;
  /** The place at the end of the team's whole queue, from 1. */
  readonly queuePosition: number;
};

/**
 * R7's figures for one more request of a team. Ranges are null where too few requests went before, and while the team is
 * closed, since its usual waits do not hold then: better no minute than a false one.
 */
export function expectedWait(snapshot: RoutingSnapshot, teamId: string, categoryId: string | null): ExpectedWait {
  const queue = snapshot.teamQueueLengths[teamId] ?? { total: 0, byCategoryId: {} };
  const isOpen = snapshot.teamHours[teamId]?.isOpen ?? true;
  return {
    pickUp: isOpen ? durationRange(snapshot.recentPickUpMs[teamId] ?? []) : null,
    close: isOpen ? durationRange(snapshot.recentCloseMs[teamId] ?? []) : null,
    queueLength: categoryId === null ? queue.total : (queue.byCategoryId[categoryId] ?? 0),
    queuePosition: queue.total + 1,
  };
}
