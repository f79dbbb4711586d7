/** The four states of a sequence (C4); an organization's own states count as the one they are mapped to. */
export const SEQUENCE_STATES = ["open", "pending", "need_info", "closed"] as const;
export type SequenceState = (typeof SEQUENCE_STATES)[number];
