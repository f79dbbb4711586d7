/** The four states of a sequence (C4); an organization's own states count as the one they are mapped to. */
export const SEQUENCE_STATES = ["open", "pending", "need_info", "closed"] as const;
export type SequenceState = (typeof SEQUENCE_STATES)[number];

/** What a customer may know of a sequence's state: internal states stay hidden (P8). */
export type CustomerSequenceState = "open" | "needs_answer" | "ended";

const SHOWN_AS: Record<SequenceState, CustomerSequenceState> = {
  open: "open",
  pending: "open",
  need_info: "needs_answer",
  closed: "ended",
};

/** A sequence's state as the customer is told it. */
export function customerState(state: SequenceState): CustomerSequenceState {
  return SHOWN_AS[state];
}
