CREATE TYPE availability AS ENUM ('available', 'on_call', 'busy', 'away', 'offline');

CREATE TYPE away_step AS ENUM ('none', 'noticed');

CREATE TYPE carrier AS ENUM ('web_chat', 'email', 'sms', 'xmpp', 'api');

CREATE TYPE category_source AS ENUM ('customer', 'rule', 'rep', 'classifier');

CREATE TYPE conversation_kind AS ENUM ('external', 'organizations', 'personal');

CREATE TYPE encryption AS ENUM ('transport', 'at_rest', 'end_to_end');

CREATE TYPE example_source AS ENUM ('import', 'rep', 'routing', 'customer');

CREATE TYPE fit_reason AS ENUM ('first', 'more_examples', 'new_category', 'new_target', 'by_hand', 'roll_back');

CREATE TYPE interaction_audience AS ENUM ('customer', 'internal');

CREATE TYPE member_view AS ENUM ('participants', 'team_customer_facing', 'organization_customer_facing', 'everything');

CREATE TYPE message_kind AS ENUM ('text', 'note', 'excerpt', 'feedback', 'rating_request');

CREATE TYPE model_state AS ENUM ('fitting', 'live', 'replaced', 'refused', 'failed');

CREATE TYPE participant_role AS ENUM ('customer', 'responder', 'specialist', 'supervisor', 'member');

CREATE TYPE party_kind AS ENUM ('rep', 'contact', 'team', 'organization', 'system');

CREATE TYPE pov_entry_kind AS ENUM ('message', 'message_edited', 'message_deleted', 'interaction', 'sequence', 'hidden');

CREATE TYPE rep_role AS ENUM ('rep', 'supervisor', 'administrator');

CREATE TYPE request_state AS ENUM ('unassigned', 'queued', 'assigned', 'retired');

CREATE TYPE sequence_state AS ENUM ('open', 'pending', 'need_info', 'closed');

CREATE TYPE sla_metric AS ENUM ('pick_up', 'first_reply', 'next_reply', 'resolution', 'status_update');

CREATE TABLE alias (
  category_id uuid,
  created_at timestamp(3) with time zone NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  organization_id uuid NOT NULL,
  party_id uuid NOT NULL,
  picture text
);

CREATE TABLE answered_contact (
  contact_id uuid NOT NULL,
  last_answered_at timestamp(3) with time zone NOT NULL,
  organization_id uuid NOT NULL,
  rep_id uuid NOT NULL
);

CREATE TABLE app_user (
  created_at timestamp(3) with time zone NOT NULL,
  deactivated_at timestamp(3) with time zone,
  email text NOT NULL,
  id uuid NOT NULL,
  locale text,
  name text NOT NULL,
  password_hash text NOT NULL,
  theme text NOT NULL DEFAULT 'system'::text
);

CREATE TABLE attachment (
  byte_size bigint NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  deleted_at timestamp(3) with time zone,
  file_name text NOT NULL,
  id uuid NOT NULL,
  media_type text NOT NULL,
  message_id uuid,
  organization_id uuid NOT NULL,
  sha256 text NOT NULL,
  storage_key text NOT NULL,
  uploaded_by_id uuid NOT NULL
);

CREATE TABLE audit_entry (
  actor_id uuid NOT NULL,
  at timestamp(3) with time zone NOT NULL,
  facts jsonb NOT NULL DEFAULT '{}'::jsonb,
  id uuid NOT NULL,
  object_id uuid,
  object_kind text NOT NULL,
  organization_id uuid NOT NULL,
  verb text NOT NULL
);

CREATE TABLE automatic_absence (
  availability_before availability NOT NULL,
  began_at timestamp(3) with time zone NOT NULL,
  cause text NOT NULL,
  ended_at timestamp(3) with time zone,
  id uuid NOT NULL,
  last_seen_at timestamp(3) with time zone,
  organization_id uuid NOT NULL,
  rep_id uuid NOT NULL
);

CREATE TABLE calendar (
  created_at timestamp(3) with time zone NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  organization_id uuid NOT NULL
);

CREATE TABLE calendar_version (
  calendar_id uuid NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  hours jsonb NOT NULL,
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  version integer NOT NULL
);

CREATE TABLE canned_reply (
  body text NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  shortcut text NOT NULL
);

CREATE TABLE carrier_identifier (
  address text NOT NULL,
  carrier carrier NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  party_id uuid NOT NULL
);

CREATE TABLE category (
  id uuid NOT NULL,
  is_offered boolean NOT NULL DEFAULT false,
  keywords text[] DEFAULT ARRAY[]::text[],
  name text NOT NULL,
  organization_id uuid NOT NULL,
  parent_id uuid,
  retired_at timestamp(3) with time zone,
  sla_policy_id uuid,
  sort_order integer NOT NULL DEFAULT 0,
  team_id uuid
);

CREATE TABLE classification (
  at timestamp(3) with time zone NOT NULL,
  because text[],
  is_decided boolean NOT NULL,
  known_at timestamp(3) with time zone,
  known_by example_source,
  likeliest_id uuid NOT NULL,
  model_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  probability double precision NOT NULL,
  ranked jsonb NOT NULL,
  sequence_id uuid NOT NULL,
  sureness double precision NOT NULL,
  true_category_id uuid
);

CREATE TABLE classifier (
  last_number bigint NOT NULL DEFAULT 0,
  organization_id uuid NOT NULL,
  raised_at timestamp(3) with time zone,
  raised_from double precision,
  raised_precision double precision,
  raised_to double precision,
  stamp integer NOT NULL DEFAULT 1,
  target_precision double precision NOT NULL DEFAULT 0.97
);

CREATE TABLE classifier_example (
  at timestamp(3) with time zone NOT NULL,
  by_id uuid,
  category_id uuid NOT NULL,
  contact_id uuid,
  number bigint NOT NULL,
  organization_id uuid NOT NULL,
  sequence_id uuid,
  source example_source NOT NULL,
  text text NOT NULL,
  weight double precision NOT NULL DEFAULT 1
);

CREATE TABLE classifier_model (
  asked_by_id uuid,
  attempts integer NOT NULL DEFAULT 0,
  ended_at timestamp(3) with time zone,
  example_count integer NOT NULL DEFAULT 0,
  facet text NOT NULL DEFAULT 'category'::text,
  format integer,
  id uuid NOT NULL,
  learns_after bigint NOT NULL DEFAULT 0,
  live_since timestamp(3) with time zone,
  organization_id uuid NOT NULL,
  progress double precision NOT NULL DEFAULT 0,
  reason fit_reason NOT NULL,
  report jsonb,
  started_at timestamp(3) with time zone NOT NULL,
  state model_state NOT NULL,
  threshold double precision,
  up_to_number bigint NOT NULL DEFAULT 0,
  version integer NOT NULL,
  weights bytea
);

CREATE TABLE classifier_removal (
  at timestamp(3) with time zone NOT NULL,
  by_id uuid,
  category_id uuid NOT NULL,
  contact_id uuid,
  number bigint NOT NULL,
  organization_id uuid NOT NULL,
  removed_as bigint NOT NULL,
  removed_at timestamp(3) with time zone NOT NULL,
  removed_by_id uuid NOT NULL,
  sequence_id uuid,
  source example_source NOT NULL,
  text text NOT NULL,
  weight double precision NOT NULL
);

CREATE TABLE contact (
  account_number text,
  custom_fields jsonb NOT NULL DEFAULT '{}'::jsonb,
  locale text,
  location text,
  organization_id uuid NOT NULL,
  party_id uuid NOT NULL,
  spending_cents bigint,
  tier text,
  time_zone text,
  verified_at timestamp(3) with time zone
);

CREATE TABLE conversation (
  category_id uuid,
  deactivated_at timestamp(3) with time zone,
  encryption encryption NOT NULL DEFAULT 'transport'::encryption,
  ended_at timestamp(3) with time zone,
  id uuid NOT NULL,
  kind conversation_kind NOT NULL,
  metadata jsonb NOT NULL DEFAULT '{}'::jsonb,
  name text,
  organization_id uuid NOT NULL,
  owner_party_id uuid,
  primary_party_id uuid,
  started_at timestamp(3) with time zone NOT NULL,
  tags text[] DEFAULT ARRAY[]::text[]
);

CREATE TABLE conversation_category (
  category_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  organization_id uuid NOT NULL
);

CREATE TABLE conversation_responder (
  category_id uuid,
  conversation_id uuid NOT NULL,
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  party_id uuid NOT NULL
);

CREATE TABLE conversation_role (
  conversation_id uuid NOT NULL,
  from_at timestamp(3) with time zone NOT NULL,
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  party_id uuid NOT NULL,
  role text NOT NULL,
  until_at timestamp(3) with time zone
);

CREATE TABLE conversation_team (
  conversation_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  team_id uuid NOT NULL
);

CREATE TABLE custom_state (
  id uuid NOT NULL,
  maps_to sequence_state NOT NULL,
  name text NOT NULL,
  organization_id uuid NOT NULL,
  sort_order integer NOT NULL DEFAULT 0
);

CREATE TABLE draft (
  body text NOT NULL,
  interaction_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  party_id uuid NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL
);

CREATE TABLE hidden_state (
  organization_id uuid NOT NULL,
  party_id uuid NOT NULL,
  sequence_id uuid NOT NULL
);

CREATE TABLE interaction (
  audience interaction_audience NOT NULL,
  category_id uuid,
  conversation_id uuid NOT NULL,
  deactivated_at timestamp(3) with time zone,
  encryption encryption NOT NULL DEFAULT 'transport'::encryption,
  ended_at timestamp(3) with time zone,
  id uuid NOT NULL,
  last_message_at timestamp(3) with time zone,
  last_ordinal bigint NOT NULL DEFAULT 0,
  metadata jsonb NOT NULL DEFAULT '{}'::jsonb,
  name text,
  opened_by_id uuid NOT NULL,
  opened_outside_at timestamp(3) with time zone,
  organization_id uuid NOT NULL,
  origin_sequence_id uuid,
  parent_id uuid,
  sequence_id uuid,
  started_at timestamp(3) with time zone NOT NULL,
  tags text[] DEFAULT ARRAY[]::text[]
);

CREATE TABLE message (
  alias_name text NOT NULL,
  alias_picture text,
  author_id uuid NOT NULL,
  body text NOT NULL,
  carrier carrier NOT NULL DEFAULT 'web_chat'::carrier,
  client_id uuid NOT NULL,
  content jsonb NOT NULL DEFAULT '{}'::jsonb,
  deleted_at timestamp(3) with time zone,
  edited_at timestamp(3) with time zone,
  encryption encryption NOT NULL DEFAULT 'transport'::encryption,
  id uuid NOT NULL,
  interaction_id uuid NOT NULL,
  kind message_kind NOT NULL,
  metadata jsonb NOT NULL DEFAULT '{}'::jsonb,
  ordinal bigint NOT NULL,
  organization_id uuid NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  sent_at timestamp(3) with time zone NOT NULL,
  tags text[] DEFAULT ARRAY[]::text[]
);

CREATE TABLE message_revision (
  body text NOT NULL,
  content jsonb NOT NULL,
  message_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  revision integer NOT NULL,
  written_at timestamp(3) with time zone NOT NULL
);

CREATE TABLE organization (
  alias_name text NOT NULL,
  alias_picture text,
  away_after_ms bigint NOT NULL DEFAULT 600000,
  calendar_id uuid,
  config_version integer NOT NULL DEFAULT 1,
  created_at timestamp(3) with time zone NOT NULL,
  currency text NOT NULL DEFAULT 'EUR'::text,
  id uuid NOT NULL,
  is_demo boolean NOT NULL DEFAULT false,
  locale text NOT NULL DEFAULT 'en'::text,
  member_view member_view NOT NULL DEFAULT 'participants'::member_view,
  name text NOT NULL,
  reopen_within_ms bigint NOT NULL DEFAULT 86400000,
  retire_multiple integer NOT NULL DEFAULT 4,
  shows_reps_as text NOT NULL DEFAULT 'organization'::text,
  slug text NOT NULL,
  time_zone text NOT NULL,
  unseen_away_after_ms bigint NOT NULL DEFAULT 120000
);

