-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "member_view" AS ENUM ('participants', 'team_customer_facing', 'organization_customer_facing', 'everything');

-- CreateEnum
CREATE TYPE "party_kind" AS ENUM ('rep', 'contact', 'team', 'organization', 'system');

-- CreateEnum
CREATE TYPE "rep_role" AS ENUM ('rep', 'supervisor', 'administrator');

-- CreateEnum
CREATE TYPE "carrier" AS ENUM ('web_chat', 'email', 'sms', 'xmpp', 'api');

-- CreateEnum
CREATE TYPE "sla_metric" AS ENUM ('pick_up', 'first_reply', 'next_reply', 'resolution', 'status_update');

-- CreateEnum
CREATE TYPE "encryption" AS ENUM ('transport', 'at_rest', 'end_to_end');

-- CreateEnum
CREATE TYPE "conversation_kind" AS ENUM ('external', 'organizations', 'personal');

-- CreateEnum
CREATE TYPE "sequence_state" AS ENUM ('open', 'pending', 'need_info', 'closed');

-- CreateEnum
CREATE TYPE "interaction_audience" AS ENUM ('customer', 'internal');

-- CreateEnum
CREATE TYPE "participant_role" AS ENUM ('customer', 'responder', 'specialist', 'supervisor', 'member');

-- CreateEnum
CREATE TYPE "message_kind" AS ENUM ('text', 'note', 'excerpt', 'feedback', 'rating_request');

-- CreateEnum
CREATE TYPE "pov_entry_kind" AS ENUM ('message', 'message_edited', 'message_deleted', 'interaction', 'sequence', 'hidden');

-- CreateEnum
CREATE TYPE "request_state" AS ENUM ('unassigned', 'queued', 'assigned', 'retired');

-- CreateEnum
CREATE TYPE "category_source" AS ENUM ('customer', 'rule', 'rep', 'classifier');

-- CreateEnum
CREATE TYPE "away_step" AS ENUM ('none', 'noticed');

-- CreateEnum
CREATE TYPE "availability" AS ENUM ('available', 'on_call', 'busy', 'away', 'offline');

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "alias_name" TEXT NOT NULL,
    "alias_picture" TEXT,
    "time_zone" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "shows_reps_as" TEXT NOT NULL DEFAULT 'organization',
    "member_view" "member_view" NOT NULL DEFAULT 'participants',
    "away_after_ms" BIGINT NOT NULL DEFAULT 600000,
    "retire_multiple" INTEGER NOT NULL DEFAULT 4,
    "reopen_within_ms" BIGINT NOT NULL DEFAULT 86400000,
    "config_version" INTEGER NOT NULL DEFAULT 1,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "party" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "kind" "party_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deactivated_at" TIMESTAMPTZ(3),

    CONSTRAINT "party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "theme" TEXT NOT NULL DEFAULT 'system',
    "locale" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deactivated_at" TIMESTAMPTZ(3),

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rep" (
    "party_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "rep_role" NOT NULL,
    "public_name" TEXT NOT NULL,
    "picture" TEXT,
    "skills" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "rep_pkey" PRIMARY KEY ("party_id")
);

-- CreateTable
CREATE TABLE "contact" (
    "party_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "account_number" TEXT,
    "tier" TEXT,
    "location" TEXT,
    "locale" TEXT,
    "time_zone" TEXT,
    "spending_cents" BIGINT,
    "custom_fields" JSONB NOT NULL DEFAULT '{}',
    "verified_at" TIMESTAMPTZ(3),

    CONSTRAINT "contact_pkey" PRIMARY KEY ("party_id")
);

-- CreateTable
CREATE TABLE "carrier_identifier" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "carrier" "carrier" NOT NULL,
    "address" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "carrier_identifier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alias" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "category_id" UUID,
    "name" TEXT NOT NULL,
    "picture" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "alias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team" (
    "party_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "calendar_id" UUID,
    "queue_threshold_per_rep" INTEGER,
    "strategy" TEXT NOT NULL DEFAULT 'continuity_pace_load',
    "allows_continuity" BOOLEAN NOT NULL DEFAULT true,
    "admits_without_asking" BOOLEAN NOT NULL DEFAULT false,
    "is_specialist" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "team_pkey" PRIMARY KEY ("party_id")
);

