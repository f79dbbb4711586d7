import { DOMAIN_ERROR_CODES, type DomainErrorCode } from "@/domain/errors";

/** Codes for requests that no rule refused: they did not reach a procedure, or the server failed. */
type OutsideTheRules =
  | "invalid_forwarded_address"
  | "invalid_target"
  | "wrong_host"
  | "invalid_host"
  | "method_not_allowed"
  | "unsupported_media_type"
  | "unavailable"
  | "internal_error";

/** Every code that the server answers with. The domain defines and throws those of the rules. */
export type AnsweredCode = DomainErrorCode | OutsideTheRules;

/**
 * Every code that the message catalogues have a text for: those of the rules, "unavailable" if the server cannot reach
 * its database, "unreachable" if no answer came, and "unknown" for all others.
 */
export const ERROR_CODES = [...DOMAIN_ERROR_CODES, "unavailable", "unreachable", "unknown"] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];
