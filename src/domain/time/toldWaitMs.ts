/** Longer than this nobody is kept waiting: a proxy may say hours, and a person is at the other end. */
const WAIT_MAX_MS = 5 * 60_000;

/** How long an answer's `Retry-After` asks to wait, in ms, given in seconds or as an instant; 0 where it asks nothing. */
export function toldWaitMs(retryAfter: string | null, nowMs: number): number {
  const told = retryAfter?.trim() ?? "";
  const waitMs = /^\d+$/.test(told) ? Number(told) * 1_000 : Date.parse(told) - nowMs;
  return Number.isNaN(waitMs) ? 0 : Math.min(Math.max(0, waitMs), WAIT_MAX_MS);
}