CREATE TABLE participation (
  accepted_at timestamp(3) with time zone,
  after_ordinal bigint NOT NULL DEFAULT 0,
  decline_reason text,
  declined_at timestamp(3) with time zone,
  from_at timestamp(3) with time zone,
  id uuid NOT NULL,
  interaction_id uuid NOT NULL,
  invitation_note text,
  invited_at timestamp(3) with time zone,
  invited_by_id uuid,
  organization_id uuid NOT NULL,
  party_id uuid NOT NULL,
  quiet_at timestamp(3) with time zone,
  removed_by_id uuid,
  role participant_role NOT NULL,
  until_at timestamp(3) with time zone
);

CREATE TABLE party (
  created_at timestamp(3) with time zone NOT NULL,
  deactivated_at timestamp(3) with time zone,
  id uuid NOT NULL,
  kind party_kind NOT NULL,
  name text NOT NULL,
  organization_id uuid NOT NULL
);

CREATE TABLE pov_entry (
  facts jsonb,
  interaction_id uuid,
  kind pov_entry_kind NOT NULL,
  list_id uuid NOT NULL,
  message_id uuid,
  ordinal bigint,
  "position" bigint NOT NULL,
  revision integer,
  sequence_id uuid,
  written_at timestamp(3) with time zone NOT NULL
);

CREATE TABLE pov_list (
  head bigint NOT NULL DEFAULT 0,
  organization_id uuid NOT NULL,
  party_id uuid NOT NULL
);

CREATE TABLE pov_read (
  interaction_id uuid NOT NULL,
  ordinal bigint NOT NULL,
  organization_id uuid NOT NULL,
  party_id uuid NOT NULL,
  read_at timestamp(3) with time zone NOT NULL
);

CREATE TABLE presence_watch (
  beat_at timestamp(3) with time zone NOT NULL,
  id integer NOT NULL DEFAULT 1,
  watching_since timestamp(3) with time zone NOT NULL
);

CREATE TABLE rating (
  answered_at timestamp(3) with time zone,
  asked_at timestamp(3) with time zone NOT NULL,
  comment text,
  contact_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  rep_id uuid,
  score integer,
  sequence_id uuid NOT NULL,
  team_id uuid
);

CREATE TABLE rep (
  organization_id uuid NOT NULL,
  party_id uuid NOT NULL,
  picture text,
  public_name text NOT NULL,
  role rep_role NOT NULL,
  skills text[] DEFAULT ARRAY[]::text[],
  user_id uuid NOT NULL
);

CREATE TABLE rep_load (
  availability availability NOT NULL DEFAULT 'offline'::availability,
  availability_since timestamp(3) with time zone NOT NULL,
  capacity integer NOT NULL DEFAULT 4,
  last_offered_at timestamp(3) with time zone,
  organization_id uuid NOT NULL,
  rep_id uuid NOT NULL,
  used integer NOT NULL DEFAULT 0
);

CREATE TABLE rep_pace (
  category_id uuid NOT NULL,
  closed_count integer NOT NULL DEFAULT 0,
  organization_id uuid NOT NULL,
  rep_id uuid NOT NULL,
  total_ms bigint NOT NULL DEFAULT 0
);

CREATE TABLE request (
  asked_person_id uuid,
  assigned_at timestamp(3) with time zone,
  assigned_to_id uuid,
  away_step away_step NOT NULL DEFAULT 'none'::away_step,
  before_closing jsonb,
  before_move jsonb,
  carrier carrier NOT NULL DEFAULT 'web_chat'::carrier,
  category_source category_source,
  contact_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  escalated_at timestamp(3) with time zone,
  escalated_by_id uuid,
  escalation_held_by text,
  escalation_reason text,
  escalation_state text,
  escalation_tried_at timestamp(3) with time zone,
  interaction_id uuid NOT NULL,
  last_customer_message_at timestamp(3) with time zone,
  last_reply_at timestamp(3) with time zone,
  last_status_update_at timestamp(3) with time zone,
  look_at timestamp(3) with time zone,
  next_due_at timestamp(3) with time zone,
  organization_id uuid NOT NULL,
  owed_since timestamp(3) with time zone,
  picked_up_at timestamp(3) with time zone,
  priority integer NOT NULL DEFAULT 0,
  queued_at timestamp(3) with time zone NOT NULL,
  required_skills text[] DEFAULT ARRAY[]::text[],
  retire_reason text,
  retired_at timestamp(3) with time zone,
  sequence_id uuid NOT NULL,
  state request_state NOT NULL DEFAULT 'unassigned'::request_state,
  team_id uuid,
  told_closed_at timestamp(3) with time zone,
  told_opens_at timestamp(3) with time zone,
  topic_picked boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  waiting_since timestamp(3) with time zone,
  weight integer NOT NULL DEFAULT 1
);

CREATE TABLE routing_decision (
  config_version integer NOT NULL,
  decided_at timestamp(3) with time zone NOT NULL,
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  outcome jsonb NOT NULL,
  sequence_id uuid NOT NULL,
  steps jsonb NOT NULL
);

CREATE TABLE sequence (
  category_id uuid,
  conversation_id uuid NOT NULL,
  custom_state_id uuid,
  deactivated_at timestamp(3) with time zone,
  encryption encryption NOT NULL DEFAULT 'transport'::encryption,
  ended_at timestamp(3) with time zone,
  id uuid NOT NULL,
  last_message_at timestamp(3) with time zone,
  last_message_id uuid,
  merged_into_id uuid,
  metadata jsonb NOT NULL DEFAULT '{}'::jsonb,
  organization_id uuid NOT NULL,
  primary_party_id uuid,
  reference text NOT NULL,
  split_from_id uuid,
  started_at timestamp(3) with time zone NOT NULL,
  state sequence_state NOT NULL DEFAULT 'open'::sequence_state,
  subject text NOT NULL,
  tags text[] DEFAULT ARRAY[]::text[],
  version integer NOT NULL DEFAULT 1
);

CREATE TABLE sign_in_attempt (
  attempts integer NOT NULL,
  key text NOT NULL,
  last_at timestamp(3) with time zone NOT NULL,
  next_at timestamp(3) with time zone NOT NULL
);

CREATE TABLE sign_in_place (
  account_key text NOT NULL,
  place_key text NOT NULL,
  signed_in_at timestamp(3) with time zone NOT NULL
);

CREATE TABLE sla_clock (
  breached_at timestamp(3) with time zone,
  budget_ms bigint NOT NULL,
  calendar_version_id uuid,
  cancelled_at timestamp(3) with time zone,
  counts_since timestamp(3) with time zone,
  due_at timestamp(3) with time zone,
  id uuid NOT NULL,
  instance integer NOT NULL DEFAULT 1,
  met_at timestamp(3) with time zone,
  metric sla_metric NOT NULL,
  organization_id uuid NOT NULL,
  ran_ms bigint DEFAULT 0,
  sequence_id uuid NOT NULL,
  started_at timestamp(3) with time zone NOT NULL
);

CREATE TABLE sla_pause (
  from_at timestamp(3) with time zone NOT NULL,
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  reason text NOT NULL,
  sla_clock_id uuid NOT NULL,
  until_at timestamp(3) with time zone
);

CREATE TABLE sla_policy (
  created_at timestamp(3) with time zone NOT NULL,
  id uuid NOT NULL,
  is_default boolean NOT NULL DEFAULT false,
  name text NOT NULL,
  organization_id uuid NOT NULL
);

CREATE TABLE sla_target (
  budget_ms bigint NOT NULL,
  id uuid NOT NULL,
  in_open_hours boolean NOT NULL DEFAULT true,
  metric sla_metric NOT NULL,
  organization_id uuid NOT NULL,
  paused_in text[] DEFAULT ARRAY['pending'::text, 'need_info'::text],
  sla_policy_id uuid NOT NULL
);

CREATE TABLE team (
  admits_without_asking boolean NOT NULL DEFAULT false,
  allows_continuity boolean NOT NULL DEFAULT true,
  calendar_id uuid,
  is_specialist boolean NOT NULL DEFAULT false,
  on_absence text NOT NULL DEFAULT 'keep'::text,
  organization_id uuid NOT NULL,
  party_id uuid NOT NULL,
  queue_threshold_per_rep integer,
  strategy text NOT NULL DEFAULT 'continuity_pace_load'::text
);

CREATE TABLE team_member (
  from_at timestamp(3) with time zone NOT NULL,
  id uuid NOT NULL,
  is_supervisor boolean NOT NULL DEFAULT false,
  organization_id uuid NOT NULL,
  rep_id uuid NOT NULL,
  team_id uuid NOT NULL,
  until_at timestamp(3) with time zone
);

CREATE TABLE user_session (
  created_at timestamp(3) with time zone NOT NULL,
  expires_at timestamp(3) with time zone NOT NULL,
  id uuid NOT NULL,
  rep_id uuid NOT NULL,
  revoked_at timestamp(3) with time zone,
  seen_at timestamp(3) with time zone,
  streamed_at timestamp(3) with time zone,
  user_id uuid NOT NULL
);

CREATE TABLE visitor_session (
  contact_id uuid NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  expires_at timestamp(3) with time zone NOT NULL,
  id uuid NOT NULL,
  last_seen_at timestamp(3) with time zone NOT NULL,
  organization_id uuid NOT NULL,
  revoked_at timestamp(3) with time zone,
  token_hash bytea NOT NULL,
  widget_id uuid NOT NULL
);

CREATE TABLE widget (
  accent text NOT NULL,
  allowed_origins text[] DEFAULT ARRAY[]::text[],
  created_at timestamp(3) with time zone NOT NULL,
  greeting text NOT NULL,
  id uuid NOT NULL,
  key text NOT NULL,
  organization_id uuid NOT NULL,
  title text NOT NULL
);

CREATE TABLE worker_heartbeat (
  beat_at timestamp(3) with time zone NOT NULL,
  worker_id text NOT NULL
);

CREATE TABLE writer_version (
  schema_name text NOT NULL,
  used_at timestamp(3) with time zone NOT NULL
);

ALTER TABLE alias ADD CONSTRAINT alias_category_id_fkey FOREIGN KEY (category_id) REFERENCES category(id);

ALTER TABLE alias ADD CONSTRAINT alias_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

ALTER TABLE alias ADD CONSTRAINT alias_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id);

ALTER TABLE alias ADD CONSTRAINT alias_pkey PRIMARY KEY (id);

ALTER TABLE answered_contact ADD CONSTRAINT answered_contact_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(party_id);

ALTER TABLE answered_contact ADD CONSTRAINT answered_contact_pkey PRIMARY KEY (contact_id, rep_id);

ALTER TABLE answered_contact ADD CONSTRAINT answered_contact_rep_id_fkey FOREIGN KEY (rep_id) REFERENCES rep(party_id);

ALTER TABLE app_user ADD CONSTRAINT app_user_pkey PRIMARY KEY (id);

ALTER TABLE attachment ADD CONSTRAINT attachment_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id);

ALTER TABLE attachment ADD CONSTRAINT attachment_pkey PRIMARY KEY (id);

ALTER TABLE attachment ADD CONSTRAINT attachment_uploaded_by_id_fkey FOREIGN KEY (uploaded_by_id) REFERENCES party(id);

ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES party(id);

ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_pkey PRIMARY KEY (id);

ALTER TABLE automatic_absence ADD CONSTRAINT automatic_absence_cause CHECK ((cause = ANY (ARRAY['unseen'::text, 'signed_out'::text])));

ALTER TABLE automatic_absence ADD CONSTRAINT automatic_absence_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

ALTER TABLE automatic_absence ADD CONSTRAINT automatic_absence_pkey PRIMARY KEY (id);

ALTER TABLE automatic_absence ADD CONSTRAINT automatic_absence_rep_id_fkey FOREIGN KEY (rep_id) REFERENCES rep(party_id);

ALTER TABLE calendar ADD CONSTRAINT calendar_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

ALTER TABLE calendar ADD CONSTRAINT calendar_pkey PRIMARY KEY (id);

ALTER TABLE calendar_version ADD CONSTRAINT calendar_version_calendar_id_fkey FOREIGN KEY (calendar_id) REFERENCES calendar(id);

ALTER TABLE calendar_version ADD CONSTRAINT calendar_version_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

ALTER TABLE calendar_version ADD CONSTRAINT calendar_version_pkey PRIMARY KEY (id);

ALTER TABLE canned_reply ADD CONSTRAINT canned_reply_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

ALTER TABLE canned_reply ADD CONSTRAINT canned_reply_pkey PRIMARY KEY (id);

