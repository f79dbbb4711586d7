import { TRPCClientError } from "@trpc/client";
import { ERROR_CODES, type ErrorCode } from "@/contract/errorCodes";

const CODES: ReadonlySet<string> = new Set(ERROR_CODES);

/**
 * The code of an error: the server's own code ("unavailable" when it cannot reach its database), "unreachable" when no
 * answer came, "unknown" otherwise.
 */
export function errorCodeOf(error: unknown): ErrorCode {
  if (!(error instanceof TRPCClientError)) return "unknown";
  if (isErrorCode(error.message)) return error.message;
  return error.data ? "unknown" : "unreachable";
}

/** Whether a text is an error code that the catalogue has words for. */
export function isErrorCode(text: string): text is ErrorCode {
  return CODES.has(text);
}
