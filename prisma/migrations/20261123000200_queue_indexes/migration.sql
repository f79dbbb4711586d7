-- What the schema language cannot say: uniqueness and order that hold for a part of a table only.

-- C1: one lasting conversation between an organization and one external party.
CREATE UNIQUE INDEX conversation_external_party ON conversation (organization_id, primary_party_id)
  WHERE kind = 'external';

-- P2: a party takes part in an interaction at most once at a time; its past parts stay as history.
CREATE UNIQUE INDEX participation_current ON participation (interaction_id, party_id)
  WHERE until_at IS NULL AND declined_at IS NULL;

CREATE INDEX participation_of_party ON participation (party_id, interaction_id)
  WHERE until_at IS NULL AND declined_at IS NULL;

-- Backchannels and invitations of a party: its part in customers' matters, however many they grow, is not among them.
CREATE INDEX participation_inside ON participation (party_id, interaction_id)
  WHERE until_at IS NULL AND declined_at IS NULL AND role IN ('member', 'specialist');
CREATE INDEX participation_invited ON participation (party_id)
  WHERE from_at IS NULL AND until_at IS NULL AND declined_at IS NULL;

-- The queues, in the order in which they are worked: next due first. Retired requests are in none of them, so a
-- queue costs the same however long the past grows.
CREATE INDEX request_in_team_queue ON request (organization_id, team_id, (coalesce(next_due_at, 'infinity'::timestamptz)), sequence_id)
  WHERE state = 'queued';
CREATE INDEX request_unassigned ON request (organization_id, (coalesce(next_due_at, 'infinity'::timestamptz)), sequence_id)
  WHERE state = 'unassigned';
CREATE INDEX request_of_rep ON request (assigned_to_id, (coalesce(next_due_at, 'infinity'::timestamptz)), sequence_id)
  WHERE state = 'assigned';
CREATE INDEX request_next_due ON request (organization_id, (coalesce(next_due_at, 'infinity'::timestamptz)), sequence_id)
  WHERE state <> 'retired';
CREATE INDEX request_live ON request (organization_id, team_id, state) WHERE state <> 'retired';
CREATE INDEX request_live_of_contact ON request (contact_id) WHERE state <> 'retired';

CREATE INDEX sla_clock_running ON sla_clock (organization_id, due_at)
  WHERE met_at IS NULL AND cancelled_at IS NULL AND due_at IS NOT NULL;

CREATE INDEX interaction_root ON interaction (sequence_id) WHERE parent_id IS NULL;

ALTER TABLE rep_load ADD CONSTRAINT rep_load_not_negative CHECK (used >= 0);

-- Never written by anything but commit_changes, and never rewritten: hot counters stay on their page.
ALTER TABLE pov_list SET (fillfactor = 50);
ALTER TABLE interaction SET (fillfactor = 80);
ALTER TABLE request SET (fillfactor = 80);
ALTER TABLE sequence SET (fillfactor = 85);
ALTER TABLE rep_load SET (fillfactor = 50);

-- R7: how long a team's latest requests took.
CREATE INDEX request_retired_of_team ON request (team_id, retired_at DESC) WHERE state = 'retired';
-- Boards: what was closed today.
CREATE INDEX request_retired_at ON request (organization_id, retired_at) WHERE state = 'retired';
