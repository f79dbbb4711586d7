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
