import type { ChangeLists } from "./changes";

/** The lists that `commit_changes` handles itself: locks, refusals, messages, entries and timers. */
type Core = "expect" | "take" | "editMessage" | "posts" | "entries" | "timers";

/**
 * All other lists of `Changes`, in the order in which they are written. Each has a file of the same name in sql/parts,
 * with a function of the name given here. Does not compile if a list is missing.
 */
export const PARTS: Record<Exclude<keyof ChangeLists, Core>, string> = {
  release: "release",
  conversation: "conversation",
  sequence: "sequence",
  interaction: "interaction",
  request: "request",
  clocks: "clocks",
  decision: "decision",
  audit: "audit",
  answered: "answered",
  rating: "rating",
  pace: "pace",
  classification: "classification",
  label: "label",
  patchRequest: "patch_request",
  patchSequence: "patch_sequence",
  patchClock: "patch_clock",
  resume: "resume",
  pause: "pause",
  answerInvitation: "answer_invitation",
  rate: "rate",
  patchInteraction: "patch_interaction",
  restoreClock: "restore_clock",
  unaskRating: "unask_rating",
  copyMessages: "copy_messages_to",
  leave: "leave",
  participation: "participation",
};
