-- Nothing can point at what is not there. Which columns have no key, and why, is listed and held in
-- scripts/database/foreignKeys.test.ts; the choice is docs/decisions/012-foreign-keys.md.
--
-- A key's check locks the row that is pointed to (FOR KEY SHARE), which writes into it. So there is a key where that row
-- is the writer's own (its contact, conversation, sequence, interaction) or the write is rare, and none where all
-- requests of an organization would write into one row with every message.
--
-- No key deletes or changes anything by itself (NO ACTION): rows are ended, retired or deactivated, never deleted. For
-- that reason there are no indexes for the keys' sake. Who deletes by hand waits for a scan of what might point there.
--
-- First transaction: from here on every new row is checked. NOT VALID looks at no row that is there, so that the locks
-- on writing are held for a moment only, however large the tables are; old processes go on meanwhile. Running it again
-- after a refused validation adds what is missing.
BEGIN;
DO $$
DECLARE
  key record;
BEGIN
  FOR key IN
    SELECT child, col, parent, parent_col, child || '_' || col || '_fkey' AS name FROM (VALUES
      -- Organizations and people
      ('rep', 'party_id', 'party', 'id'),
      ('rep', 'organization_id', 'organization', 'id'),
      ('rep', 'user_id', 'app_user', 'id'),
      ('contact', 'party_id', 'party', 'id'),
      ('carrier_identifier', 'party_id', 'party', 'id'),
      ('alias', 'organization_id', 'organization', 'id'),
      ('alias', 'party_id', 'party', 'id'),
      ('alias', 'category_id', 'category', 'id'),
      ('team', 'party_id', 'party', 'id'),
      ('team', 'organization_id', 'organization', 'id'),
      ('team', 'calendar_id', 'calendar', 'id'),
      ('team_member', 'organization_id', 'organization', 'id'),
      ('team_member', 'team_id', 'team', 'party_id'),
      ('team_member', 'rep_id', 'rep', 'party_id'),
      -- Hours, categories, promises
      ('calendar', 'organization_id', 'organization', 'id'),
      ('calendar_version', 'organization_id', 'organization', 'id'),
      ('calendar_version', 'calendar_id', 'calendar', 'id'),
      ('category', 'organization_id', 'organization', 'id'),
      ('category', 'parent_id', 'category', 'id'),
      ('category', 'team_id', 'team', 'party_id'),
      ('category', 'sla_policy_id', 'sla_policy', 'id'),
      ('sla_policy', 'organization_id', 'organization', 'id'),
      ('sla_target', 'organization_id', 'organization', 'id'),
      ('sla_target', 'sla_policy_id', 'sla_policy', 'id'),
      ('custom_state', 'organization_id', 'organization', 'id'),
      ('canned_reply', 'organization_id', 'organization', 'id'),
      -- Constructs
      ('conversation', 'primary_party_id', 'party', 'id'),
      ('conversation', 'owner_party_id', 'party', 'id'),
      ('conversation', 'category_id', 'category', 'id'),
      ('conversation_role', 'organization_id', 'organization', 'id'),
      ('conversation_role', 'conversation_id', 'conversation', 'id'),
      ('conversation_role', 'party_id', 'party', 'id'),
      ('conversation_category', 'conversation_id', 'conversation', 'id'),
      ('conversation_category', 'category_id', 'category', 'id'),
      ('conversation_category', 'organization_id', 'organization', 'id'),
      ('conversation_team', 'conversation_id', 'conversation', 'id'),
      ('conversation_team', 'team_id', 'team', 'party_id'),
      ('conversation_team', 'organization_id', 'organization', 'id'),
      ('conversation_responder', 'organization_id', 'organization', 'id'),
      ('conversation_responder', 'conversation_id', 'conversation', 'id'),
      ('conversation_responder', 'category_id', 'category', 'id'),
      ('conversation_responder', 'party_id', 'party', 'id'),
      ('sequence', 'conversation_id', 'conversation', 'id'),
      ('sequence', 'custom_state_id', 'custom_state', 'id'),
      ('sequence', 'primary_party_id', 'party', 'id'),
      ('sequence', 'merged_into_id', 'sequence', 'id'),
      ('sequence', 'split_from_id', 'sequence', 'id'),
      ('hidden_state', 'sequence_id', 'sequence', 'id'),
      ('hidden_state', 'party_id', 'party', 'id'),
      ('interaction', 'conversation_id', 'conversation', 'id'),
      ('interaction', 'sequence_id', 'sequence', 'id'),
      ('interaction', 'origin_sequence_id', 'sequence', 'id'),
      ('interaction', 'parent_id', 'interaction', 'id'),
      ('interaction', 'opened_by_id', 'party', 'id'),
      ('interaction', 'category_id', 'category', 'id'),
      ('participation', 'interaction_id', 'interaction', 'id'),
      ('participation', 'invited_by_id', 'party', 'id'),
      ('participation', 'removed_by_id', 'party', 'id'),
      ('message', 'interaction_id', 'interaction', 'id'),
      ('message_revision', 'message_id', 'message', 'id'),
      ('attachment', 'message_id', 'message', 'id'),
      ('attachment', 'uploaded_by_id', 'party', 'id'),
      ('draft', 'party_id', 'party', 'id'),
      ('draft', 'interaction_id', 'interaction', 'id'),
      -- Points of view
      ('pov_list', 'party_id', 'party', 'id'),
      ('pov_entry', 'list_id', 'pov_list', 'party_id'),
      ('pov_read', 'party_id', 'party', 'id'),
      ('pov_read', 'interaction_id', 'interaction', 'id'),
      -- Requests, clocks, routing
      ('request', 'sequence_id', 'sequence', 'id'),
      ('request', 'conversation_id', 'conversation', 'id'),
      ('request', 'interaction_id', 'interaction', 'id'),
      ('request', 'contact_id', 'contact', 'party_id'),
      ('request', 'assigned_to_id', 'rep', 'party_id'),
      ('request', 'asked_person_id', 'rep', 'party_id'),
      ('request', 'escalated_by_id', 'party', 'id'),
      ('sla_clock', 'sequence_id', 'sequence', 'id'),
      ('sla_pause', 'sla_clock_id', 'sla_clock', 'id'),
      ('routing_decision', 'sequence_id', 'sequence', 'id'),
      ('rep_load', 'rep_id', 'rep', 'party_id'),
      ('rep_load', 'organization_id', 'organization', 'id'),
      ('rep_pace', 'rep_id', 'rep', 'party_id'),
      ('rep_pace', 'category_id', 'category', 'id'),
      ('rep_pace', 'organization_id', 'organization', 'id'),
      ('answered_contact', 'contact_id', 'contact', 'party_id'),
      ('answered_contact', 'rep_id', 'rep', 'party_id'),
      ('rating', 'sequence_id', 'sequence', 'id'),
      ('rating', 'contact_id', 'contact', 'party_id'),
      ('rating', 'rep_id', 'rep', 'party_id'),
      -- Doors
      ('user_session', 'user_id', 'app_user', 'id'),
      ('user_session', 'rep_id', 'rep', 'party_id'),
      ('widget', 'organization_id', 'organization', 'id'),
      ('visitor_session', 'contact_id', 'contact', 'party_id'),
      ('audit_entry', 'actor_id', 'party', 'id')
    ) AS keys (child, col, parent, parent_col)
  LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = key.child::regclass AND conname = key.name) THEN
      EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (%I) REFERENCES %I (%I) NOT VALID',
                     key.child, key.name, key.col, key.parent, key.parent_col);
    END IF;
  END LOOP;
END
$$;
COMMIT;

-- Second transaction: what was there before is looked at, under locks that let everybody read and write. In one
-- transaction with the first, all of it would have waited.
DO $$
DECLARE
  key record;
BEGIN
  FOR key IN
    SELECT conrelid::regclass AS child, conname AS name FROM pg_constraint
      WHERE contype = 'f' AND NOT convalidated AND connamespace = current_schema()::regnamespace
      ORDER BY conrelid::regclass::text, conname
  LOOP
    EXECUTE format('ALTER TABLE %s VALIDATE CONSTRAINT %I', key.child, key.name);
  END LOOP;
END
$$;
