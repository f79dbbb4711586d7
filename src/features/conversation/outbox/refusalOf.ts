import { errorCodeOf } from "@/features/live/errorCodeOf";

/**
 * The code of a refusal that trying again cannot change; null when there was no answer, a fault of the server, or only
 * too many messages in a short time.
 */
export function refusalOf(error: unknown): string | null {
  const code = errorCodeOf(error);
  return code === "unreachable" || code === "unknown" || code === "too_many_requests" ? null : code;
}
