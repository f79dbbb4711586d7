import { errorCodeOf } from "@/features/live/errorCodeOf";

/** These pass: no answer, a fault of the server, too many messages, and a session that its writer can have again. */
const PASSING: ReadonlySet<string> = new Set([
  "unreachable",
  "unknown",
  "too_many_requests",
  "not_signed_in",
  "other_viewer",
]);

/** The code of a refusal that trying again cannot change; null for one that may pass. */
export function refusalOf(error: unknown): string | null {
  const code = errorCodeOf(error);
  return PASSING.has(code) ? null : code;
}