ALTER TABLE carrier_identifier ADD CONSTRAINT carrier_identifier_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id);

ALTER TABLE carrier_identifier ADD CONSTRAINT carrier_identifier_pkey PRIMARY KEY (id);

ALTER TABLE category ADD CONSTRAINT category_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

ALTER TABLE category ADD CONSTRAINT category_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES category(id);

ALTER TABLE category ADD CONSTRAINT category_pkey PRIMARY KEY (id);

ALTER TABLE category ADD CONSTRAINT category_sla_policy_id_fkey FOREIGN KEY (sla_policy_id) REFERENCES sla_policy(id);

ALTER TABLE category ADD CONSTRAINT category_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(party_id);

ALTER TABLE classification ADD CONSTRAINT classification_pkey PRIMARY KEY (sequence_id);

ALTER TABLE classification ADD CONSTRAINT classification_sequence_id_fkey FOREIGN KEY (sequence_id) REFERENCES sequence(id);

ALTER TABLE classifier ADD CONSTRAINT classifier_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

ALTER TABLE classifier ADD CONSTRAINT classifier_pkey PRIMARY KEY (organization_id);

ALTER TABLE classifier_example ADD CONSTRAINT classifier_example_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(party_id);

ALTER TABLE classifier_example ADD CONSTRAINT classifier_example_pkey PRIMARY KEY (organization_id, number);

ALTER TABLE classifier_example ADD CONSTRAINT classifier_example_sequence_id_fkey FOREIGN KEY (sequence_id) REFERENCES sequence(id);

ALTER TABLE classifier_model ADD CONSTRAINT classifier_model_asked_by_id_fkey FOREIGN KEY (asked_by_id) REFERENCES party(id);

ALTER TABLE classifier_model ADD CONSTRAINT classifier_model_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

ALTER TABLE classifier_model ADD CONSTRAINT classifier_model_pkey PRIMARY KEY (id);

ALTER TABLE classifier_removal ADD CONSTRAINT classifier_removal_by_id_fkey FOREIGN KEY (by_id) REFERENCES party(id);

ALTER TABLE classifier_removal ADD CONSTRAINT classifier_removal_category_id_fkey FOREIGN KEY (category_id) REFERENCES category(id);

ALTER TABLE classifier_removal ADD CONSTRAINT classifier_removal_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(party_id);

ALTER TABLE classifier_removal ADD CONSTRAINT classifier_removal_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

ALTER TABLE classifier_removal ADD CONSTRAINT classifier_removal_pkey PRIMARY KEY (organization_id, number);

ALTER TABLE classifier_removal ADD CONSTRAINT classifier_removal_removed_by_id_fkey FOREIGN KEY (removed_by_id) REFERENCES party(id);

ALTER TABLE classifier_removal ADD CONSTRAINT classifier_removal_sequence_id_fkey FOREIGN KEY (sequence_id) REFERENCES sequence(id);

ALTER TABLE contact ADD CONSTRAINT contact_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id);

ALTER TABLE contact ADD CONSTRAINT contact_pkey PRIMARY KEY (party_id);

ALTER TABLE conversation ADD CONSTRAINT conversation_category_id_fkey FOREIGN KEY (category_id) REFERENCES category(id);

ALTER TABLE conversation ADD CONSTRAINT conversation_owner_party_id_fkey FOREIGN KEY (owner_party_id) REFERENCES party(id);

ALTER TABLE conversation ADD CONSTRAINT conversation_pkey PRIMARY KEY (id);

ALTER TABLE conversation ADD CONSTRAINT conversation_primary_party_id_fkey FOREIGN KEY (primary_party_id) REFERENCES party(id);

ALTER TABLE conversation_category ADD CONSTRAINT conversation_category_category_id_fkey FOREIGN KEY (category_id) REFERENCES category(id);

ALTER TABLE conversation_category ADD CONSTRAINT conversation_category_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id);

ALTER TABLE conversation_category ADD CONSTRAINT conversation_category_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

ALTER TABLE conversation_category ADD CONSTRAINT conversation_category_pkey PRIMARY KEY (conversation_id, category_id);

ALTER TABLE conversation_responder ADD CONSTRAINT conversation_responder_category_id_fkey FOREIGN KEY (category_id) REFERENCES category(id);

ALTER TABLE conversation_responder ADD CONSTRAINT conversation_responder_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id);

ALTER TABLE conversation_responder ADD CONSTRAINT conversation_responder_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

ALTER TABLE conversation_responder ADD CONSTRAINT conversation_responder_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id);

ALTER TABLE conversation_responder ADD CONSTRAINT conversation_responder_pkey PRIMARY KEY (id);

ALTER TABLE conversation_role ADD CONSTRAINT conversation_role_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id);

ALTER TABLE conversation_role ADD CONSTRAINT conversation_role_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

ALTER TABLE conversation_role ADD CONSTRAINT conversation_role_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id);

ALTER TABLE conversation_role ADD CONSTRAINT conversation_role_pkey PRIMARY KEY (id);

ALTER TABLE conversation_team ADD CONSTRAINT conversation_team_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id);

ALTER TABLE conversation_team ADD CONSTRAINT conversation_team_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

ALTER TABLE conversation_team ADD CONSTRAINT conversation_team_pkey PRIMARY KEY (conversation_id, team_id);

ALTER TABLE conversation_team ADD CONSTRAINT conversation_team_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(party_id);

ALTER TABLE custom_state ADD CONSTRAINT custom_state_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

ALTER TABLE custom_state ADD CONSTRAINT custom_state_pkey PRIMARY KEY (id);

ALTER TABLE draft ADD CONSTRAINT draft_interaction_id_fkey FOREIGN KEY (interaction_id) REFERENCES interaction(id);

ALTER TABLE draft ADD CONSTRAINT draft_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id);

ALTER TABLE draft ADD CONSTRAINT draft_pkey PRIMARY KEY (party_id, interaction_id);

ALTER TABLE hidden_state ADD CONSTRAINT hidden_state_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id);

ALTER TABLE hidden_state ADD CONSTRAINT hidden_state_pkey PRIMARY KEY (sequence_id, party_id);

ALTER TABLE hidden_state ADD CONSTRAINT hidden_state_sequence_id_fkey FOREIGN KEY (sequence_id) REFERENCES sequence(id);

ALTER TABLE interaction ADD CONSTRAINT interaction_category_id_fkey FOREIGN KEY (category_id) REFERENCES category(id);

ALTER TABLE interaction ADD CONSTRAINT interaction_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id);

ALTER TABLE interaction ADD CONSTRAINT interaction_opened_by_id_fkey FOREIGN KEY (opened_by_id) REFERENCES party(id);

ALTER TABLE interaction ADD CONSTRAINT interaction_origin_sequence_id_fkey FOREIGN KEY (origin_sequence_id) REFERENCES sequence(id);

ALTER TABLE interaction ADD CONSTRAINT interaction_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES interaction(id);

ALTER TABLE interaction ADD CONSTRAINT interaction_pkey PRIMARY KEY (id);

ALTER TABLE interaction ADD CONSTRAINT interaction_sequence_id_fkey FOREIGN KEY (sequence_id) REFERENCES sequence(id);

ALTER TABLE message ADD CONSTRAINT message_interaction_id_fkey FOREIGN KEY (interaction_id) REFERENCES interaction(id);

ALTER TABLE message ADD CONSTRAINT message_pkey PRIMARY KEY (id);

ALTER TABLE message_revision ADD CONSTRAINT message_revision_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id);

ALTER TABLE message_revision ADD CONSTRAINT message_revision_pkey PRIMARY KEY (message_id, revision);

ALTER TABLE organization ADD CONSTRAINT organization_calendar_id_fkey FOREIGN KEY (calendar_id) REFERENCES calendar(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE organization ADD CONSTRAINT organization_pkey PRIMARY KEY (id);

ALTER TABLE organization ADD CONSTRAINT organization_unseen_away_after CHECK (((unseen_away_after_ms >= 60000) AND (unseen_away_after_ms <= 86400000)));

ALTER TABLE participation ADD CONSTRAINT participation_interaction_id_fkey FOREIGN KEY (interaction_id) REFERENCES interaction(id);

ALTER TABLE participation ADD CONSTRAINT participation_invited_by_id_fkey FOREIGN KEY (invited_by_id) REFERENCES party(id);

ALTER TABLE participation ADD CONSTRAINT participation_pkey PRIMARY KEY (id);

ALTER TABLE participation ADD CONSTRAINT participation_removed_by_id_fkey FOREIGN KEY (removed_by_id) REFERENCES party(id);

ALTER TABLE party ADD CONSTRAINT party_pkey PRIMARY KEY (id);

ALTER TABLE pov_entry ADD CONSTRAINT pov_entry_pkey PRIMARY KEY (list_id, "position");

ALTER TABLE pov_list ADD CONSTRAINT pov_list_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id);

ALTER TABLE pov_list ADD CONSTRAINT pov_list_pkey PRIMARY KEY (party_id);

ALTER TABLE pov_read ADD CONSTRAINT pov_read_interaction_id_fkey FOREIGN KEY (interaction_id) REFERENCES interaction(id);

ALTER TABLE pov_read ADD CONSTRAINT pov_read_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id);

ALTER TABLE pov_read ADD CONSTRAINT pov_read_pkey PRIMARY KEY (party_id, interaction_id);

ALTER TABLE presence_watch ADD CONSTRAINT presence_watch_one CHECK ((id = 1));

ALTER TABLE presence_watch ADD CONSTRAINT presence_watch_pkey PRIMARY KEY (id);

ALTER TABLE rating ADD CONSTRAINT rating_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(party_id);

ALTER TABLE rating ADD CONSTRAINT rating_pkey PRIMARY KEY (sequence_id);

ALTER TABLE rating ADD CONSTRAINT rating_rep_id_fkey FOREIGN KEY (rep_id) REFERENCES rep(party_id);

ALTER TABLE rating ADD CONSTRAINT rating_sequence_id_fkey FOREIGN KEY (sequence_id) REFERENCES sequence(id);

ALTER TABLE rep ADD CONSTRAINT rep_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

ALTER TABLE rep ADD CONSTRAINT rep_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id);

ALTER TABLE rep ADD CONSTRAINT rep_pkey PRIMARY KEY (party_id);

ALTER TABLE rep ADD CONSTRAINT rep_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id);

ALTER TABLE rep_load ADD CONSTRAINT rep_load_not_negative CHECK ((used >= 0));

ALTER TABLE rep_load ADD CONSTRAINT rep_load_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

ALTER TABLE rep_load ADD CONSTRAINT rep_load_pkey PRIMARY KEY (rep_id);

ALTER TABLE rep_load ADD CONSTRAINT rep_load_rep_id_fkey FOREIGN KEY (rep_id) REFERENCES rep(party_id);

ALTER TABLE rep_pace ADD CONSTRAINT rep_pace_category_id_fkey FOREIGN KEY (category_id) REFERENCES category(id);

ALTER TABLE rep_pace ADD CONSTRAINT rep_pace_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

ALTER TABLE rep_pace ADD CONSTRAINT rep_pace_pkey PRIMARY KEY (rep_id, category_id);

ALTER TABLE rep_pace ADD CONSTRAINT rep_pace_rep_id_fkey FOREIGN KEY (rep_id) REFERENCES rep(party_id);

ALTER TABLE request ADD CONSTRAINT request_asked_person_id_fkey FOREIGN KEY (asked_person_id) REFERENCES rep(party_id);

ALTER TABLE request ADD CONSTRAINT request_assigned_to_id_fkey FOREIGN KEY (assigned_to_id) REFERENCES rep(party_id);

ALTER TABLE request ADD CONSTRAINT request_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(party_id);

ALTER TABLE request ADD CONSTRAINT request_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id);

ALTER TABLE request ADD CONSTRAINT request_escalated_by_id_fkey FOREIGN KEY (escalated_by_id) REFERENCES party(id);

ALTER TABLE request ADD CONSTRAINT request_escalation_state CHECK ((escalation_state = ANY (ARRAY['waiting'::text, 'given'::text])));

ALTER TABLE request ADD CONSTRAINT request_interaction_id_fkey FOREIGN KEY (interaction_id) REFERENCES interaction(id);

ALTER TABLE request ADD CONSTRAINT request_pkey PRIMARY KEY (sequence_id);

ALTER TABLE request ADD CONSTRAINT request_sequence_id_fkey FOREIGN KEY (sequence_id) REFERENCES sequence(id);

