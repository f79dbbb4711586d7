import { TRPCClientError } from "@trpc/client";
import { errorCodeOf } from "@/client/errors/errorCodeOf";
import { ERROR_CODES, type ErrorCode } from "@/contract/errorCodes";
import { toldWaitMs } from "@/domain/time/toldWaitMs";

/** Errors that may pass: no answer, a fault of the server, too many messages, a session that its writer can regain. */
const PASSING: ReadonlySet<string> = new Set<ErrorCode>([
  "unreachable",
  "unavailable",
  "unknown",
  "too_many_requests",
  "not_signed_in",
  "other_viewer",
]);

/** Statuses that mean "later". */
const PASSING_STATUS: ReadonlySet<number> = new Set([401, 408, 425, 429]);

/** The error code of a refusal that a retry cannot change; null for an error that may pass. */
export function refusalOf(error: unknown): ErrorCode | null {
  const code = errorCodeOf(error);
  const status = statusOf(error);
  if (status !== null && status >= 500) return null;
  // Something in front of the procedures refused the request; it would refuse the same bytes again.
  if (status !== null && status >= 400 && !PASSING_STATUS.has(status) && !isTold(code)) {
    return status === 413 ? "too_large" : "invalid_input";
  }
  return PASSING.has(code) ? null : code;
}

const isTold = (code: ErrorCode) => code !== "unreachable" && code !== "unknown";

/** How long the answer asks to wait before the next try, in ms; 0 if it does not ask. */
export function askedWaitMs(error: unknown): number {
  return toldWaitMs(responseOf(error)?.headers.get("retry-after") ?? null, Date.now());
}

function statusOf(error: unknown): number | null {
  if (!(error instanceof TRPCClientError)) return null;
  const told: unknown = error.data?.httpStatus;
  return typeof told === "number" ? told : (responseOf(error)?.status ?? null);
}

function responseOf(error: unknown): Response | null {
  const response: unknown = error instanceof TRPCClientError ? error.meta?.response : null;
  return response instanceof Response ? response : null;
}

/** The key of a refusal's text. A kept entry may hold a code of another version; that gives "unknown". */
export function errorWords(code: string | null): ErrorCode {
  return ERROR_CODES.find((each) => each === code) ?? "unknown";
}
