import type { Insertable, Selectable } from "kysely";
import type {
  AnsweredContact,
  AuditEntry,
  Classification,
  Conversation,
  Interaction,
  Participation,
  Rating,
  RepPace,
  Request,
  RoutingDecision,
  Sequence,
  SlaClock,
  SlaPause,
} from "../db/generated/tables";

type Tables = {
  conversation: Conversation;
  sequence: Sequence;
  interaction: Interaction;
  participation: Participation;
  request: Request;
  sla_clock: SlaClock;
  sla_pause: SlaPause;
  routing_decision: RoutingDecision;
  audit_entry: AuditEntry;
  answered_contact: AnsweredContact;
  rating: Rating;
  rep_pace: RepPace;
  classification: Classification;
};
export type WrittenTable = keyof Tables;
type Column<Table extends WrittenTable> = keyof Insertable<Tables[Table]> & string;

/**
 * The columns that a change may name. Both the writer's SQL (`sql/`) and the types of `Changes` are made from this
 * table. A new row names every column of `insert`; other columns take the database's default. A patch names any of
 * `patch`. If the schema has a column that is not listed here, this file does not compile: list it under `insert` or
 * `defaults`.
 */
export const COLUMNS = {
  conversation: columnsOf("conversation", {
    insert: [
      ...(["id", "organization_id", "kind", "primary_party_id", "owner_party_id", "name", "category_id"] as const),
      ...(["tags", "metadata", "encryption", "started_at", "ended_at", "deactivated_at"] as const),
    ],
  }),
  sequence: columnsOf("sequence", {
    insert: [
      ...(["id", "organization_id", "conversation_id", "reference", "subject", "category_id", "tags"] as const),
      ...(["state", "custom_state_id", "primary_party_id", "last_message_id", "last_message_at"] as const),
      ...(["metadata", "encryption", "started_at", "ended_at", "deactivated_at"] as const),
      ...(["merged_into_id", "split_from_id", "version"] as const),
    ],
    patch: [
      ...(["subject", "category_id", "tags", "state", "custom_state_id"] as const),
      ...(["ended_at", "deactivated_at", "merged_into_id"] as const),
    ],
  }),
  interaction: columnsOf("interaction", {
    insert: [
      ...(["id", "organization_id", "conversation_id", "sequence_id", "origin_sequence_id", "parent_id"] as const),
      ...(["audience", "opened_by_id", "name", "category_id", "tags", "metadata", "encryption"] as const),
      ...(["opened_outside_at", "last_ordinal", "last_message_at"] as const),
      ...(["started_at", "ended_at", "deactivated_at"] as const),
    ],
  }),
  participation: columnsOf("participation", {
    insert: [
      ...(["id", "organization_id", "interaction_id", "party_id", "role"] as const),
      ...(["invited_at", "invited_by_id", "invitation_note", "accepted_at", "declined_at"] as const),
      ...(["decline_reason", "from_at", "until_at", "after_ordinal", "removed_by_id", "quiet_at"] as const),
    ],
  }),
  request: columnsOf("request", {
    insert: [
      ...(["sequence_id", "organization_id", "conversation_id", "interaction_id", "contact_id", "state"] as const),
      ...(["category_source", "team_id", "assigned_to_id", "asked_person_id", "carrier", "priority"] as const),
      ...(["weight", "required_skills", "waiting_since", "queued_at", "assigned_at", "picked_up_at"] as const),
      ...(["last_customer_message_at", "last_reply_at", "last_status_update_at", "away_step"] as const),
      ...(["next_due_at", "look_at", "escalated_at", "escalated_by_id", "escalation_reason"] as const),
      ...(["escalation_state", "escalation_held_by", "escalation_tried_at"] as const),
      ...(["retired_at", "retire_reason", "before_closing", "before_move", "owed_since"] as const),
      ...(["told_closed_at", "told_opens_at", "topic_picked", "created_at", "version"] as const),
    ],
    patch: [
      ...(["state", "category_source", "team_id", "assigned_to_id", "asked_person_id", "priority"] as const),
      ...(["waiting_since", "queued_at", "assigned_at", "picked_up_at"] as const),
      ...(["last_customer_message_at", "last_reply_at", "last_status_update_at", "away_step"] as const),
      ...(["next_due_at", "look_at", "escalated_at", "escalated_by_id", "escalation_reason"] as const),
      ...(["escalation_state", "escalation_held_by", "escalation_tried_at"] as const),
      ...(["retired_at", "retire_reason", "before_closing", "before_move", "owed_since"] as const),
      ...(["told_closed_at", "told_opens_at"] as const),
    ],
  }),
  sla_clock: columnsOf("sla_clock", {
    insert: [
      ...(["id", "organization_id", "sequence_id", "metric", "instance", "budget_ms"] as const),
      ...(["calendar_version_id", "started_at", "due_at", "ran_ms", "counts_since"] as const),
      ...(["met_at", "breached_at", "cancelled_at"] as const),
    ],
    patch: [
      ...(["budget_ms", "calendar_version_id", "due_at", "ran_ms", "counts_since"] as const),
      ...(["met_at", "breached_at", "cancelled_at"] as const),
    ],
  }),
  sla_pause: columnsOf("sla_pause", {
    insert: ["id", "organization_id", "sla_clock_id", "reason", "from_at", "until_at"],
  }),
  routing_decision: columnsOf("routing_decision", {
    insert: ["id", "organization_id", "sequence_id", "outcome", "steps", "config_version", "decided_at"],
  }),
  audit_entry: columnsOf("audit_entry", {
    insert: ["id", "organization_id", "actor_id", "verb", "object_kind", "object_id", "facts", "at"],
  }),
  answered_contact: columnsOf("answered_contact", {
    insert: ["contact_id", "rep_id", "organization_id", "last_answered_at"],
  }),
  rating: columnsOf("rating", {
    insert: ["sequence_id", "organization_id", "contact_id", "rep_id", "team_id", "asked_at"],
    defaults: ["score", "comment", "answered_at"],
  }),
  rep_pace: columnsOf("rep_pace", {
    insert: ["rep_id", "category_id", "organization_id", "closed_count", "total_ms"],
  }),
  classification: columnsOf("classification", {
    insert: [
      ...(["sequence_id", "organization_id", "model_id", "likeliest_id", "probability", "sureness"] as const),
      ...(["is_decided", "ranked", "because", "at"] as const),
    ],
    defaults: ["true_category_id", "known_at", "known_by"],
  }),
};

