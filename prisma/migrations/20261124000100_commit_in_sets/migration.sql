-- commit_changes works in sets. A statement inside a function costs more by being begun than by the rows it touches, so
-- what every message needs is one statement for all messages of a document, and what a document does not name is not
-- begun. A document may hold the changes of several commands (server/db/commitTogether.ts): they share the locks'
-- one order, the round trip and the flush.
--
--   expect     request versions the decisions were made on; another version answers 'stale', and the command decides again
--   posts      messages; a client_id that is known already answers 'duplicate' with the id it had
--   take       capacity of a rep; not enough left answers 'no_capacity'
--   entries    what each party's point of view gains; posts and edits reach every current participant by themselves
--   timers     jobs, replaced by key
--
-- Locks are taken in one order by every caller, so that two never wait for each other:
-- requests, interactions, rep loads, and last the lists of the points of view, each in the order of ids.
-- The planner believes that a document holds a hundred elements, where it holds one or two, and that a young table is
-- empty; it would read whole tables for them. So every look from here starts at the document and goes by an index: a
-- list of ids (= ANY), or a subquery that OFFSET 0 keeps from being turned around.
CREATE OR REPLACE FUNCTION commit_changes(changes jsonb) RETURNS jsonb LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off AS $$
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
$$;

-- Capacity of reps, each by a conditional update; null where all of it was there. Nothing else was written before it.
CREATE FUNCTION take_capacity(wanted jsonb, at_now timestamptz) RETURNS jsonb LANGUAGE plpgsql AS $$
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
$$;

-- Patches: only the columns named in a patch change. The requests are locked already; a document patches each once.
CREATE OR REPLACE FUNCTION patch_rows(changes jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
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
          version = version + 1
        WHERE id = seq.id;
    END LOOP;
  END IF;
  IF changes ? 'patchClock' THEN
    UPDATE sla_clock c SET due_at = n.due_at, met_at = n.met_at, breached_at = n.breached_at, cancelled_at = n.cancelled_at
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
END
$$;

-- What an author changes or takes back, as long as they take part. It reaches those who take part at that very moment
-- and were shown the message; who left before keeps the revision that they had (P2). The interaction is locked, so
-- nobody joins or leaves meanwhile.
CREATE FUNCTION edit_messages(edits jsonb, at_now timestamptz) RETURNS jsonb LANGUAGE plpgsql AS $$
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
    IF NOT EXISTS (SELECT 1 FROM participation WHERE interaction_id = edited.interaction_id AND party_id = edited.author_id
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
$$;

-- Messages get their ordinals under the lock of their interaction; each answers its id, interaction and ordinal.
CREATE FUNCTION write_posts(given jsonb, org uuid, at_now timestamptz) RETURNS jsonb LANGUAGE plpgsql AS $$
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
$$;

-- The lists are locked last and in the order of parties; a list's next position is its head + 1, so positions have
-- no gaps, commit order is list order, and no position tells of anything that the list's owner cannot see.
CREATE OR REPLACE FUNCTION append_entries(entries jsonb, posts jsonb, at_now timestamptz) RETURNS jsonb LANGUAGE plpgsql AS $$
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
$$;

-- Entries that a command names itself, in its order. The lists are locked.
CREATE FUNCTION append_given(entries jsonb, posted uuid[], at_now timestamptz) RETURNS jsonb LANGUAGE plpgsql AS $$
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
$$;

-- One entry of each message for each party that takes part now. The lists are locked.
CREATE FUNCTION append_posted(posts jsonb, at_now timestamptz) RETURNS jsonb LANGUAGE plpgsql AS $$
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
$$;
