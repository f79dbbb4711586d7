import type { SequenceState } from "@/domain/request/sequenceState";

/** A message that the rep has sent, until the server has acknowledged it and its echo has arrived. */
export type OutboxEntry = {
  /** Made by the browser, so that a second try and the echo are recognized as the same message. */
  clientId: string;
  interactionId: string;
  body: string;
  expectedAudience: "customer" | "internal";
  thenState: SequenceState | null;
  /** The sequence that `thenState` is for, and its state before; null for none, missing in records of older pages. */
  stateOf?: { sequenceId: string; subject: string; from: SequenceState } | null;
  queuedAtMs: number;
  status: "queued" | "sending" | "sent" | "refused";
  /** How many tries were not answered. */
  attempts: number;
  /** Do not try before this instant; 0 means at once. */
  nextAttemptAtMs: number;
  /** The error code if it was refused, else null. */
  refusal: string | null;
};

export type Outbox = readonly OutboxEntry[];

/** The error code for a client id that another message has used. The message must be sent under a new id. */
export const NUMBER_TAKEN = "client_id_reused";

export type OutboxAction =
  | { type: "queued"; entry: OutboxEntry }
  | { type: "restored"; entries: readonly OutboxEntry[] }
  | { type: "started"; clientId: string }
  | { type: "acknowledged"; clientId: string }
  | { type: "unanswered"; clientId: string; nextAttemptAtMs: number }
  | { type: "refused"; clientId: string; code: string }
  | { type: "retried"; clientId: string }
  /** Retried as a new message, since another message has used its client id. */
  | { type: "renumbered"; clientId: string; newClientId: string }
  | { type: "deleted"; clientId: string }
  | { type: "hurried" }
  | { type: "echoed"; clientIds: ReadonlySet<string> };

/**
 * The outbox after an action, in the order of writing. Each client id occurs once. An entry leaves only when it is
 * deleted or its echo has arrived, so nothing that was written is lost in between.
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
      return outbox.some((entry) => isEchoed(entry, action.clientIds))
        ? outbox.filter((entry) => !isEchoed(entry, action.clientIds))
        : outbox;
  }
}

/**
 * Whether an arrived message is this entry's, which then has nothing left to do. If the client id was taken, it is
 * another one. An entry without an answer stays until a retry gets one, so that its listeners hear that it was sent.
 */
function isEchoed({ clientId, refusal, status }: OutboxEntry, clientIds: ReadonlySet<string>): boolean {
  const isAnswered = status === "sent" || (status === "refused" && refusal !== NUMBER_TAKEN);
  return isAnswered && clientIds.has(clientId);
}

function withEntries(outbox: Outbox, entries: readonly OutboxEntry[]): Outbox {
  const known = new Set(outbox.map((entry) => entry.clientId));
  const added = entries.filter((entry) => !known.has(entry.clientId));
  return [...outbox, ...added].sort((a, b) => a.queuedAtMs - b.queuedAtMs);
}

/**
 * A reload during sending leaves the outcome unknown. Such an entry is tried again, which the client id makes safe. So
 * is an entry that an earlier version gave up because its writer was signed out.
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
