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
