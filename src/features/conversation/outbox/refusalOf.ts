import { TRPCClientError } from "@trpc/client";
import { errorCodeOf } from "@/client/errors/errorCodeOf";
import { ERROR_CODES, type ErrorCode } from "@/contract/errorCodes";
import { toldWaitMs } from "@/domain/time/toldWaitMs";

/** These pass: no answer, a fault of the server, too many messages, and a session that its writer can have again. */
const PASSING: ReadonlySet<string> = new Set<ErrorCode>([
  "unreachable",
  "unavailable",
  "unknown",
  "too_many_requests",
  "not_signed_in",
  "other_viewer",
]);

/** Answers that say "later": too slow, too early, too often. */
const PASSING_STATUS: ReadonlySet<number> = new Set([401, 408, 425, 429]);

/** The code of a refusal that trying again cannot change; null for one that may pass. */
export function refusalOf(error: unknown): ErrorCode | null {
  const code = errorCodeOf(error);
  const status = statusOf(error);
  if (status !== null && status >= 500) return null;
  // Refused by something before the procedures, in words of its own: the same bytes will be refused again.
  if (status !== null && status >= 400 && !PASSING_STATUS.has(status) && !isTold(code)) {
    return status === 413 ? "too_large" : "invalid_input";
  }
  return PASSING.has(code) ? null : code;
}

const isTold = (code: ErrorCode) => code !== "unreachable" && code !== "unknown";

/** How long the answer that refused asks to wait before the next try, in ms; 0 where it does not. */
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

/** The key of a refusal's text: a kept refusal may be of another version, and then it is only known that it failed. */
export function errorWords(code: string | null): ErrorCode {
  return ERROR_CODES.find((each) => each === code) ?? "unknown";
}
