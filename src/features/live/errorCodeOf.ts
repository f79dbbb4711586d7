import { TRPCClientError } from "@trpc/client";
import { DOMAIN_ERROR_CODES, type DomainErrorCode } from "@/domain/errors";

export type ErrorCode = DomainErrorCode | "unreachable" | "unknown";

const CODES: ReadonlySet<string> = new Set(DOMAIN_ERROR_CODES);
const isDomainCode = (text: string): text is DomainErrorCode => CODES.has(text);

/** What went wrong, as a code: the server's own, "unreachable" when no answer came, "unknown" for the rest. */
export function errorCodeOf(error: unknown): ErrorCode {
  if (!(error instanceof TRPCClientError)) return "unknown";
  if (isDomainCode(error.message)) return error.message;
  // The server answers, but not its database: to a person that is the same, and it passes.
  if (error.message === "unavailable") return "unreachable";
  return error.data ? "unknown" : "unreachable";
}

/** Whether a text names an error that has words for people. */
export function isErrorCode(text: string): text is ErrorCode {
  return text === "unreachable" || text === "unknown" || isDomainCode(text);
}