ALTER TABLE routing_decision ADD CONSTRAINT routing_decision_pkey PRIMARY KEY (id);

ALTER TABLE routing_decision ADD CONSTRAINT routing_decision_sequence_id_fkey FOREIGN KEY (sequence_id) REFERENCES sequence(id);

ALTER TABLE sequence ADD CONSTRAINT sequence_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id);

ALTER TABLE sequence ADD CONSTRAINT sequence_custom_state_id_fkey FOREIGN KEY (custom_state_id) REFERENCES custom_state(id);

ALTER TABLE sequence ADD CONSTRAINT sequence_merged_into_id_fkey FOREIGN KEY (merged_into_id) REFERENCES sequence(id);

ALTER TABLE sequence ADD CONSTRAINT sequence_pkey PRIMARY KEY (id);

ALTER TABLE sequence ADD CONSTRAINT sequence_primary_party_id_fkey FOREIGN KEY (primary_party_id) REFERENCES party(id);

ALTER TABLE sequence ADD CONSTRAINT sequence_split_from_id_fkey FOREIGN KEY (split_from_id) REFERENCES sequence(id);

ALTER TABLE sign_in_attempt ADD CONSTRAINT sign_in_attempt_pkey PRIMARY KEY (key);

ALTER TABLE sign_in_place ADD CONSTRAINT sign_in_place_pkey PRIMARY KEY (account_key, place_key);

ALTER TABLE sla_clock ADD CONSTRAINT sla_clock_pkey PRIMARY KEY (id);

ALTER TABLE sla_clock ADD CONSTRAINT sla_clock_sequence_id_fkey FOREIGN KEY (sequence_id) REFERENCES sequence(id);

ALTER TABLE sla_pause ADD CONSTRAINT sla_pause_pkey PRIMARY KEY (id);

ALTER TABLE sla_pause ADD CONSTRAINT sla_pause_sla_clock_id_fkey FOREIGN KEY (sla_clock_id) REFERENCES sla_clock(id);

ALTER TABLE sla_policy ADD CONSTRAINT sla_policy_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

ALTER TABLE sla_policy ADD CONSTRAINT sla_policy_pkey PRIMARY KEY (id);

ALTER TABLE sla_target ADD CONSTRAINT sla_target_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

ALTER TABLE sla_target ADD CONSTRAINT sla_target_pkey PRIMARY KEY (id);

ALTER TABLE sla_target ADD CONSTRAINT sla_target_sla_policy_id_fkey FOREIGN KEY (sla_policy_id) REFERENCES sla_policy(id);

ALTER TABLE team ADD CONSTRAINT team_calendar_id_fkey FOREIGN KEY (calendar_id) REFERENCES calendar(id);

ALTER TABLE team ADD CONSTRAINT team_on_absence CHECK ((on_absence = ANY (ARRAY['keep'::text, 'hand_back'::text])));

ALTER TABLE team ADD CONSTRAINT team_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

ALTER TABLE team ADD CONSTRAINT team_party_id_fkey FOREIGN KEY (party_id) REFERENCES party(id);

ALTER TABLE team ADD CONSTRAINT team_pkey PRIMARY KEY (party_id);

ALTER TABLE team_member ADD CONSTRAINT team_member_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

ALTER TABLE team_member ADD CONSTRAINT team_member_pkey PRIMARY KEY (id);

ALTER TABLE team_member ADD CONSTRAINT team_member_rep_id_fkey FOREIGN KEY (rep_id) REFERENCES rep(party_id);

ALTER TABLE team_member ADD CONSTRAINT team_member_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(party_id);

ALTER TABLE user_session ADD CONSTRAINT user_session_pkey PRIMARY KEY (id);

ALTER TABLE user_session ADD CONSTRAINT user_session_rep_id_fkey FOREIGN KEY (rep_id) REFERENCES rep(party_id);

ALTER TABLE user_session ADD CONSTRAINT user_session_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id);

ALTER TABLE visitor_session ADD CONSTRAINT visitor_session_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(party_id);

ALTER TABLE visitor_session ADD CONSTRAINT visitor_session_pkey PRIMARY KEY (id);

ALTER TABLE widget ADD CONSTRAINT widget_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);

ALTER TABLE widget ADD CONSTRAINT widget_pkey PRIMARY KEY (id);

ALTER TABLE worker_heartbeat ADD CONSTRAINT worker_heartbeat_pkey PRIMARY KEY (worker_id);

ALTER TABLE writer_version ADD CONSTRAINT writer_version_pkey PRIMARY KEY (schema_name);

CREATE INDEX alias_organization_id_party_id_idx ON public.alias USING btree (organization_id, party_id);

CREATE UNIQUE INDEX app_user_email_key ON public.app_user USING btree (email);

CREATE INDEX attachment_message_id_idx ON public.attachment USING btree (message_id);

CREATE INDEX attachment_organization_id_idx ON public.attachment USING btree (organization_id);

CREATE UNIQUE INDEX attachment_storage_key_key ON public.attachment USING btree (storage_key);

CREATE INDEX audit_entry_of_classifier ON public.audit_entry USING btree (organization_id, verb, at) WHERE (object_kind = 'classifier'::text);

CREATE INDEX audit_entry_of_looks ON public.audit_entry USING btree (actor_id, object_id, at) WHERE (verb = 'privileged_look'::text);

CREATE INDEX audit_entry_organization_id_at_idx ON public.audit_entry USING btree (organization_id, at);

CREATE UNIQUE INDEX automatic_absence_open ON public.automatic_absence USING btree (rep_id) WHERE (ended_at IS NULL);

CREATE INDEX automatic_absence_organization_id_began_at_idx ON public.automatic_absence USING btree (organization_id, began_at);

CREATE INDEX calendar_organization_id_idx ON public.calendar USING btree (organization_id);

CREATE UNIQUE INDEX calendar_version_calendar_id_version_key ON public.calendar_version USING btree (calendar_id, version);

CREATE INDEX calendar_version_organization_id_idx ON public.calendar_version USING btree (organization_id);

CREATE UNIQUE INDEX canned_reply_organization_id_shortcut_key ON public.canned_reply USING btree (organization_id, shortcut);

CREATE UNIQUE INDEX carrier_identifier_organization_id_carrier_address_key ON public.carrier_identifier USING btree (organization_id, carrier, address);

CREATE INDEX carrier_identifier_organization_id_party_id_idx ON public.carrier_identifier USING btree (organization_id, party_id);

CREATE INDEX category_organization_id_sort_order_idx ON public.category USING btree (organization_id, sort_order);

CREATE INDEX classification_known ON public.classification USING btree (model_id, known_at) WHERE (is_decided AND (known_at IS NOT NULL));

CREATE INDEX classification_organization_id_at_idx ON public.classification USING btree (organization_id, at);

CREATE INDEX classification_undecided ON public.classification USING btree (organization_id, sequence_id) WHERE ((NOT is_decided) AND (known_at IS NULL));

CREATE INDEX classifier_example_organization_id_category_id_number_idx ON public.classifier_example USING btree (organization_id, category_id, number);

CREATE UNIQUE INDEX classifier_example_sequence_id_key ON public.classifier_example USING btree (sequence_id);

CREATE INDEX classifier_example_text ON public.classifier_example USING btree (organization_id, md5(text));

CREATE UNIQUE INDEX classifier_model_fitting ON public.classifier_model USING btree (organization_id, facet) WHERE (state = 'fitting'::model_state);

CREATE UNIQUE INDEX classifier_model_live ON public.classifier_model USING btree (organization_id, facet) WHERE (state = 'live'::model_state);

CREATE UNIQUE INDEX classifier_model_organization_id_facet_version_key ON public.classifier_model USING btree (organization_id, facet, version);

CREATE UNIQUE INDEX classifier_removal_sequence_id_category_id_key ON public.classifier_removal USING btree (sequence_id, category_id);

CREATE INDEX contact_organization_id_account_number_idx ON public.contact USING btree (organization_id, account_number);

CREATE UNIQUE INDEX conversation_external_party ON public.conversation USING btree (organization_id, primary_party_id) WHERE (kind = 'external'::conversation_kind);

CREATE INDEX conversation_organization_id_primary_party_id_idx ON public.conversation USING btree (organization_id, primary_party_id);

CREATE INDEX conversation_responder_conversation_id_idx ON public.conversation_responder USING btree (conversation_id);

CREATE INDEX conversation_role_conversation_id_party_id_idx ON public.conversation_role USING btree (conversation_id, party_id);

CREATE INDEX conversation_role_organization_id_idx ON public.conversation_role USING btree (organization_id);

CREATE INDEX custom_state_organization_id_idx ON public.custom_state USING btree (organization_id);

CREATE INDEX interaction_conversation_id_started_at_idx ON public.interaction USING btree (conversation_id, started_at);

CREATE INDEX interaction_parent_id_idx ON public.interaction USING btree (parent_id);

CREATE INDEX interaction_root ON public.interaction USING btree (sequence_id) WHERE (parent_id IS NULL);

CREATE INDEX interaction_sequence_id_idx ON public.interaction USING btree (sequence_id);

CREATE UNIQUE INDEX message_author_id_client_id_key ON public.message USING btree (author_id, client_id);

CREATE UNIQUE INDEX message_interaction_id_ordinal_key ON public.message USING btree (interaction_id, ordinal);

CREATE UNIQUE INDEX organization_slug_key ON public.organization USING btree (slug);

CREATE UNIQUE INDEX participation_current ON public.participation USING btree (interaction_id, party_id) WHERE ((until_at IS NULL) AND (declined_at IS NULL));

CREATE INDEX participation_interaction_id_party_id_idx ON public.participation USING btree (interaction_id, party_id);

CREATE INDEX participation_invited ON public.participation USING btree (party_id) WHERE ((from_at IS NULL) AND (until_at IS NULL) AND (declined_at IS NULL));

CREATE INDEX participation_listed ON public.participation USING btree (party_id, interaction_id) WHERE ((until_at IS NULL) AND (declined_at IS NULL) AND (role = ANY (ARRAY['member'::participant_role, 'specialist'::participant_role])) AND (quiet_at IS NULL));

CREATE INDEX participation_of_party ON public.participation USING btree (party_id, interaction_id) WHERE ((until_at IS NULL) AND (declined_at IS NULL));

CREATE INDEX participation_organization_id_party_id_until_at_idx ON public.participation USING btree (organization_id, party_id, until_at);

CREATE INDEX party_organization_id_kind_name_idx ON public.party USING btree (organization_id, kind, name);

CREATE INDEX pov_entry_list_id_interaction_id_ordinal_idx ON public.pov_entry USING btree (list_id, interaction_id, ordinal);

CREATE INDEX pov_entry_list_id_sequence_id_position_idx ON public.pov_entry USING btree (list_id, sequence_id, "position");

CREATE INDEX rating_organization_id_answered_at_idx ON public.rating USING btree (organization_id, answered_at);

CREATE UNIQUE INDEX rep_organization_id_user_id_key ON public.rep USING btree (organization_id, user_id);

CREATE INDEX rep_user_id_idx ON public.rep USING btree (user_id);

CREATE INDEX rep_load_organization_id_availability_idx ON public.rep_load USING btree (organization_id, availability);

CREATE INDEX request_escalations ON public.request USING btree (team_id) WHERE (escalation_state = 'waiting'::text);

CREATE INDEX request_in_team_queue ON public.request USING btree (organization_id, team_id, COALESCE(next_due_at, 'infinity'::timestamp with time zone), sequence_id) WHERE (state = 'queued'::request_state);

CREATE INDEX request_live ON public.request USING btree (organization_id, team_id, state) WHERE (state <> 'retired'::request_state);

CREATE INDEX request_live_of_contact ON public.request USING btree (contact_id) WHERE (state <> 'retired'::request_state);

CREATE INDEX request_next_due ON public.request USING btree (organization_id, COALESCE(next_due_at, 'infinity'::timestamp with time zone), sequence_id) WHERE (state <> 'retired'::request_state);

CREATE INDEX request_of_rep ON public.request USING btree (assigned_to_id, COALESCE(next_due_at, 'infinity'::timestamp with time zone), sequence_id) WHERE (state = 'assigned'::request_state);

CREATE INDEX request_organization_id_contact_id_idx ON public.request USING btree (organization_id, contact_id);

CREATE INDEX request_organization_id_created_at_idx ON public.request USING btree (organization_id, created_at);

