import type pg from "pg";

/** A column without a foreign key: the table whose ids it holds, if there is one, and why nothing checks it. */
type Keyless = { to: string | null; because: string };

const EVERY_REQUEST =
  "a check writes a lock into the referenced row: all requests of an organization would write into the same one";
const EACH_READER = "written for each reader of each message, only by commit_changes, which wrote or read the rows";
const shared = (to: string): Keyless => ({ to, because: EVERY_REQUEST });
const IN_ORGANIZATION = shared("organization");
const KEYED_BY_PARTY: ReadonlySet<string> = new Set(["team", "pov_list"]);

/** Every column that holds another row's id, with the table of its foreign key, or the reason why it has none. */
export const POINTERS: Record<string, Record<string, string | Keyless>> = {
  alias: { category_id: "category", organization_id: "organization", party_id: "party" },
  answered_contact: { contact_id: "contact", organization_id: IN_ORGANIZATION, rep_id: "rep" },
  attachment: { message_id: "message", organization_id: IN_ORGANIZATION, uploaded_by_id: "party" },
  audit_entry: {
    actor_id: "party",
    object_id: { to: null, because: "object_kind names its table" },
    organization_id: IN_ORGANIZATION,
  },
  automatic_absence: { organization_id: "organization", rep_id: "rep" },
  calendar: { organization_id: "organization" },
  calendar_version: { calendar_id: "calendar", organization_id: "organization" },
  canned_reply: { organization_id: "organization" },
  carrier_identifier: { organization_id: IN_ORGANIZATION, party_id: "party" },
  category: { organization_id: "organization", parent_id: "category", sla_policy_id: "sla_policy", team_id: "team" },
  classification: {
    likeliest_id: shared("category"),
    model_id: shared("classifier_model"),
    organization_id: IN_ORGANIZATION,
    sequence_id: "sequence",
    true_category_id: shared("category"),
  },
  classifier: { organization_id: "organization" },
  classifier_example: {
    by_id: shared("party"),
    category_id: shared("category"),
    contact_id: "contact",
    organization_id: IN_ORGANIZATION,
    sequence_id: "sequence",
  },
  classifier_model: { asked_by_id: "party", organization_id: "organization" },
  classifier_removal: {
    by_id: "party",
    category_id: "category",
    contact_id: "contact",
    organization_id: "organization",
    removed_by_id: "party",
    sequence_id: "sequence",
  },
  contact: { organization_id: IN_ORGANIZATION, party_id: "party" },
  conversation: {
    category_id: "category",
    organization_id: IN_ORGANIZATION,
    owner_party_id: "party",
    primary_party_id: "party",
  },
  conversation_category: {
    category_id: "category",
    conversation_id: "conversation",
    organization_id: "organization",
  },
  conversation_responder: {
    category_id: "category",
    conversation_id: "conversation",
    organization_id: "organization",
    party_id: "party",
  },
  conversation_role: { conversation_id: "conversation", organization_id: "organization", party_id: "party" },
  conversation_team: { conversation_id: "conversation", organization_id: "organization", team_id: "team" },
  custom_state: { organization_id: "organization" },
  draft: { interaction_id: "interaction", organization_id: IN_ORGANIZATION, party_id: "party" },
  hidden_state: { organization_id: IN_ORGANIZATION, party_id: "party", sequence_id: "sequence" },
  interaction: {
    category_id: "category",
    conversation_id: "conversation",
    opened_by_id: "party",
    organization_id: IN_ORGANIZATION,
    origin_sequence_id: "sequence",
    parent_id: "interaction",
    sequence_id: "sequence",
  },
  message: {
    author_id: {
      to: "party",
      because: "each message would write into its author's row; write_posts refuses authors who take no part",
    },
    client_id: { to: null, because: "made by the sender, no row's id" },
    interaction_id: "interaction",
    organization_id: IN_ORGANIZATION,
  },
  message_revision: { message_id: "message", organization_id: IN_ORGANIZATION },
  participation: {
    interaction_id: "interaction",
    invited_by_id: "party",
    organization_id: IN_ORGANIZATION,
    party_id: {
      to: "party",
      because:
        "teams and the organization take part in every waiting request: all of them would write into the same rows",
    },
    removed_by_id: "party",
  },
  organization: { calendar_id: "calendar" },
  party: { organization_id: IN_ORGANIZATION },
  pov_entry: {
    interaction_id: { to: "interaction", because: EACH_READER },
    list_id: { to: "pov_list", because: "written while the list's row is locked, and looked up for each reader" },
    message_id: { to: "message", because: EACH_READER },
    sequence_id: { to: "sequence", because: EACH_READER },
  },
  pov_list: { organization_id: IN_ORGANIZATION, party_id: "party" },
  pov_read: { interaction_id: "interaction", organization_id: IN_ORGANIZATION, party_id: "party" },
  rating: {
    contact_id: "contact",
    organization_id: IN_ORGANIZATION,
    rep_id: "rep",
    sequence_id: "sequence",
    team_id: shared("team"),
  },
  rep: { organization_id: "organization", party_id: "party", user_id: "app_user" },
  rep_load: { organization_id: "organization", rep_id: "rep" },
  rep_pace: { category_id: "category", organization_id: "organization", rep_id: "rep" },
  request: {
    asked_person_id: "rep",
    assigned_to_id: "rep",
    contact_id: "contact",
    conversation_id: "conversation",
    escalated_by_id: "party",
    interaction_id: "interaction",
    organization_id: IN_ORGANIZATION,
    sequence_id: "sequence",
    team_id: shared("team"),
  },
  routing_decision: { organization_id: IN_ORGANIZATION, sequence_id: "sequence" },
  sequence: {
    category_id: shared("category"),
    conversation_id: "conversation",
    custom_state_id: "custom_state",
    last_message_id: {
      to: "message",
      because: "message and sequence refer to each other, so neither could be first; write_posts writes both",
    },
    merged_into_id: "sequence",
    organization_id: IN_ORGANIZATION,
    primary_party_id: "party",
    split_from_id: "sequence",
  },
  sla_clock: {
    calendar_version_id: shared("calendar_version"),
    organization_id: IN_ORGANIZATION,
    sequence_id: "sequence",
  },
  sla_pause: { organization_id: IN_ORGANIZATION, sla_clock_id: "sla_clock" },
  sla_policy: { organization_id: "organization" },
  sla_target: { organization_id: "organization", sla_policy_id: "sla_policy" },
  team: { calendar_id: "calendar", organization_id: "organization", party_id: "party" },
  team_member: { organization_id: "organization", rep_id: "rep", team_id: "team" },
  user_session: { rep_id: "rep", user_id: "app_user" },
  visitor_session: { contact_id: "contact", organization_id: IN_ORGANIZATION, widget_id: shared("widget") },
  widget: { organization_id: "organization" },
};

/** The number of ids of missing rows by column, for columns without a foreign key that have any. */
export async function danglingPointers(client: Pick<pg.ClientBase, "query">): Promise<Record<string, number>> {
  const keyless = Object.entries(POINTERS).flatMap(([table, columns]) =>
    Object.entries(columns).flatMap(([column, to]) =>
      typeof to === "string" || to.to === null ? [] : [{ table, column, to: to.to }],
    ),
  );
  const dangling: Record<string, number> = {};
  for (const { table, column, to } of keyless) {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from ${table} c where c.${column} is not null
         and not exists (select from ${to} p where p.${KEYED_BY_PARTY.has(to) ? "party_id" : "id"} = c.${column})`,
    );
    const count = rows[0]?.count ?? 0;
    if (count > 0) dangling[`${table}.${column}`] = count;
  }
  return dangling;
}