-- CreateTable
CREATE TABLE "team_member" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "rep_id" UUID NOT NULL,
    "is_supervisor" BOOLEAN NOT NULL DEFAULT false,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "until_at" TIMESTAMPTZ(3),

    CONSTRAINT "team_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_version" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "calendar_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "hours" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "category" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "parent_id" UUID,
    "name" TEXT NOT NULL,
    "team_id" UUID,
    "sla_policy_id" UUID,
    "keywords" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "is_offered" BOOLEAN NOT NULL DEFAULT false,
    "sort_order" INTEGER NOT NULL DEFAULT 0,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sla_policy" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sla_policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sla_target" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "sla_policy_id" UUID NOT NULL,
    "metric" "sla_metric" NOT NULL,
    "budget_ms" BIGINT NOT NULL,
    "in_open_hours" BOOLEAN NOT NULL DEFAULT true,
    "paused_in" TEXT[] DEFAULT ARRAY['pending', 'need_info']::TEXT[],

    CONSTRAINT "sla_target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "custom_state" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "maps_to" "sequence_state" NOT NULL,
    "sort_order" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "custom_state_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "canned_reply" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "shortcut" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "canned_reply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "kind" "conversation_kind" NOT NULL,
    "primary_party_id" UUID,
    "owner_party_id" UUID,
    "name" TEXT,
    "category_id" UUID,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "encryption" "encryption" NOT NULL DEFAULT 'transport',
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "deactivated_at" TIMESTAMPTZ(3),

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation_role" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "until_at" TIMESTAMPTZ(3),

    CONSTRAINT "conversation_role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation_category" (
    "conversation_id" UUID NOT NULL,
    "category_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,

    CONSTRAINT "conversation_category_pkey" PRIMARY KEY ("conversation_id","category_id")
);

-- CreateTable
CREATE TABLE "conversation_team" (
    "conversation_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,

    CONSTRAINT "conversation_team_pkey" PRIMARY KEY ("conversation_id","team_id")
);

-- CreateTable
CREATE TABLE "conversation_responder" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "category_id" UUID,
    "party_id" UUID NOT NULL,

    CONSTRAINT "conversation_responder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sequence" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "category_id" UUID,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "state" "sequence_state" NOT NULL DEFAULT 'open',
    "custom_state_id" UUID,
    "primary_party_id" UUID,
    "last_message_id" UUID,
    "last_message_at" TIMESTAMPTZ(3),
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "encryption" "encryption" NOT NULL DEFAULT 'transport',
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "deactivated_at" TIMESTAMPTZ(3),
    "merged_into_id" UUID,
    "split_from_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "sequence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hidden_state" (
    "sequence_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,

    CONSTRAINT "hidden_state_pkey" PRIMARY KEY ("sequence_id","party_id")
);

