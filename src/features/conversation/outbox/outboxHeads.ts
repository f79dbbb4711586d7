import type { Outbox } from "./outbox";
import type { OutboxEntry } from "./outboxEntry";

/**
 * The one entry of each interaction that has to go next; what was written after it waits. One that was refused for good
 * holds up nothing: it stays where it was written, with its reason, until its writer does something about it.
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

/** When the outbox wants to be looked at again, in epoch ms; null when nothing waits for time to pass. */
export function nextWakeAtMs(outbox: Outbox): number | null {
  const waiting = outboxHeads(outbox).filter((entry) => entry.status === "queued");
  return waiting.length === 0 ? null : Math.min(...waiting.map((entry) => entry.nextAttemptAtMs));
}
