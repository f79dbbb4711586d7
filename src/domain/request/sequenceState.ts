/** The four states of a sequence (C4). A custom state of an organization maps to one of them. */
export const SEQUENCE_STATES = ["open", "pending", "need_info", "closed"] as const;
export type SequenceState = (typeof SEQUENCE_STATES)[number];

/** The state of a sequence as its customer sees it; internal states stay hidden (P8). */
export type CustomerSequenceState = "open" | "needs_answer" | "ended";

const SHOWN_AS: Record<SequenceState, CustomerSequenceState> = {
  open: "open",
  pending: "open",
  need_info: "needs_answer",
  closed: "ended",
};

/** The state that the customer sees. */
export function customerState(state: SequenceState): CustomerSequenceState {
  return SHOWN_AS[state];
}