CREATE INDEX request_retired_at ON public.request USING btree (organization_id, retired_at) WHERE (state = 'retired'::request_state);

CREATE INDEX request_retired_of_rep ON public.request USING btree (assigned_to_id, retired_at DESC) WHERE (state = 'retired'::request_state);

CREATE INDEX request_retired_of_team ON public.request USING btree (team_id, retired_at DESC) WHERE (state = 'retired'::request_state);

CREATE INDEX request_unassigned ON public.request USING btree (organization_id, COALESCE(next_due_at, 'infinity'::timestamp with time zone), sequence_id) WHERE (state = 'unassigned'::request_state);

CREATE INDEX routing_decision_organization_id_decided_at_idx ON public.routing_decision USING btree (organization_id, decided_at);

CREATE INDEX routing_decision_sequence_id_decided_at_idx ON public.routing_decision USING btree (sequence_id, decided_at);

CREATE INDEX sequence_conversation_id_started_at_idx ON public.sequence USING btree (conversation_id, started_at);

CREATE UNIQUE INDEX sequence_organization_id_reference_key ON public.sequence USING btree (organization_id, reference);

CREATE INDEX sequence_without_category ON public.sequence USING btree (organization_id, id) WHERE ((category_id IS NULL) AND (merged_into_id IS NULL));

CREATE INDEX sign_in_attempt_last_at_idx ON public.sign_in_attempt USING btree (last_at);

CREATE INDEX sign_in_place_signed_in_at_idx ON public.sign_in_place USING btree (signed_in_at);

CREATE INDEX sla_clock_organization_id_started_at_idx ON public.sla_clock USING btree (organization_id, started_at);

CREATE INDEX sla_clock_running ON public.sla_clock USING btree (organization_id, due_at) WHERE ((met_at IS NULL) AND (cancelled_at IS NULL) AND (due_at IS NOT NULL));

CREATE UNIQUE INDEX sla_clock_sequence_id_metric_instance_key ON public.sla_clock USING btree (sequence_id, metric, instance);

CREATE INDEX sla_pause_sla_clock_id_idx ON public.sla_pause USING btree (sla_clock_id);

CREATE INDEX sla_policy_organization_id_idx ON public.sla_policy USING btree (organization_id);

CREATE INDEX sla_target_organization_id_idx ON public.sla_target USING btree (organization_id);

CREATE UNIQUE INDEX sla_target_sla_policy_id_metric_key ON public.sla_target USING btree (sla_policy_id, metric);

CREATE INDEX team_organization_id_idx ON public.team USING btree (organization_id);

CREATE INDEX team_member_organization_id_team_id_idx ON public.team_member USING btree (organization_id, team_id);

CREATE INDEX team_member_rep_id_idx ON public.team_member USING btree (rep_id);

CREATE INDEX user_session_rep_id_idx ON public.user_session USING btree (rep_id);

CREATE INDEX user_session_user_id_idx ON public.user_session USING btree (user_id);

CREATE INDEX visitor_session_contact_id_idx ON public.visitor_session USING btree (contact_id);

CREATE UNIQUE INDEX visitor_session_token_hash_key ON public.visitor_session USING btree (token_hash);

CREATE UNIQUE INDEX widget_key_key ON public.widget USING btree (key);

CREATE INDEX widget_organization_id_idx ON public.widget USING btree (organization_id);

