import type { RoutingSnapshot } from "./routingSnapshot";

/** Half of the requests take no longer than `p50Ms`, nine of ten no longer than `p90Ms`. */
export type DurationRange = { readonly p50Ms: number; readonly p90Ms: number };

/** With fewer samples there is no range. */
export const DURATION_SAMPLES_MIN = 20;

/** Only this many recent samples count; older ones say little about today. */
export const DURATION_SAMPLES_MAX = 500;

/**
 * The range of recent durations by nearest rank; null with fewer than DURATION_SAMPLES_MIN samples.
 *
 * @param samplesMs newest first; those beyond DURATION_SAMPLES_MAX are ignored
 */
export function durationRange(samplesMs: readonly number[]): DurationRange | null {
  const sorted = samplesMs.slice(0, DURATION_SAMPLES_MAX).sort((a, b) => a - b);
  const p50Ms = sorted[Math.ceil(sorted.length * 0.5) - 1];
  const p90Ms = sorted[Math.ceil(sorted.length * 0.9) - 1];
  if (sorted.length < DURATION_SAMPLES_MIN || p50Ms === undefined || p90Ms === undefined) return null;
  return { p50Ms, p90Ms };
}

/** What a customer can expect of a team (R7). */
export type ExpectedWait = {
  readonly pickUp: DurationRange | null;
  readonly close: DurationRange | null;
  /** The requests in the team's queue: those of the category, or all without a category. */
  readonly queueLength: number;
  /** The position at the end of the team's whole queue, from 1. */
  readonly queuePosition: number;
};

/**
 * What to expect for one more request of a team (R7). A range is null with too few samples. Both are null while the
 * team is closed, because its usual waits do not hold then.
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
