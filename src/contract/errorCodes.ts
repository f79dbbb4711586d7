import { DOMAIN_ERROR_CODES, type DomainErrorCode } from "@/domain/errors";

/** What the server answers where no rule refused: the request reached no procedure, or the fault is the server's. */
type OutsideTheRules =
  | "invalid_forwarded_address"
  | "invalid_target"
  | "wrong_host"
  | "invalid_host"
  | "method_not_allowed"
  | "unsupported_media_type"
  | "unavailable"
  | "internal_error";

/** Every code that the server answers with. Those of the rules stand in the domain, which throws them and imports nothing. */
export type AnsweredCode = DomainErrorCode | OutsideTheRules;

/**
 * Every code that has words for people: those of the rules; "unavailable" where the server cannot reach its database,
 * "unreachable" where no answer came, "unknown" for the rest.
 */
export const ERROR_CODES = [...DOMAIN_ERROR_CODES, "unavailable", "unreachable", "unknown"] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];
