import { DESK_AWAY } from "./refusal";

const SEND_DELAYS_MS = [1_000, 2_000, 5_000, 15_000, 30_000];
/** While the desk is in trouble, sending is retried without end: the person cannot help. */
const AWAY_DELAY_MS = 15_000;
const STREAM_DELAY_MAX_MS = 30_000;

/** The wait before the next try to send, after `failures` failed ones (1 or more); null if the person must decide. */
export function sendRetryDelayMs(failures: number, refusal: string): number | null {
  if (refusal === DESK_AWAY) return Math.min(SEND_DELAYS_MS[failures - 1] ?? AWAY_DELAY_MS, AWAY_DELAY_MS);
  return SEND_DELAYS_MS[failures - 1] ?? null;
}

/**
 * The wait before the stream is opened again. It doubles from 1 s to 30 s, and `chance` (0 to 1) takes off up to half,
 * so that many clients do not return at once.
 */
export function streamRetryDelayMs(failures: number, chance: number): number {
  const fullMs = Math.min(STREAM_DELAY_MAX_MS, 1_000 * 2 ** Math.min(failures - 1, 10));
  return Math.round(fullMs * (1 - chance / 2));
}
