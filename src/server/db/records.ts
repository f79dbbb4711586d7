import type { Prisma } from "./generated/client/client";

/** The tables of records and settings: asked by id or by a few columns, and never hot. */
type RecordTable =
  | "alias"
  | "app_user"
  | "audit_entry"
  | "calendar"
  | "calendar_version"
  | "canned_reply"
  | "category"
  | "classifier"
  | "contact"
  | "organization"
  | "party"
  | "rep"
  | "sla_policy"
  | "sla_target"
  | "team"
  | "team_member"
  | "user_session"
  | "widget";

/**
 * Prisma, for records alone. What carries a point of view, locks, aggregates, goes in batches or is hot is asked by Kysely
 * or `pg`; what appends to a list is written by the writer (docs/decisions/016).
 */
export type Records = Pick<Prisma.TransactionClient, RecordTable>;
