import type { SequenceState } from "@/domain/request/sequenceState";

/** A message that the rep has sent and the server has not yet acknowledged, or whose echo has not come yet. */
export type OutboxEntry = {
  /** Made here, so that a second try and the echo are known to be the same message. */
  clientId: string;
  interactionId: string;
  body: string;
  expectedAudience: "customer" | "internal";
  thenState: SequenceState | null;
  /** Whose state that is, and the one before it; null where no state is set, missing in what an older page kept. */
  stateOf?: { sequenceId: string; subject: string; from: SequenceState } | null;
  queuedAtMs: number;
  status: "queued" | "sending" | "sent" | "refused";
  /** How often it was tried and not answered. */
  attempts: number;
  /** Not before this instant; 0 when it may go at once. */
  nextAttemptAtMs: number;
  /** The code of the refusal, for its text; null otherwise. */
  refusal: string | null;
};

export type Outbox = readonly OutboxEntry[];

/** The refusal of a message whose number belongs to another one: it can go as a new one only. */
export const NUMBER_TAKEN = "client_id_reused";

export type OutboxAction =
  | { type: "queued"; entry: OutboxEntry }
  | { type: "restored"; entries: readonly OutboxEntry[] }
  | { type: "started"; clientId: string }
  | { type: "acknowledged"; clientId: string }
  | { type: "unanswered"; clientId: string; nextAttemptAtMs: number }
  | { type: "refused"; clientId: string; code: string }
  | { type: "retried"; clientId: string }
  /** Tried again as a new message: its number belongs to another one. */
  | { type: "renumbered"; clientId: string; newClientId: string }
  | { type: "deleted"; clientId: string }
  | { type: "hurried" }
  | { type: "echoed"; clientIds: ReadonlySet<string> };

/**
 * The outbox after an action, in the order of writing. Each entry is held once by its client id; an entry leaves only
 * when it is deleted, or when it was acknowledged and its echo is on the screen: nothing written is lost in between.
 */
export function outboxAfter(outbox: Outbox, action: OutboxAction): Outbox {
  switch (action.type) {
    case "queued":
      return withEntries(outbox, [action.entry]);
    case "restored":
      return withEntries(outbox, action.entries.map(interrupted));
    case "started":
      return changed(outbox, action.clientId, { status: "sending" });
    case "acknowledged":
      return changed(outbox, action.clientId, { status: "sent", refusal: null });
    case "unanswered":
      return outbox.map((entry) =>
        entry.clientId === action.clientId ? triedOnce(entry, action.nextAttemptAtMs) : entry,
      );
    case "refused":
      return changed(outbox, action.clientId, { status: "refused", refusal: action.code });
    case "retried":
      return changed(outbox, action.clientId, { status: "queued", refusal: null, attempts: 0, nextAttemptAtMs: 0 });
    case "renumbered":
      return changed(outbox, action.clientId, {
        clientId: action.newClientId,
        status: "queued",
        refusal: null,
        attempts: 0,
        nextAttemptAtMs: 0,
      });
    case "deleted":
      return outbox.filter((entry) => entry.clientId !== action.clientId);
    case "hurried":
      return outbox.map((entry) => (entry.status === "queued" ? { ...entry, nextAttemptAtMs: 0 } : entry));
    case "echoed":
      // The echo is proof enough, even when the answer to the request was lost on the way.
      return outbox.some((entry) => isEchoed(entry, action.clientIds))
        ? outbox.filter((entry) => !isEchoed(entry, action.clientIds))
        : outbox;
  }
}

/** The message on the screen under a number that was taken is another one. */
function isEchoed({ clientId, refusal }: OutboxEntry, clientIds: ReadonlySet<string>): boolean {
  return clientIds.has(clientId) && refusal !== NUMBER_TAKEN;
}

function withEntries(outbox: Outbox, entries: readonly OutboxEntry[]): Outbox {
  const known = new Set(outbox.map((entry) => entry.clientId));
  const added = entries.filter((entry) => !known.has(entry.clientId));
  return [...outbox, ...added].sort((a, b) => a.queuedAtMs - b.queuedAtMs);
}

/**
 * A reload in the middle of sending leaves the outcome unknown: it is tried again, which the client id makes safe. So is
 * what an earlier version gave up because its writer was signed out.
 */
function interrupted(entry: OutboxEntry): OutboxEntry {
  const waitsForWriter = entry.refusal === "not_signed_in";
  return entry.status === "refused" && !waitsForWriter
    ? entry
    : { ...entry, status: "queued", refusal: null, nextAttemptAtMs: 0 };
}

function triedOnce(entry: OutboxEntry, nextAttemptAtMs: number): OutboxEntry {
  return { ...entry, status: "queued", attempts: entry.attempts + 1, nextAttemptAtMs };
}

function changed(outbox: Outbox, clientId: string, change: Partial<OutboxEntry>): Outbox {
  return outbox.map((entry) => (entry.clientId === clientId ? { ...entry, ...change } : entry));
}
