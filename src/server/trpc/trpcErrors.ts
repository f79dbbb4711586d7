import { TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import type { AnsweredCode } from "@/contract/errorCodes";
import { DomainError, type DomainErrorCode } from "@/domain/errors";

/** Every domain code and its tRPC code. A new code does not compile until it stands here. */
const TRPC_CODE: Record<DomainErrorCode, TRPCError["code"]> = {
  not_found: "NOT_FOUND",
  not_signed_in: "UNAUTHORIZED",
  other_viewer: "CONFLICT",
  not_allowed: "FORBIDDEN",
  wrong_origin: "FORBIDDEN",
  invalid_input: "BAD_REQUEST",
  interaction_ended: "CONFLICT",
  not_participating: "FORBIDDEN",
  audience_mismatch: "CONFLICT",
  last_shared_party: "CONFLICT",
  responder_stays: "CONFLICT",
  nobody_left_out: "BAD_REQUEST",
  nobody_included: "BAD_REQUEST",
  already_taken: "CONFLICT",
  already_yours: "CONFLICT",
  opener_ends: "FORBIDDEN",
  sequence_merged: "CONFLICT",
  split_has_others: "CONFLICT",
  split_by_another: "FORBIDDEN",
  split_too_old: "CONFLICT",
  undo_overtaken: "CONFLICT",
  too_many_messages: "CONFLICT",
  already_answered: "CONFLICT",
  already_member: "CONFLICT",
  already_set_up: "CONFLICT",
  rep_absent: "CONFLICT",
  rep_full: "CONFLICT",
  stale_version: "CONFLICT",
  client_id_reused: "CONFLICT",
  changed_meanwhile: "CONFLICT",
  too_many_tags: "BAD_REQUEST",
  sequence_closed: "CONFLICT",
  nothing_to_rate: "CONFLICT",
  no_model: "CONFLICT",
  too_few_examples: "CONFLICT",
  too_large: "PAYLOAD_TOO_LARGE",
  too_many_requests: "TOO_MANY_REQUESTS",
  sla_calendar_exhausted: "INTERNAL_SERVER_ERROR",
};

/** What a caller learns of an error: its code, the facts of a domain error, and the wrong fields of the input. */
export type ErrorShape = {
  code: AnsweredCode;
  facts: Readonly<Record<string, unknown>>;
  fields: { path: string; message: string }[];
};

/** The codes of what tRPC itself refuses, as in the routes beside it. */
const CODE_OF_TRPC: Partial<Record<TRPCError["code"], AnsweredCode>> = {
  NOT_FOUND: "not_found",
  METHOD_NOT_SUPPORTED: "method_not_allowed",
  PAYLOAD_TOO_LARGE: "too_large",
  UNSUPPORTED_MEDIA_TYPE: "unsupported_media_type",
  SERVICE_UNAVAILABLE: "unavailable",
};

/**
 * Makes what the caller learns of an error. A domain error keeps its code and facts, bad input names its fields, and
 * what tRPC refuses has the code of CODE_OF_TRPC. Everything else is a bug, and the answer is a bare `internal_error`.
 */
export function errorShape(error: TRPCError): ErrorShape {
  const domain = domainErrorOf(error);
  if (domain) return { code: domain.code, facts: domain.facts, fields: [] };
  const { cause } = error;
  if (error.code === "BAD_REQUEST" || error.code === "PARSE_ERROR") {
    const issues = cause instanceof ZodError ? cause.issues : [];
    return {
      code: "invalid_input",
      facts: {},
      fields: issues.map(({ path, message }) => ({ path: path.map(String).join("."), message })),
    };
  }
  const code = CODE_OF_TRPC[error.code];
  if (code !== undefined) return { code, facts: {}, fields: [] };
  return { code: "internal_error", facts: {}, fields: [] };
}

/** Wraps a domain error in tRPC's, so that the HTTP status fits. */
export function toTrpcError(error: DomainError): TRPCError {
  return new TRPCError({ code: TRPC_CODE[error.code], message: error.code, cause: error });
}

function domainErrorOf({ cause }: TRPCError): DomainError | null {
  return cause instanceof DomainError ? cause : null;
}