/** A new row in a change: every column of `insert`, and no other. */
export type NewRow<Table extends WrittenTable> = Pick<
  Selectable<Tables[Table]>,
  (typeof COLUMNS)[Table]["insert"][number] & keyof Selectable<Tables[Table]>
>;

/** A patch of a row: only the columns that it names change. */
export type RowPatch<Table extends WrittenTable> = Partial<
  Pick<Selectable<Tables[Table]>, (typeof COLUMNS)[Table]["patch"][number] & keyof Selectable<Tables[Table]>>
>;

type Listed<Insert, Patch, Defaults> = { insert: Insert; patch: Patch; defaults: Defaults };

/** Returns the lists of a table. Does not compile if a column of the table is in none of them. */
function columnsOf<
  Table extends WrittenTable,
  const Insert extends readonly Column<Table>[],
  const Patch extends readonly Column<Table>[] = [],
  const Defaults extends readonly Column<Table>[] = [],
>(
  _table: Table,
  lists: { insert: Insert; patch?: Patch; defaults?: Defaults } & Complete<
    Exclude<Column<Table>, Insert[number] | Defaults[number]>
  >,
): Listed<Insert, Patch | readonly [], Defaults | readonly []> {
  return { insert: lists.insert, patch: lists.patch ?? [], defaults: lists.defaults ?? [] };
}

type Complete<Missing> = [Missing] extends [never] ? unknown : { missing: Missing };
