import { TRPCClientError } from "@trpc/client";
import { ERROR_CODES, type ErrorCode } from "@/contract/errorCodes";

const CODES: ReadonlySet<string> = new Set(ERROR_CODES);

/**
 * What went wrong, as a code: the server's own, "unavailable" when its database is away, "unreachable" when no answer
 * came, "unknown" for the rest.
 */
export function errorCodeOf(error: unknown): ErrorCode {
  if (!(error instanceof TRPCClientError)) return "unknown";
  if (isErrorCode(error.message)) return error.message;
  return error.data ? "unknown" : "unreachable";
}

/** Whether a text names an error that has words for people. */
export function isErrorCode(text: string): text is ErrorCode {
  return CODES.has(text);
}
