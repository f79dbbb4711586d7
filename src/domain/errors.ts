/** Every reason for which a command may refuse. The message catalogues hold the text for people, by these codes. */
export const DOMAIN_ERROR_CODES = [
  "not_found",
  "not_signed_in",
  "other_viewer",
  "not_allowed",
  "invalid_input",
  "interaction_ended",
  "not_participating",
  "audience_mismatch",
  "last_shared_party",
  "responder_stays",
  "nobody_left_out",
  "nobody_included",
  "already_taken",
  "already_yours",
  "opener_ends",
  "sequence_merged",
  "split_has_others",
  "split_by_another",
  "split_too_old",
  "undo_overtaken",
  "too_many_messages",
  "already_answered",
  "already_member",
  "rep_absent",
  "rep_full",
  "stale_version",
  "client_id_reused",
  "changed_meanwhile",
  "too_many_tags",
  "sequence_closed",
  "nothing_to_rate",
  "no_model",
  "too_few_examples",
  "too_large",
  "too_many_requests",
  "already_set_up",
  "wrong_origin",
  "sla_calendar_exhausted",
] as const;

export type DomainErrorCode = (typeof DOMAIN_ERROR_CODES)[number];

/** A refusal with a stable code and the facts that its message needs. It never holds a text for people. */
export class DomainError extends Error {
  readonly code: DomainErrorCode;
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(code: DomainErrorCode, facts: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.name = "DomainError";
    this.code = code;
    this.facts = facts;
  }
}
