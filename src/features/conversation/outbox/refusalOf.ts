import { TRPCClientError } from "@trpc/client";
import { errorCodeOf } from "@/features/live/errorCodeOf";

/** These pass: no answer, a fault of the server, too many messages, and a session that its writer can have again. */
const PASSING: ReadonlySet<string> = new Set([
  "unreachable",
  "unknown",
  "too_many_requests",
  "not_signed_in",
  "other_viewer",
]);

/** Answers that say "later": too slow, too early, too often. */
const PASSING_STATUS: ReadonlySet<number> = new Set([401, 408, 425, 429]);

/** The code of a refusal that trying again cannot change; null for one that may pass. */
export function refusalOf(error: unknown): string | null {
  const code = errorCodeOf(error);
  const status = statusOf(error);
  if (status !== null && status >= 500) return null;
  // Refused by something before the procedures, in words of its own: the same bytes will be refused again.
  if (status !== null && status >= 400 && !PASSING_STATUS.has(status) && !isTold(code)) {
    return status === 413 ? "too_large" : "invalid_input";
  }
  return PASSING.has(code) ? null : code;
}

const isTold = (code: string) => code !== "unreachable" && code !== "unknown";

function statusOf(error: unknown): number | null {
  if (!(error instanceof TRPCClientError)) return null;
  const told: unknown = error.data?.httpStatus;
  if (typeof told === "number") return told;
  const response: unknown = error.meta?.response;
  return response instanceof Response ? response.status : null;
}
