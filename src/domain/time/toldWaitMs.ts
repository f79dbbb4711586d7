/** A proxy may ask for hours, but a person is waiting. */
const WAIT_MAX_MS = 5 * 60_000;

/** How long a `Retry-After` header (seconds or a date) asks to wait, in ms, at most 5 minutes; 0 if it asks nothing. */
export function toldWaitMs(retryAfter: string | null, nowMs: number): number {
  const told = retryAfter?.trim() ?? "";
  const waitMs = /^\d+$/.test(told) ? Number(told) * 1_000 : Date.parse(told) - nowMs;
  return Number.isNaN(waitMs) ? 0 : Math.min(Math.max(0, waitMs), WAIT_MAX_MS);
}
