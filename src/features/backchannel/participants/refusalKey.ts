import type { ErrorCode } from "@/contract/errorCodes";

const KEYS = [
  "last_shared_party",
  "responder_stays",
  "nobody_included",
  "nobody_left_out",
  "already_member",
  "not_allowed",
  "interaction_ended",
] as const;

/** The refusals that are worded for participants (O4); null for all others, which have their general words. */
export function refusalKey(code: ErrorCode): (typeof KEYS)[number] | null {
  return KEYS.find((each) => each === code) ?? null;
}
