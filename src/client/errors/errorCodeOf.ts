import { TRPCClientError } from "@trpc/client";
import { DOMAIN_ERROR_CODES, type DomainErrorCode } from "@/domain/errors";

/** What only a browser tells apart: no answer came, the server cannot reach its database, anything else. */
const OUTSIDE_THE_DOMAIN = ["unreachable", "unavailable", "unknown"] as const;

export type ErrorCode = DomainErrorCode | (typeof OUTSIDE_THE_DOMAIN)[number];

const CODES: ReadonlySet<string> = new Set(DOMAIN_ERROR_CODES);
const OUTSIDE: ReadonlySet<string> = new Set(OUTSIDE_THE_DOMAIN);
const isDomainCode = (text: string): text is DomainErrorCode => CODES.has(text);

/**
 * What went wrong, as a code: the server's own, "unavailable" when its database is away, "unreachable" when no answer
 * came, "unknown" for the rest.
 */
export function errorCodeOf(error: unknown): ErrorCode {
  if (!(error instanceof TRPCClientError)) return "unknown";
  if (isDomainCode(error.message)) return error.message;
  if (error.message === "unavailable") return "unavailable";
  return error.data ? "unknown" : "unreachable";
}

/** Whether a text names an error that has words for people. */
export function isErrorCode(text: string): text is ErrorCode {
  return OUTSIDE.has(text) || isDomainCode(text);
}
