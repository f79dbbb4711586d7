const DELAYS_MS = [1_000, 2_000, 5_000, 15_000, 30_000];
const JITTER_SHARE = 0.2;

/**
 * How long to wait before the next try, in ms: 1, 2, 5, 15, then 30 seconds, each up to 20 % longer.
 *
 * @param attempts tries so far, from 1
 * @param jitter a number from 0 to 1, so that many browsers do not come back at the same moment
 */
export function retryDelayMs(attempts: number, jitter: number): number {
  const index = Math.min(Math.max(attempts, 1), DELAYS_MS.length) - 1;
  const delayMs = DELAYS_MS[index] ?? 0;
  return Math.round(delayMs * (1 + JITTER_SHARE * jitter));
}
