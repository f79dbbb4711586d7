import type { Outbox, OutboxEntry } from "./outbox";

const DELAYS_MS = [1_000, 2_000, 5_000, 15_000, 30_000];
const JITTER_SHARE = 0.2;

/**
 * The next entry to send of each interaction; later ones wait behind it. A refused entry blocks nothing: it stays in
 * place with its reason until its writer retries, edits or deletes it.
 */
export function outboxHeads(outbox: Outbox): OutboxEntry[] {
  const heads = new Map<string, OutboxEntry>();
  for (const entry of outbox) {
    if (entry.status !== "sent" && entry.status !== "refused" && !heads.has(entry.interactionId))
      heads.set(entry.interactionId, entry);
  }
  return [...heads.values()];
}

/** The heads that may be sent at `nowMs`. */
export function dueEntries(outbox: Outbox, nowMs: number): OutboxEntry[] {
  return outboxHeads(outbox).filter((entry) => entry.status === "queued" && entry.nextAttemptAtMs <= nowMs);
}

/** When the next entry may become due, in epoch ms; null if none waits. */
export function nextWakeAtMs(outbox: Outbox): number | null {
  const waiting = outboxHeads(outbox).filter((entry) => entry.status === "queued");
  return waiting.length === 0 ? null : Math.min(...waiting.map((entry) => entry.nextAttemptAtMs));
}

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
