import type { RequestFacts } from "./requestFacts";

/** A request before its first message: with nobody, and nothing counted yet. */
export const NEW_REQUEST: RequestFacts = {
  state: "unassigned",
  sequenceState: "open",
  waitingSinceMs: null,
  lastCustomerMessageAtMs: null,
  lastReplyAtMs: null,
  lastStatusUpdateAtMs: null,
  pickedUpAtMs: null,
  awayStep: "none",
  retiredAtMs: null,
  retireReason: null,
  clocks: [],
  owedSinceMs: null,
  toldClosed: null,
};