CREATE OR REPLACE FUNCTION public.append_entries(entries jsonb, posts jsonb, at_now timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
AS $function$
DECLARE
  lists uuid[] := ARRAY(
    SELECT (e ->> 'list')::uuid FROM jsonb_array_elements(entries) e
    UNION
    SELECT p.party_id FROM jsonb_to_recordset(posts) AS x ("interactionId" uuid),
      LATERAL (SELECT party_id FROM participation WHERE interaction_id = x."interactionId"
        AND from_at IS NOT NULL AND until_at IS NULL AND declined_at IS NULL OFFSET 0) p);
  heads jsonb := '{}';
BEGIN
  IF (SELECT count(*) FROM pov_list WHERE party_id = ANY (lists)) < cardinality(lists) THEN
    INSERT INTO pov_list (party_id, organization_id)
      SELECT party.id, party.organization_id FROM party
        WHERE party.id = ANY (lists) AND NOT EXISTS (SELECT 1 FROM pov_list l WHERE l.party_id = party.id)
        ORDER BY party.id
      ON CONFLICT DO NOTHING;
  END IF;
  PERFORM 1 FROM pov_list WHERE party_id = ANY (lists) ORDER BY party_id FOR UPDATE;
  IF entries <> '[]' THEN
    heads := append_given(entries, ARRAY(SELECT (e ->> 'id')::uuid FROM jsonb_array_elements(posts) e), at_now);
  END IF;
  IF posts <> '[]' THEN
    heads := heads || append_posted(posts, at_now);
  END IF;
  RETURN heads;
END
$function$
;

CREATE OR REPLACE FUNCTION public.append_given(entries jsonb, posted uuid[], at_now timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
AS $function$
DECLARE
  heads jsonb;
BEGIN
  WITH wanted AS (
    SELECT (e ->> 'list')::uuid AS list_id, (e ->> 'kind')::pov_entry_kind AS kind,
           (e ->> 'sequence_id')::uuid AS sequence_id, (e ->> 'interaction_id')::uuid AS interaction_id,
           (e ->> 'message_id')::uuid AS message_id, (e ->> 'ordinal')::bigint AS ordinal,
           (e ->> 'revision')::int AS revision, e -> 'facts' AS facts, n AS outer_order, 0::bigint AS inner_order
      FROM jsonb_array_elements(entries) WITH ORDINALITY AS t (e, n)
      WHERE e ->> 'kind' <> 'history'
    UNION ALL
    -- History: what was said before somebody joined, as far as it is shown to them (P2).
    SELECT (e ->> 'list')::uuid, 'message', NULL, m.interaction_id, m.id, m.ordinal, m.revision, NULL, n, m.ordinal
      FROM jsonb_array_elements(entries) WITH ORDINALITY AS t (e, n),
      LATERAL (SELECT x.* FROM message x WHERE x.interaction_id = (e ->> 'interaction_id')::uuid
        AND x.ordinal > (e ->> 'after_ordinal')::bigint AND x.deleted_at IS NULL AND x.id <> ALL (posted) OFFSET 0) m
      WHERE e ->> 'kind' = 'history'
  ), written AS (
    INSERT INTO pov_entry (list_id, position, kind, sequence_id, interaction_id, message_id, ordinal, revision, facts, written_at)
      SELECT w.list_id, l.head + row_number() OVER (PARTITION BY w.list_id ORDER BY w.outer_order, w.inner_order),
             w.kind, w.sequence_id, w.interaction_id, w.message_id, w.ordinal, w.revision, w.facts, at_now
        FROM wanted w, LATERAL (SELECT head FROM pov_list WHERE party_id = w.list_id OFFSET 0) l
      RETURNING list_id, position
  ), advanced AS (
    UPDATE pov_list l SET head = (SELECT max(position) FROM written w WHERE w.list_id = l.party_id)
      WHERE l.party_id = ANY (ARRAY(SELECT list_id FROM written))
      RETURNING l.party_id, l.head
  )
  SELECT coalesce(jsonb_object_agg(party_id, head), '{}') INTO heads FROM advanced;
  RETURN heads;
END
$function$
;

CREATE OR REPLACE FUNCTION public.append_posted(posts jsonb, at_now timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
AS $function$
DECLARE
  heads jsonb;
BEGIN
  WITH wanted AS (
    SELECT p.party_id AS list_id, x.id, x.interaction_id, x.ordinal,
           row_number() OVER (PARTITION BY p.party_id ORDER BY x.n) AS nth
      FROM ROWS FROM (jsonb_to_recordset(posts) AS (id uuid, "interactionId" uuid, ordinal bigint))
        WITH ORDINALITY AS x (id, interaction_id, ordinal, n),
      LATERAL (SELECT party_id FROM participation WHERE interaction_id = x.interaction_id
        AND from_at IS NOT NULL AND until_at IS NULL AND declined_at IS NULL OFFSET 0) p
  ), advanced AS (
    UPDATE pov_list l SET head = l.head + (SELECT count(*) FROM wanted w WHERE w.list_id = l.party_id)
      WHERE l.party_id = ANY (ARRAY(SELECT list_id FROM wanted))
      RETURNING l.party_id, l.head, l.head - (SELECT count(*) FROM wanted w WHERE w.list_id = l.party_id) AS earlier
  ), written AS (
    INSERT INTO pov_entry (list_id, position, kind, interaction_id, message_id, ordinal, revision, written_at)
      SELECT w.list_id, a.earlier + w.nth, 'message', w.interaction_id, w.id, w.ordinal, 1, at_now
        FROM wanted w JOIN advanced a ON a.party_id = w.list_id
  )
  SELECT coalesce(jsonb_object_agg(party_id, head), '{}') INTO heads FROM advanced;
  RETURN heads;
END
$function$
;

CREATE OR REPLACE FUNCTION public.begin_fit(org uuid, why fit_reason, new_id uuid, asker uuid, at_now timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
DECLARE
  next_version int;
BEGIN
  PERFORM lock_classifier(org);
  SELECT version INTO next_version FROM classifier_model
    WHERE organization_id = org AND facet = 'category' AND state = 'fitting';
  IF next_version IS NULL THEN
    SELECT coalesce(max(version), 0) + 1 INTO next_version FROM classifier_model WHERE organization_id = org AND facet = 'category';
    INSERT INTO classifier_model (id, organization_id, version, state, reason, asked_by_id, started_at)
      VALUES (new_id, org, next_version, 'fitting', why, asker, at_now);
    UPDATE classifier SET stamp = stamp + 1 WHERE organization_id = org;
  END IF;
  PERFORM look_at_classifier(org, at_now);
  RETURN next_version;
END
$function$
;

CREATE OR REPLACE FUNCTION public.commit_changes(changes jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET jit TO 'off'
AS $function$
DECLARE
  at_now   timestamptz := (changes ->> 'at')::timestamptz;
  entries  jsonb := coalesce(changes -> 'entries', '[]');
  posts    jsonb := '[]';
  refusal  jsonb;
  fresh    int;
  known    uuid;
  heads    jsonb;
  item     jsonb;
BEGIN
  IF changes ? 'expect' OR changes ? 'patchRequest' THEN
    SELECT count(*) FILTER (WHERE EXISTS (
        SELECT 1 FROM jsonb_to_recordset(changes -> 'expect') AS e ("sequenceId" uuid, version int)
          WHERE e."sequenceId" = locked.sequence_id AND e.version = locked.version))
      INTO fresh FROM (
        SELECT r.sequence_id, r.version FROM request r WHERE r.sequence_id = ANY (ARRAY(
            SELECT (e ->> 'sequenceId')::uuid FROM jsonb_array_elements(changes -> 'expect') e
            UNION SELECT (e ->> 'sequence_id')::uuid FROM jsonb_array_elements(changes -> 'patchRequest') e))
          ORDER BY r.sequence_id FOR UPDATE) locked;
    IF fresh < coalesce(jsonb_array_length(changes -> 'expect'), 0) THEN
      RETURN jsonb_build_object('outcome', 'stale');
    END IF;
  END IF;

  PERFORM 1 FROM interaction WHERE id = ANY (ARRAY(
      SELECT (e ->> 'interaction_id')::uuid FROM jsonb_array_elements(
        coalesce(changes -> 'posts', '[]') || coalesce(changes -> 'participation', '[]')
        || coalesce(changes -> 'leave', '[]') || coalesce(changes -> 'editMessage', '[]')) e))
    ORDER BY id FOR UPDATE;

  IF changes ? 'posts' THEN
    SELECT m.id INTO known FROM jsonb_to_recordset(changes -> 'posts') AS p (author_id uuid, client_id uuid),
      LATERAL (SELECT id FROM message WHERE author_id = p.author_id AND client_id = p.client_id OFFSET 0) m LIMIT 1;
    IF FOUND THEN
      RETURN jsonb_build_object('outcome', 'duplicate', 'messageId', known);
    END IF;
  END IF;

  IF changes ? 'take' THEN
    refusal := take_capacity(changes -> 'take', at_now);
    IF refusal IS NOT NULL THEN RETURN refusal; END IF;
  END IF;
  IF changes ? 'release' THEN
    FOR item IN SELECT e FROM jsonb_array_elements(changes -> 'release') e ORDER BY e ->> 'repId' LOOP
      UPDATE rep_load SET used = greatest(0, used - (item ->> 'weight')::int) WHERE rep_id = (item ->> 'repId')::uuid;
    END LOOP;
  END IF;

  PERFORM insert_rows(changes);
  PERFORM patch_rows(changes, at_now);

  -- Leaving ends a part; the row stays as history (P2).
  IF changes ? 'leave' THEN
    FOR item IN SELECT e FROM jsonb_array_elements(changes -> 'leave') e LOOP
      UPDATE participation SET until_at = at_now, removed_by_id = (item ->> 'removed_by_id')::uuid
        WHERE interaction_id = (item ->> 'interaction_id')::uuid AND party_id = (item ->> 'party_id')::uuid
          AND until_at IS NULL AND declined_at IS NULL;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'not_participating' USING ERRCODE = 'PA002';
      END IF;
    END LOOP;
  END IF;
  IF changes ? 'participation' THEN
    INSERT INTO participation SELECT * FROM jsonb_populate_recordset(NULL::participation, changes -> 'participation');
  END IF;

  IF changes ? 'editMessage' THEN
    entries := entries || edit_messages(changes -> 'editMessage', at_now);
  END IF;
  IF changes ? 'posts' THEN
    posts := write_posts(changes -> 'posts', (changes ->> 'organizationId')::uuid, at_now);
  END IF;
  heads := append_entries(entries, posts, at_now);

  IF changes ? 'timers' THEN
    FOR item IN SELECT e FROM jsonb_array_elements(changes -> 'timers') e LOOP
      PERFORM graphile_worker.add_job(item ->> 'task', (item -> 'payload')::json, run_at := (item ->> 'runAt')::timestamptz,
                                      job_key := item ->> 'key', max_attempts := 25);
    END LOOP;
  END IF;

  RETURN jsonb_build_object('outcome', 'committed', 'posts', posts, 'heads', heads);
END
$function$
;

CREATE OR REPLACE FUNCTION public.copy_messages(origin uuid, target uuid, wanted jsonb, at_now timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
DECLARE
  earlier bigint;
  copied  int;
BEGIN
  PERFORM 1 FROM interaction WHERE id IN (origin, target) ORDER BY id FOR UPDATE;
  SELECT last_ordinal INTO earlier FROM interaction WHERE id = target;
  INSERT INTO message (id, organization_id, interaction_id, ordinal, author_id, alias_name, alias_picture, kind, carrier,
                       body, content, tags, metadata, encryption, client_id, sent_at, edited_at)
    SELECT w.id, m.organization_id, target, earlier + row_number() OVER (ORDER BY m.ordinal), m.author_id, m.alias_name,
           m.alias_picture, m.kind, m.carrier, m.body, m.content, m.tags,
           m.metadata || jsonb_build_object('copyOf', coalesce(m.metadata ->> 'copyOf', m.id::text),
             'clientId', coalesce(m.metadata ->> 'clientId', m.client_id::text)), m.encryption, w.client_id, m.sent_at,
           m.edited_at
      FROM jsonb_to_recordset(wanted) AS w (id uuid, of uuid, client_id uuid)
        JOIN message m ON m.id = w.of AND m.interaction_id = origin AND m.deleted_at IS NULL;
  GET DIAGNOSTICS copied = ROW_COUNT;
  IF copied < jsonb_array_length(wanted) THEN
    RAISE EXCEPTION 'stale' USING ERRCODE = 'PA005';
  END IF;

  INSERT INTO pov_read (party_id, interaction_id, organization_id, ordinal, read_at)
    SELECT r.party_id, target, r.organization_id, earlier + read.count, at_now
      FROM pov_read r, LATERAL (SELECT count(*) FROM jsonb_to_recordset(wanted) AS w (of uuid) JOIN message m ON m.id = w.of
        WHERE m.ordinal <= r.ordinal) read
      WHERE r.interaction_id = origin AND read.count > 0 AND EXISTS (SELECT 1 FROM participation p
        WHERE p.interaction_id = origin AND p.party_id = r.party_id AND p.from_at IS NOT NULL AND p.until_at IS NULL)
    ON CONFLICT (party_id, interaction_id) DO UPDATE SET ordinal = greatest(pov_read.ordinal, excluded.ordinal);

  UPDATE interaction i SET last_ordinal = earlier + copied WHERE i.id = target;
  UPDATE interaction i SET last_message_at = l.sent_at
    FROM interaction k LEFT JOIN LATERAL (SELECT m.sent_at FROM message m WHERE m.interaction_id = k.id AND m.deleted_at IS NULL
        AND m.id <> ALL (ARRAY(SELECT w.of FROM jsonb_to_recordset(wanted) AS w (of uuid)))
      ORDER BY m.ordinal DESC LIMIT 1) l ON true
    WHERE i.id = k.id AND k.id IN (origin, target);
  UPDATE sequence s SET last_message_id = l.id, last_message_at = l.sent_at
    FROM interaction k JOIN LATERAL (SELECT m.id, m.sent_at FROM message m WHERE m.interaction_id = k.id AND m.deleted_at IS NULL
        AND m.id <> ALL (ARRAY(SELECT w.of FROM jsonb_to_recordset(wanted) AS w (of uuid)))
      ORDER BY m.ordinal DESC LIMIT 1) l ON true
    WHERE s.id = k.sequence_id AND k.audience = 'customer' AND k.id IN (origin, target);
END
$function$
;

CREATE OR REPLACE FUNCTION public.edit_messages(edits jsonb, at_now timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
AS $function$
DECLARE
  item    jsonb;
  edited  message;
  entries jsonb := '[]';
BEGIN
  FOR item IN SELECT e FROM jsonb_array_elements(edits) e LOOP
    INSERT INTO message_revision (message_id, revision, organization_id, body, content, written_at)
      SELECT id, revision, organization_id, body, content, coalesce(edited_at, sent_at) FROM message
        WHERE id = (item ->> 'id')::uuid;
    UPDATE message SET revision = revision + 1, body = item ->> 'body', edited_at = at_now,
        deleted_at = (item ->> 'deleted_at')::timestamptz
      WHERE id = (item ->> 'id')::uuid AND interaction_id = (item ->> 'interaction_id')::uuid
        AND revision = (item ->> 'revision')::int AND deleted_at IS NULL
      RETURNING * INTO edited;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'stale' USING ERRCODE = 'PA005';
    END IF;
    IF (item ->> 'by_the_house')::boolean IS NOT TRUE AND NOT EXISTS (SELECT 1 FROM participation
      WHERE interaction_id = edited.interaction_id AND party_id = edited.author_id
        AND from_at IS NOT NULL AND until_at IS NULL AND declined_at IS NULL) THEN
      RAISE EXCEPTION 'not_participating' USING ERRCODE = 'PA002';
    END IF;
    entries := entries || (
      SELECT coalesce(jsonb_agg(jsonb_build_object(
          'list', p.party_id, 'kind', CASE WHEN edited.deleted_at IS NULL THEN 'message_edited' ELSE 'message_deleted' END,
          'interaction_id', edited.interaction_id, 'message_id', edited.id, 'ordinal', edited.ordinal,
          'revision', edited.revision)), '[]')
        FROM participation p
        WHERE p.interaction_id = edited.interaction_id AND p.after_ordinal < edited.ordinal
          AND p.from_at IS NOT NULL AND p.until_at IS NULL AND p.declined_at IS NULL);
  END LOOP;
  RETURN entries;
END
$function$
;

CREATE OR REPLACE FUNCTION public.finish_fit(model uuid, attempt integer, fitted jsonb, fitted_weights bytea, at_now timestamp with time zone)
 RETURNS model_state
 LANGUAGE plpgsql
AS $function$
DECLARE
  org      uuid;
  is_worse boolean := (fitted #>> '{report,comparison,isWorse}')::boolean;
BEGIN
  SELECT organization_id INTO org FROM classifier_model WHERE id = model;
  PERFORM lock_classifier(org);
  UPDATE classifier_model SET
      example_count = (fitted ->> 'exampleCount')::int, up_to_number = (fitted ->> 'upToNumber')::bigint,
      learns_after = (fitted ->> 'upToNumber')::bigint, threshold = (fitted ->> 'threshold')::float,
      report = fitted -> 'report', format = (fitted ->> 'format')::int, progress = 1, ended_at = at_now,
      weights = CASE WHEN is_worse THEN NULL ELSE fitted_weights END, state = CASE WHEN is_worse THEN 'refused' ELSE state END
    WHERE id = model AND state = 'fitting' AND attempts = attempt;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  IF is_worse THEN
    UPDATE classifier SET stamp = stamp + 1 WHERE organization_id = org;
    RETURN 'refused';
  END IF;
  PERFORM switch_model_on(org, model, at_now);
  RETURN 'live';
END
$function$
;

CREATE OR REPLACE FUNCTION public.import_examples(org uuid, texts text[], categories uuid[], importer uuid, at_now timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
DECLARE
  earlier bigint := (lock_classifier(org)).last_number;
  added   int;
BEGIN
  WITH given AS (
    SELECT DISTINCT ON (t.text COLLATE "C") t.text, t.category_id, t.n
      FROM unnest(texts, categories) WITH ORDINALITY AS t (text, category_id, n) ORDER BY t.text COLLATE "C", t.n DESC
  ), fresh AS (
    SELECT g.text, g.category_id, row_number() OVER (ORDER BY g.n) AS nth FROM given g
      WHERE NOT EXISTS (SELECT 1 FROM classifier_example e WHERE e.organization_id = org AND md5(e.text) = md5(g.text)
        AND e.text = g.text AND e.category_id = g.category_id)
  ), outdated AS (
    DELETE FROM classifier_example e USING fresh f
      WHERE e.organization_id = org AND md5(e.text) = md5(f.text) AND e.text = f.text AND e.source = 'import'
  ), written AS (
    INSERT INTO classifier_example (organization_id, number, category_id, text, source, by_id, at)
      SELECT org, earlier + f.nth, f.category_id, f.text, 'import', importer, at_now FROM fresh f
      RETURNING 1
  )
  SELECT count(*) INTO added FROM written;
  IF added > 0 THEN
    UPDATE classifier SET stamp = stamp + 1, last_number = earlier + added WHERE organization_id = org;
    PERFORM look_at_classifier(org, at_now);
  END IF;
  RETURN added;
END
$function$
;

CREATE OR REPLACE FUNCTION public.insert_classifications(rows jsonb)
 RETURNS void
 LANGUAGE sql
AS $function$
  INSERT INTO classification SELECT * FROM jsonb_populate_recordset(NULL::classification, rows)
    ON CONFLICT (sequence_id) DO UPDATE SET model_id = excluded.model_id, likeliest_id = excluded.likeliest_id,
        probability = excluded.probability, sureness = excluded.sureness, is_decided = excluded.is_decided,
        ranked = excluded.ranked, because = excluded.because, at = excluded.at
      WHERE NOT classification.is_decided;
$function$
;

CREATE OR REPLACE FUNCTION public.insert_rows(changes jsonb)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF changes ? 'conversation' THEN
    INSERT INTO conversation SELECT * FROM jsonb_populate_recordset(NULL::conversation, changes -> 'conversation');
  END IF;
  IF changes ? 'sequence' THEN
    INSERT INTO sequence SELECT * FROM jsonb_populate_recordset(NULL::sequence, changes -> 'sequence');
  END IF;
  IF changes ? 'interaction' THEN
    INSERT INTO interaction SELECT * FROM jsonb_populate_recordset(NULL::interaction, changes -> 'interaction');
  END IF;
  IF changes ? 'request' THEN
    INSERT INTO request SELECT * FROM jsonb_populate_recordset(NULL::request, changes -> 'request');
  END IF;
  IF changes ? 'clocks' THEN
    INSERT INTO sla_clock SELECT * FROM jsonb_populate_recordset(NULL::sla_clock, changes -> 'clocks')
      ON CONFLICT (sequence_id, metric, instance) DO NOTHING;
  END IF;
  IF changes ? 'decision' THEN
    INSERT INTO routing_decision
      SELECT * FROM jsonb_populate_recordset(NULL::routing_decision, changes -> 'decision');
  END IF;
  IF changes ? 'audit' THEN
    INSERT INTO audit_entry SELECT * FROM jsonb_populate_recordset(NULL::audit_entry, changes -> 'audit');
  END IF;
  IF changes ? 'answered' THEN
    INSERT INTO answered_contact
      SELECT * FROM jsonb_populate_recordset(NULL::answered_contact, changes -> 'answered')
      ON CONFLICT (contact_id, rep_id) DO UPDATE SET last_answered_at = excluded.last_answered_at;
  END IF;
  IF changes ? 'rating' THEN
    INSERT INTO rating SELECT * FROM jsonb_populate_recordset(NULL::rating, changes -> 'rating')
      ON CONFLICT (sequence_id) DO UPDATE SET asked_at = excluded.asked_at, rep_id = excluded.rep_id, team_id = excluded.team_id;
  END IF;
  IF changes ? 'pace' THEN
    INSERT INTO rep_pace AS p SELECT * FROM jsonb_populate_recordset(NULL::rep_pace, changes -> 'pace')
      ON CONFLICT (rep_id, category_id) DO UPDATE
        SET closed_count = p.closed_count + excluded.closed_count, total_ms = p.total_ms + excluded.total_ms;
  END IF;
  IF changes ? 'classification' THEN
    PERFORM insert_classifications(changes -> 'classification');
  END IF;
  IF changes ? 'label' THEN
    PERFORM take_labels(changes -> 'label', (changes ->> 'at')::timestamptz);
  END IF;
END
$function$
;

CREATE OR REPLACE FUNCTION public.lock_classifier(org uuid)
 RETURNS classifier
 LANGUAGE plpgsql
AS $function$
DECLARE
  found_row classifier;
BEGIN
  INSERT INTO classifier (organization_id) VALUES (org) ON CONFLICT DO NOTHING;
  SELECT * INTO found_row FROM classifier WHERE organization_id = org FOR UPDATE;
  RETURN found_row;
END
$function$
;

CREATE OR REPLACE FUNCTION public.look_at_classifier(org uuid, at_now timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM graphile_worker.add_job('lookAtClassifier', json_build_object('organizationId', org),
    queue_name := 'classifier:' || org, job_key := 'classifier:' || org, run_at := at_now, max_attempts := 25);
END
$function$
;

CREATE OR REPLACE FUNCTION public.note_picked_topic()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  NEW.topic_picked := coalesce(NEW.topic_picked, false) OR NEW.category_source IS NOT DISTINCT FROM 'customer';
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.patch_matters(changes jsonb, at_now timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
DECLARE
  item jsonb;
BEGIN
  IF changes ? 'patchInteraction' THEN
    UPDATE interaction i SET ended_at = (e ->> 'ended_at')::timestamptz
      FROM jsonb_array_elements(changes -> 'patchInteraction') e WHERE i.id = (e ->> 'id')::uuid;
  END IF;
  IF changes ? 'restoreClock' THEN
    FOR item IN SELECT e FROM jsonb_array_elements(changes -> 'restoreClock') e LOOP
      DELETE FROM sla_pause WHERE sla_clock_id = (item ->> 'clock_id')::uuid AND reason = 'closed'
        AND from_at >= (item ->> 'closed_at')::timestamptz;
      UPDATE sla_pause SET until_at = NULL WHERE sla_clock_id = (item ->> 'clock_id')::uuid
        AND until_at = (item ->> 'closed_at')::timestamptz
        AND reason = ANY (ARRAY(SELECT jsonb_array_elements_text(item -> 'reasons')));
    END LOOP;
  END IF;
  IF changes ? 'unaskRating' THEN
    FOR item IN SELECT e FROM jsonb_array_elements(changes -> 'unaskRating') e LOOP
      IF EXISTS (SELECT 1 FROM rating WHERE sequence_id = (item ->> 'sequence_id')::uuid
          AND answered_at >= (item ->> 'asked_at')::timestamptz FOR UPDATE) THEN
        RAISE EXCEPTION 'stale' USING ERRCODE = 'PA005';
      END IF;
      DELETE FROM rating WHERE sequence_id = (item ->> 'sequence_id')::uuid AND score IS NULL;
    END LOOP;
  END IF;
  IF changes ? 'copyMessages' THEN
    FOR item IN SELECT e FROM jsonb_array_elements(changes -> 'copyMessages') e LOOP
      PERFORM copy_messages((item ->> 'from')::uuid, (item ->> 'to')::uuid, item -> 'messages', at_now);
    END LOOP;
  END IF;
END
$function$
;

CREATE OR REPLACE FUNCTION public.patch_rows(changes jsonb, at_now timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
DECLARE
  item jsonb;
  seq  sequence;
BEGIN
  IF changes ? 'patchRequest' THEN
    UPDATE request r SET
        state = n.state, category_source = n.category_source, team_id = n.team_id,
        assigned_to_id = n.assigned_to_id, asked_person_id = n.asked_person_id, priority = n.priority,
        waiting_since = n.waiting_since, queued_at = n.queued_at, assigned_at = n.assigned_at,
        picked_up_at = n.picked_up_at, last_customer_message_at = n.last_customer_message_at,
        last_reply_at = n.last_reply_at, last_status_update_at = n.last_status_update_at,
        away_step = n.away_step, next_due_at = n.next_due_at, look_at = n.look_at,
        escalated_at = n.escalated_at, escalated_by_id = n.escalated_by_id,
        escalation_reason = n.escalation_reason, retired_at = n.retired_at, retire_reason = n.retire_reason,
        before_closing = n.before_closing, owed_since = n.owed_since,
        told_closed_at = n.told_closed_at, told_opens_at = n.told_opens_at,
        escalation_state = n.escalation_state, escalation_held_by = n.escalation_held_by,
        escalation_tried_at = n.escalation_tried_at,
        version = n.version + CASE WHEN n.bump THEN 1 ELSE 0 END
      -- LATERAL: in the select list the record would be made anew for each of its columns.
      FROM (SELECT p.*, (e ->> 'bump')::boolean AS bump
              FROM jsonb_array_elements(changes -> 'patchRequest') e,
              LATERAL (SELECT x FROM request x WHERE x.sequence_id = (e ->> 'sequence_id')::uuid OFFSET 0) k,
              LATERAL jsonb_populate_record(k.x, e) p) n
      WHERE r.sequence_id = n.sequence_id AND r.sequence_id = ANY (ARRAY(
        SELECT (e ->> 'sequence_id')::uuid FROM jsonb_array_elements(changes -> 'patchRequest') e));
  END IF;
  IF changes ? 'patchSequence' THEN
    FOR item IN SELECT e FROM jsonb_array_elements(changes -> 'patchSequence') WITH ORDINALITY t (e, n) ORDER BY e ->> 'id', n LOOP
      SELECT p.* INTO seq FROM sequence s, LATERAL jsonb_populate_record(s, item) p
        WHERE s.id = (item ->> 'id')::uuid FOR UPDATE OF s;
      UPDATE sequence SET
          subject = seq.subject, category_id = seq.category_id, tags = seq.tags, state = seq.state,
          custom_state_id = seq.custom_state_id, ended_at = seq.ended_at, deactivated_at = seq.deactivated_at,
          merged_into_id = seq.merged_into_id,
          version = version + 1
        WHERE id = seq.id;
    END LOOP;
  END IF;
  IF changes ? 'patchClock' THEN
    UPDATE sla_clock c SET
        due_at = n.due_at, met_at = n.met_at, breached_at = n.breached_at, cancelled_at = n.cancelled_at,
        budget_ms = n.budget_ms, calendar_version_id = n.calendar_version_id, ran_ms = n.ran_ms, counts_since = n.counts_since
      FROM (SELECT p.* FROM jsonb_array_elements(changes -> 'patchClock') e,
              LATERAL (SELECT x FROM sla_clock x WHERE x.id = (e ->> 'id')::uuid OFFSET 0) k,
              LATERAL jsonb_populate_record(k.x, e) p) n
      WHERE c.id = n.id AND c.id = ANY (ARRAY(
        SELECT (e ->> 'id')::uuid FROM jsonb_array_elements(changes -> 'patchClock') e));
  END IF;
  -- A pause ends before the next begins: from one pausing state to another there is one of each.
  IF changes ? 'resume' THEN
    UPDATE sla_pause SET until_at = at_now WHERE until_at IS NULL AND sla_clock_id = ANY (ARRAY(
      SELECT (e ->> 'clockId')::uuid FROM jsonb_array_elements(changes -> 'resume') e));
  END IF;
  IF changes ? 'pause' THEN
    INSERT INTO sla_pause SELECT * FROM jsonb_populate_recordset(NULL::sla_pause, changes -> 'pause');
  END IF;
  IF changes ? 'answerInvitation' THEN
    FOR item IN SELECT e FROM jsonb_array_elements(changes -> 'answerInvitation') e LOOP
      UPDATE participation SET accepted_at = (item ->> 'accepted_at')::timestamptz, from_at = (item ->> 'accepted_at')::timestamptz,
          declined_at = (item ->> 'declined_at')::timestamptz, decline_reason = item ->> 'decline_reason'
        WHERE id = (item ->> 'id')::uuid AND from_at IS NULL AND declined_at IS NULL AND until_at IS NULL;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'already_answered' USING ERRCODE = 'PA004';
      END IF;
    END LOOP;
  END IF;
  IF changes ? 'rate' THEN
    FOR item IN SELECT e FROM jsonb_array_elements(changes -> 'rate') e LOOP
      UPDATE rating SET score = (item ->> 'score')::int, comment = item ->> 'comment', answered_at = at_now
        WHERE sequence_id = (item ->> 'sequence_id')::uuid AND contact_id = (item ->> 'contact_id')::uuid;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'nothing_to_rate' USING ERRCODE = 'PA006';
      END IF;
    END LOOP;
  END IF;
  IF changes ?| ARRAY['patchInteraction', 'restoreClock', 'unaskRating', 'copyMessages'] THEN
    PERFORM patch_matters(changes, at_now);
  END IF;
END
$function$
;

CREATE OR REPLACE FUNCTION public.remove_examples(org uuid, chosen bigint[], remover uuid, at_now timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
AS $function$
DECLARE
  earlier bigint := (lock_classifier(org)).last_number;
  removed jsonb;
BEGIN
  WITH gone AS (
    DELETE FROM classifier_example WHERE organization_id = org AND number = ANY (chosen) RETURNING *
  ), written AS (
    INSERT INTO classifier_removal (organization_id, number, category_id, text, source, weight, sequence_id, contact_id, by_id, at,
                                    removed_as, removed_at, removed_by_id)
      SELECT organization_id, number, category_id, text, source, weight, sequence_id, contact_id, by_id, at,
             earlier + row_number() OVER (ORDER BY number), at_now, remover
        FROM gone
      RETURNING number
  )
  SELECT coalesce(jsonb_agg(number ORDER BY number), '[]') INTO removed FROM written;
  IF jsonb_array_length(removed) > 0 THEN
    UPDATE classifier SET stamp = stamp + 1, last_number = earlier + jsonb_array_length(removed) WHERE organization_id = org;
    PERFORM look_at_classifier(org, at_now);
  END IF;
  RETURN removed;
END
$function$
;

CREATE OR REPLACE FUNCTION public.restore_examples(org uuid, chosen bigint[], remover uuid, since timestamp with time zone, at_now timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
AS $function$
DECLARE
  earlier  bigint := (lock_classifier(org)).last_number;
  latest   bigint;
  restored jsonb;
BEGIN
  WITH back AS (
    DELETE FROM classifier_removal r
      WHERE r.organization_id = org AND r.number = ANY (chosen) AND r.removed_by_id = remover AND r.removed_at > since
        AND NOT EXISTS (SELECT 1 FROM classifier_example e WHERE e.sequence_id = r.sequence_id)
        AND NOT EXISTS (SELECT 1 FROM classifier_example e WHERE r.sequence_id IS NULL AND e.organization_id = org
          AND md5(e.text) = md5(r.text) AND e.text = r.text AND e.category_id = r.category_id)
      RETURNING r.*
  ), unlearnt AS (
    SELECT b.number, earlier + row_number() OVER (ORDER BY b.number) AS anew FROM back b
      WHERE EXISTS (SELECT 1 FROM classifier_model m WHERE m.organization_id = org AND m.facet = 'category'
        AND (m.state = 'fitting' OR m.state = 'live' AND m.up_to_number >= b.removed_as))
  ), written AS (
    INSERT INTO classifier_example (organization_id, number, category_id, text, source, weight, sequence_id, contact_id, by_id, at)
      SELECT b.organization_id, coalesce(u.anew, b.number), b.category_id, b.text, b.source, b.weight, b.sequence_id,
             b.contact_id, b.by_id, b.at
        FROM back b LEFT JOIN unlearnt u ON u.number = b.number
  )
  SELECT coalesce(jsonb_agg(b.number ORDER BY b.number), '[]'), greatest(earlier, max(u.anew)) INTO restored, latest
    FROM back b LEFT JOIN unlearnt u ON u.number = b.number;
  IF jsonb_array_length(restored) > 0 THEN
    UPDATE classifier SET stamp = stamp + 1, last_number = latest WHERE organization_id = org;
    PERFORM look_at_classifier(org, at_now);
  END IF;
  RETURN restored;
END
$function$
;

CREATE OR REPLACE FUNCTION public.restore_model(org uuid, earlier integer, new_id uuid, asker uuid, at_now timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
DECLARE
  latest       bigint := (lock_classifier(org)).last_number;
  next_version int;
BEGIN
  SELECT max(version) + 1 INTO next_version FROM classifier_model WHERE organization_id = org AND facet = 'category';
  INSERT INTO classifier_model (id, organization_id, version, state, reason, example_count, up_to_number, learns_after,
                                weights, format, report, threshold, asked_by_id, started_at)
    SELECT new_id, org, next_version, 'replaced', 'roll_back', m.example_count, m.up_to_number, latest,
           m.weights, m.format, m.report, m.threshold, asker, at_now
      FROM classifier_model m
      WHERE m.organization_id = org AND m.facet = 'category' AND m.version = earlier AND m.state = 'replaced' AND m.weights IS NOT NULL;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  UPDATE classifier_model SET state = 'failed', ended_at = at_now
    WHERE organization_id = org AND facet = 'category' AND state = 'fitting';
  PERFORM switch_model_on(org, new_id, at_now);
  RETURN next_version;
END
$function$
;

CREATE OR REPLACE FUNCTION public.switch_model_on(org uuid, model uuid, at_now timestamp with time zone)
 RETURNS void
 LANGUAGE sql
AS $function$
  UPDATE classifier_model SET state = 'replaced' WHERE organization_id = org AND facet = 'category' AND state = 'live';
  UPDATE classifier_model SET state = 'live', live_since = at_now, ended_at = at_now, progress = 1 WHERE id = model;
  UPDATE classifier SET stamp = stamp + 1, raised_at = NULL, raised_precision = NULL, raised_from = NULL, raised_to = NULL
    WHERE organization_id = org;
  UPDATE classifier_model SET weights = NULL WHERE weights IS NOT NULL AND id IN (
    SELECT id FROM classifier_model WHERE organization_id = org AND facet = 'category' AND state = 'replaced'
      ORDER BY version DESC OFFSET 5);
$function$
;

CREATE OR REPLACE FUNCTION public.take_capacity(wanted jsonb, at_now timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
AS $function$
DECLARE
  item  jsonb;
  taken boolean := false;
BEGIN
  FOR item IN SELECT e FROM jsonb_array_elements(wanted) e ORDER BY e ->> 'repId' LOOP
    -- Many requests at once prefer the same rep: whoever finds them being given work tries the next one first.
    IF (item ->> 'skipsBusy')::boolean THEN
      PERFORM 1 FROM rep_load WHERE rep_id = (item ->> 'repId')::uuid FOR UPDATE SKIP LOCKED;
      IF NOT FOUND THEN
        RETURN jsonb_build_object('outcome', 'busy', 'repId', item ->> 'repId');
      END IF;
    END IF;
    UPDATE rep_load SET used = used + (item ->> 'weight')::int, last_offered_at = at_now
      WHERE rep_id = (item ->> 'repId')::uuid
        AND ((item ->> 'beyondCapacity')::boolean
          OR (availability IN ('available', 'on_call') AND used + (item ->> 'weight')::int <= capacity));
    IF NOT FOUND THEN
      IF taken THEN RAISE EXCEPTION 'no_capacity' USING ERRCODE = 'PA001'; END IF;
      RETURN jsonb_build_object('outcome', 'no_capacity', 'repId', item ->> 'repId');
    END IF;
    taken := true;
  END LOOP;
  RETURN NULL;
END
$function$
;

CREATE OR REPLACE FUNCTION public.take_labels(given jsonb, at_now timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
DECLARE
  item  record;
  known classifier_example;
  taken bigint;
BEGIN
  FOR item IN SELECT * FROM jsonb_to_recordset(given) AS l (organization_id uuid, sequence_id uuid, category_id uuid,
      text text, source example_source, weight float, contact_id uuid, by_id uuid) ORDER BY organization_id, sequence_id LOOP
    UPDATE classification SET true_category_id = item.category_id,
        known_at = CASE WHEN item.category_id IS NOT NULL THEN at_now END,
        known_by = CASE WHEN item.category_id IS NOT NULL THEN item.source END
      WHERE sequence_id = item.sequence_id AND true_category_id IS DISTINCT FROM item.category_id
        AND array_position('{rep,routing,customer}'::example_source[], item.source)
          <= coalesce(array_position('{rep,routing,customer}'::example_source[], known_by), 3);
    IF FOUND THEN
      PERFORM look_at_classifier(item.organization_id, at_now);
    END IF;

    IF EXISTS (SELECT 1 FROM classifier_removal WHERE sequence_id = item.sequence_id AND category_id = item.category_id) THEN
      item.category_id := NULL;
    END IF;
    SELECT * INTO known FROM classifier_example WHERE sequence_id = item.sequence_id;
    CONTINUE WHEN FOUND AND array_position('{rep,routing,customer}'::example_source[], known.source)
      < array_position('{rep,routing,customer}'::example_source[], item.source);
    IF known.category_id = item.category_id AND known.weight = item.weight THEN
      UPDATE classifier_example SET source = item.source, by_id = item.by_id WHERE sequence_id = item.sequence_id;
      CONTINUE;
    END IF;
    -- Text without a word teaches nothing.
    CONTINUE WHEN known.sequence_id IS NULL AND (item.category_id IS NULL OR item.text = '');

    taken := (lock_classifier(item.organization_id)).last_number + 1;
    UPDATE classifier SET stamp = stamp + 1, last_number = taken WHERE organization_id = item.organization_id;
    DELETE FROM classifier_example WHERE sequence_id = item.sequence_id;
    IF item.category_id IS NOT NULL AND item.text <> '' THEN
      -- It may have been removed while the lock was waited for.
      INSERT INTO classifier_example (organization_id, number, category_id, text, source, weight, sequence_id, contact_id, by_id, at)
        SELECT item.organization_id, taken, item.category_id, item.text, item.source, item.weight, item.sequence_id,
               item.contact_id, item.by_id, at_now
          WHERE NOT EXISTS (SELECT 1 FROM classifier_removal WHERE sequence_id = item.sequence_id AND category_id = item.category_id);
    END IF;
    PERFORM look_at_classifier(item.organization_id, at_now);
  END LOOP;
END
$function$
;

CREATE OR REPLACE FUNCTION public.trace_looks(looker uuid, organization uuid, looked_at timestamp with time zone, same_look_since timestamp with time zone, ids uuid[], kinds text[], object_ids uuid[], rights text[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
  -- In one order, so that two who look at the same things do not wait for each other.
  PERFORM pg_advisory_xact_lock(hashtextextended(looker::text || o.object_id::text, 0))
    FROM (SELECT DISTINCT u.object_id FROM unnest(object_ids) AS u (object_id)
      WHERE NOT EXISTS (SELECT 1 FROM audit_entry a WHERE a.actor_id = looker AND a.object_id = u.object_id
        AND a.verb = 'privileged_look' AND a.at > same_look_since)
      ORDER BY u.object_id) o;
  INSERT INTO audit_entry (id, organization_id, actor_id, verb, object_kind, object_id, facts, at)
    SELECT l.id, organization, looker, 'privileged_look', l.kind, l.object_id, jsonb_build_object('right', l."right"), looked_at
    FROM unnest(ids, kinds, object_ids, rights) AS l (id, kind, object_id, "right")
    WHERE NOT EXISTS (SELECT 1 FROM audit_entry a WHERE a.actor_id = looker AND a.object_id = l.object_id
      AND a.verb = 'privileged_look' AND a.at > same_look_since);
END $function$
;

CREATE OR REPLACE FUNCTION public.unmark_quiet_backchannel()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  UPDATE participation SET quiet_at = NULL WHERE interaction_id = NEW.id AND quiet_at IS NOT NULL;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION public.write_posts(given jsonb, org uuid, at_now timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
AS $function$
DECLARE
  posts jsonb;
BEGIN
  IF EXISTS (SELECT 1 FROM jsonb_to_recordset(given) AS p (interaction_id uuid, author_id uuid, by_the_house boolean)
      WHERE p.by_the_house IS NOT TRUE AND NOT EXISTS (
        SELECT 1 FROM participation a WHERE a.interaction_id = p.interaction_id AND a.party_id = p.author_id
          AND a.from_at IS NOT NULL AND a.until_at IS NULL AND a.declined_at IS NULL OFFSET 0)) THEN
    RAISE EXCEPTION 'not_participating' USING ERRCODE = 'PA002';
  END IF;

  WITH post AS (
    SELECT p.*, row_number() OVER (PARTITION BY p.interaction_id ORDER BY n) AS nth
      FROM ROWS FROM (jsonb_to_recordset(given) AS (
        id uuid, interaction_id uuid, author_id uuid, alias_name text, alias_picture text, kind message_kind,
        carrier carrier, body text, content jsonb, client_id uuid)) WITH ORDINALITY AS
        p (id, interaction_id, author_id, alias_name, alias_picture, kind, carrier, body, content, client_id, n)
  ), grown AS (
    UPDATE interaction i SET last_message_at = at_now,
        last_ordinal = i.last_ordinal + (SELECT count(*) FROM post p WHERE p.interaction_id = i.id)
      WHERE i.id = ANY (ARRAY(SELECT interaction_id FROM post)) AND i.ended_at IS NULL AND i.deactivated_at IS NULL
      RETURNING i.id, i.last_ordinal - (SELECT count(*) FROM post p WHERE p.interaction_id = i.id) AS earlier,
        i.last_ordinal, i.audience, i.sequence_id
  ), written AS (
    INSERT INTO message (id, organization_id, interaction_id, ordinal, author_id, alias_name, alias_picture, kind,
                         carrier, body, content, client_id, sent_at)
      SELECT p.id, org, p.interaction_id, g.earlier + p.nth, p.author_id, p.alias_name, p.alias_picture, p.kind,
             p.carrier, p.body, coalesce(p.content, '{}'), p.client_id, at_now
        FROM post p JOIN grown g ON g.id = p.interaction_id
      RETURNING id, interaction_id, ordinal
  ), told AS (
    UPDATE sequence s SET last_message_at = at_now, last_message_id = (
        SELECT w.id FROM grown g JOIN written w ON w.interaction_id = g.id AND w.ordinal = g.last_ordinal
          WHERE g.sequence_id = s.id AND g.audience = 'customer' LIMIT 1)
      WHERE s.id = ANY (ARRAY(SELECT sequence_id FROM grown WHERE audience = 'customer'))
  )
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'interactionId', interaction_id, 'ordinal', ordinal)), '[]')
    INTO posts FROM written;

  IF jsonb_array_length(posts) < jsonb_array_length(given) THEN
    RAISE EXCEPTION 'interaction_ended' USING ERRCODE = 'PA003';
  END IF;
  RETURN posts;
END
$function$
;

CREATE TRIGGER interaction_is_quiet_no_more AFTER UPDATE OF last_message_at ON public.interaction FOR EACH ROW WHEN ((new.last_message_at > (COALESCE(old.last_message_at, old.started_at) + '1 day'::interval))) EXECUTE FUNCTION unmark_quiet_backchannel();

CREATE TRIGGER request_begins_picked BEFORE INSERT ON public.request FOR EACH ROW EXECUTE FUNCTION note_picked_topic();

CREATE TRIGGER request_is_picked BEFORE UPDATE OF category_source ON public.request FOR EACH ROW WHEN (((new.category_source = 'customer'::category_source) AND (NOT old.topic_picked))) EXECUTE FUNCTION note_picked_topic();