-- CreateTable
CREATE TABLE "interaction" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "sequence_id" UUID,
    "origin_sequence_id" UUID,
    "parent_id" UUID,
    "audience" "interaction_audience" NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "name" TEXT,
    "category_id" UUID,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "encryption" "encryption" NOT NULL DEFAULT 'transport',
    "opened_outside_at" TIMESTAMPTZ(3),
    "last_ordinal" BIGINT NOT NULL DEFAULT 0,
    "last_message_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "deactivated_at" TIMESTAMPTZ(3),

    CONSTRAINT "interaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participation" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "interaction_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "role" "participant_role" NOT NULL,
    "invited_at" TIMESTAMPTZ(3),
    "invited_by_id" UUID,
    "invitation_note" TEXT,
    "accepted_at" TIMESTAMPTZ(3),
    "declined_at" TIMESTAMPTZ(3),
    "decline_reason" TEXT,
    "from_at" TIMESTAMPTZ(3),
    "until_at" TIMESTAMPTZ(3),
    "after_ordinal" BIGINT NOT NULL DEFAULT 0,
    "removed_by_id" UUID,

    CONSTRAINT "participation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "interaction_id" UUID NOT NULL,
    "ordinal" BIGINT NOT NULL,
    "author_id" UUID NOT NULL,
    "alias_name" TEXT NOT NULL,
    "alias_picture" TEXT,
    "kind" "message_kind" NOT NULL,
    "carrier" "carrier" NOT NULL DEFAULT 'web_chat',
    "body" TEXT NOT NULL,
    "content" JSONB NOT NULL DEFAULT '{}',
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "encryption" "encryption" NOT NULL DEFAULT 'transport',
    "client_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_revision" (
    "message_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "organization_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_revision_pkey" PRIMARY KEY ("message_id","revision")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "message_id" UUID,
    "uploaded_by_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "byte_size" BIGINT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft" (
    "party_id" UUID NOT NULL,
    "interaction_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("party_id","interaction_id")
);

-- CreateTable
CREATE TABLE "pov_list" (
    "party_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "head" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "pov_list_pkey" PRIMARY KEY ("party_id")
);

-- CreateTable
CREATE TABLE "pov_entry" (
    "list_id" UUID NOT NULL,
    "position" BIGINT NOT NULL,
    "kind" "pov_entry_kind" NOT NULL,
    "sequence_id" UUID,
    "interaction_id" UUID,
    "message_id" UUID,
    "ordinal" BIGINT,
    "revision" INTEGER,
    "facts" JSONB,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pov_entry_pkey" PRIMARY KEY ("list_id","position")
);

-- CreateTable
CREATE TABLE "pov_read" (
    "party_id" UUID NOT NULL,
    "interaction_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "ordinal" BIGINT NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pov_read_pkey" PRIMARY KEY ("party_id","interaction_id")
);

-- CreateTable
CREATE TABLE "request" (
    "sequence_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "interaction_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "state" "request_state" NOT NULL DEFAULT 'unassigned',
    "category_source" "category_source",
    "team_id" UUID,
    "assigned_to_id" UUID,
    "asked_person_id" UUID,
    "carrier" "carrier" NOT NULL DEFAULT 'web_chat',
    "priority" INTEGER NOT NULL DEFAULT 0,
    "weight" INTEGER NOT NULL DEFAULT 1,
    "required_skills" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "waiting_since" TIMESTAMPTZ(3),
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "assigned_at" TIMESTAMPTZ(3),
    "picked_up_at" TIMESTAMPTZ(3),
    "last_customer_message_at" TIMESTAMPTZ(3),
    "last_reply_at" TIMESTAMPTZ(3),
    "last_status_update_at" TIMESTAMPTZ(3),
    "away_step" "away_step" NOT NULL DEFAULT 'none',
    "next_due_at" TIMESTAMPTZ(3),
    "look_at" TIMESTAMPTZ(3),
    "escalated_at" TIMESTAMPTZ(3),
    "escalated_by_id" UUID,
    "escalation_reason" TEXT,
    "retired_at" TIMESTAMPTZ(3),
    "retire_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "request_pkey" PRIMARY KEY ("sequence_id")
);

-- CreateTable
CREATE TABLE "sla_clock" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "sequence_id" UUID NOT NULL,
    "metric" "sla_metric" NOT NULL,
    "instance" INTEGER NOT NULL DEFAULT 1,
    "budget_ms" BIGINT NOT NULL,
    "calendar_version_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "met_at" TIMESTAMPTZ(3),
    "breached_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "sla_clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sla_pause" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "sla_clock_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "until_at" TIMESTAMPTZ(3),

    CONSTRAINT "sla_pause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "routing_decision" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "sequence_id" UUID NOT NULL,
    "outcome" JSONB NOT NULL,
    "steps" JSONB NOT NULL,
    "config_version" INTEGER NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "routing_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rep_load" (
    "rep_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "availability" "availability" NOT NULL DEFAULT 'offline',
    "availability_since" TIMESTAMPTZ(3) NOT NULL,
    "used" INTEGER NOT NULL DEFAULT 0,
    "capacity" INTEGER NOT NULL DEFAULT 4,
    "last_offered_at" TIMESTAMPTZ(3),

    CONSTRAINT "rep_load_pkey" PRIMARY KEY ("rep_id")
);

-- CreateTable
CREATE TABLE "rep_pace" (
    "rep_id" UUID NOT NULL,
    "category_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "closed_count" INTEGER NOT NULL DEFAULT 0,
    "total_ms" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "rep_pace_pkey" PRIMARY KEY ("rep_id","category_id")
);

-- CreateTable
CREATE TABLE "answered_contact" (
    "contact_id" UUID NOT NULL,
    "rep_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "last_answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answered_contact_pkey" PRIMARY KEY ("contact_id","rep_id")
);

-- CreateTable
CREATE TABLE "rating" (
    "sequence_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "rep_id" UUID,
    "team_id" UUID,
    "score" INTEGER,
    "comment" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "rating_pkey" PRIMARY KEY ("sequence_id")
);

-- CreateTable
CREATE TABLE "user_session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "rep_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "user_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "widget" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "greeting" TEXT NOT NULL,
    "accent" TEXT NOT NULL,
    "allowed_origins" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "widget_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visitor_session" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "widget_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "visitor_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "verb" TEXT NOT NULL,
    "object_kind" TEXT NOT NULL,
    "object_id" UUID,
    "facts" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_heartbeat" (
    "worker_id" TEXT NOT NULL,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_heartbeat_pkey" PRIMARY KEY ("worker_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "organization_slug_key" ON "organization"("slug");

-- CreateIndex
CREATE INDEX "party_organization_id_kind_name_idx" ON "party"("organization_id", "kind", "name");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE INDEX "rep_user_id_idx" ON "rep"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "rep_organization_id_user_id_key" ON "rep"("organization_id", "user_id");

-- CreateIndex
CREATE INDEX "contact_organization_id_account_number_idx" ON "contact"("organization_id", "account_number");

-- CreateIndex
CREATE INDEX "carrier_identifier_organization_id_party_id_idx" ON "carrier_identifier"("organization_id", "party_id");

-- CreateIndex
CREATE UNIQUE INDEX "carrier_identifier_organization_id_carrier_address_key" ON "carrier_identifier"("organization_id", "carrier", "address");

-- CreateIndex
CREATE INDEX "alias_organization_id_party_id_idx" ON "alias"("organization_id", "party_id");

-- CreateIndex
CREATE INDEX "team_organization_id_idx" ON "team"("organization_id");

-- CreateIndex
CREATE INDEX "team_member_organization_id_team_id_idx" ON "team_member"("organization_id", "team_id");

-- CreateIndex
CREATE INDEX "team_member_rep_id_idx" ON "team_member"("rep_id");

-- CreateIndex
CREATE INDEX "calendar_organization_id_idx" ON "calendar"("organization_id");

-- CreateIndex
CREATE INDEX "calendar_version_organization_id_idx" ON "calendar_version"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_version_calendar_id_version_key" ON "calendar_version"("calendar_id", "version");

-- CreateIndex
CREATE INDEX "category_organization_id_sort_order_idx" ON "category"("organization_id", "sort_order");

-- CreateIndex
CREATE INDEX "sla_policy_organization_id_idx" ON "sla_policy"("organization_id");

-- CreateIndex
CREATE INDEX "sla_target_organization_id_idx" ON "sla_target"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "sla_target_sla_policy_id_metric_key" ON "sla_target"("sla_policy_id", "metric");

-- CreateIndex
CREATE INDEX "custom_state_organization_id_idx" ON "custom_state"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "canned_reply_organization_id_shortcut_key" ON "canned_reply"("organization_id", "shortcut");

-- CreateIndex
CREATE INDEX "conversation_organization_id_primary_party_id_idx" ON "conversation"("organization_id", "primary_party_id");

-- CreateIndex
CREATE INDEX "conversation_role_conversation_id_party_id_idx" ON "conversation_role"("conversation_id", "party_id");

-- CreateIndex
CREATE INDEX "conversation_role_organization_id_idx" ON "conversation_role"("organization_id");

-- CreateIndex
CREATE INDEX "conversation_responder_conversation_id_idx" ON "conversation_responder"("conversation_id");

-- CreateIndex
CREATE INDEX "sequence_conversation_id_started_at_idx" ON "sequence"("conversation_id", "started_at");

-- CreateIndex
CREATE UNIQUE INDEX "sequence_organization_id_reference_key" ON "sequence"("organization_id", "reference");

-- CreateIndex
CREATE INDEX "interaction_sequence_id_idx" ON "interaction"("sequence_id");

-- CreateIndex
CREATE INDEX "interaction_parent_id_idx" ON "interaction"("parent_id");

-- CreateIndex
CREATE INDEX "interaction_conversation_id_started_at_idx" ON "interaction"("conversation_id", "started_at");

-- CreateIndex
CREATE INDEX "participation_interaction_id_party_id_idx" ON "participation"("interaction_id", "party_id");

-- CreateIndex
CREATE INDEX "participation_organization_id_party_id_until_at_idx" ON "participation"("organization_id", "party_id", "until_at");

-- CreateIndex
CREATE UNIQUE INDEX "message_interaction_id_ordinal_key" ON "message"("interaction_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "message_author_id_client_id_key" ON "message"("author_id", "client_id");

-- CreateIndex
CREATE UNIQUE INDEX "attachment_storage_key_key" ON "attachment"("storage_key");

-- CreateIndex
CREATE INDEX "attachment_message_id_idx" ON "attachment"("message_id");

-- CreateIndex
CREATE INDEX "attachment_organization_id_idx" ON "attachment"("organization_id");

-- CreateIndex
CREATE INDEX "pov_entry_list_id_interaction_id_ordinal_idx" ON "pov_entry"("list_id", "interaction_id", "ordinal");

-- CreateIndex
CREATE INDEX "pov_entry_list_id_sequence_id_position_idx" ON "pov_entry"("list_id", "sequence_id", "position");

-- CreateIndex
CREATE INDEX "request_organization_id_contact_id_idx" ON "request"("organization_id", "contact_id");

-- CreateIndex
CREATE INDEX "request_organization_id_created_at_idx" ON "request"("organization_id", "created_at");

-- CreateIndex
CREATE INDEX "sla_clock_organization_id_started_at_idx" ON "sla_clock"("organization_id", "started_at");

-- CreateIndex
CREATE UNIQUE INDEX "sla_clock_sequence_id_metric_instance_key" ON "sla_clock"("sequence_id", "metric", "instance");

-- CreateIndex
CREATE INDEX "sla_pause_sla_clock_id_idx" ON "sla_pause"("sla_clock_id");

-- CreateIndex
CREATE INDEX "routing_decision_sequence_id_decided_at_idx" ON "routing_decision"("sequence_id", "decided_at");

-- CreateIndex
CREATE INDEX "routing_decision_organization_id_decided_at_idx" ON "routing_decision"("organization_id", "decided_at");

-- CreateIndex
CREATE INDEX "rep_load_organization_id_availability_idx" ON "rep_load"("organization_id", "availability");

-- CreateIndex
CREATE INDEX "rating_organization_id_answered_at_idx" ON "rating"("organization_id", "answered_at");

-- CreateIndex
CREATE INDEX "user_session_user_id_idx" ON "user_session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "widget_key_key" ON "widget"("key");

-- CreateIndex
CREATE INDEX "widget_organization_id_idx" ON "widget"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "visitor_session_token_hash_key" ON "visitor_session"("token_hash");

-- CreateIndex
CREATE INDEX "visitor_session_contact_id_idx" ON "visitor_session"("contact_id");

-- CreateIndex
CREATE INDEX "audit_entry_organization_id_at_idx" ON "audit_entry"("organization_id", "at");


