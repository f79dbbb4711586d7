-- commit_changes: everything that one command changes, in one round trip and one transaction.
--
-- A command loads, decides (pure) and hands its changes over as one document (type Changes, server/db/changes.ts).
-- Here they are checked under locks and written, or refused as a whole:
--   expect     request versions the decision was made on; another version answers 'stale', and the command decides again
--   posts      messages; a client_id that is known already answers 'duplicate' with the id it had
--   take       capacity of a rep; not enough left answers 'no_capacity'
--   entries    what each party's point of view gains; posts reach every current participant by themselves
--   timers     jobs, replaced by key
--
-- Locks are taken in one order by every caller, so that two never wait for each other:
-- requests, interactions, rep loads, and last the lists of the points of view, each in the order of ids.
-- The planner believes that a document holds a hundred elements, where it holds one or two, and would read whole tables
-- for them: every look from here goes by an index.
CREATE FUNCTION commit_changes(changes jsonb) RETURNS jsonb LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off AS $$
DECLARE
  at_now     timestamptz := (changes ->> 'at')::timestamptz;
  org        uuid := (changes ->> 'organizationId')::uuid;
  item       jsonb;
  req        request;
  inter      interaction;
  known      uuid;
  posts      jsonb := '[]';
  lists      uuid[];
  heads      jsonb := '{}';
  n          int;
BEGIN
  FOR item IN SELECT e FROM jsonb_array_elements(changes -> 'expect') e ORDER BY e ->> 'sequenceId' LOOP
    SELECT * INTO req FROM request WHERE sequence_id = (item ->> 'sequenceId')::uuid FOR UPDATE;
    IF NOT FOUND OR req.version <> (item ->> 'version')::int THEN
      RETURN jsonb_build_object('outcome', 'stale');
    END IF;
  END LOOP;

  PERFORM 1 FROM interaction
    WHERE id IN (SELECT (e ->> 'interaction_id')::uuid FROM jsonb_array_elements(
      coalesce(changes -> 'posts', '[]') || coalesce(changes -> 'participation', '[]') || coalesce(changes -> 'leave', '[]')) e)
    ORDER BY id FOR UPDATE;

  FOR item IN SELECT e FROM jsonb_array_elements(changes -> 'posts') e LOOP
    SELECT id INTO known FROM message
      WHERE author_id = (item ->> 'author_id')::uuid AND client_id = (item ->> 'client_id')::uuid;
    IF FOUND THEN
      RETURN jsonb_build_object('outcome', 'duplicate', 'messageId', known);
    END IF;
  END LOOP;

  FOR item IN SELECT e FROM jsonb_array_elements(changes -> 'take') e ORDER BY e ->> 'repId' LOOP
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
      -- Nothing was written yet: conditions come first, writes after.
      IF n IS NOT NULL THEN RAISE EXCEPTION 'no_capacity' USING ERRCODE = 'PA001'; END IF;
      RETURN jsonb_build_object('outcome', 'no_capacity', 'repId', item ->> 'repId');
    END IF;
    n := 1;
  END LOOP;

  FOR item IN SELECT e FROM jsonb_array_elements(changes -> 'release') e ORDER BY e ->> 'repId' LOOP
    UPDATE rep_load SET used = greatest(0, used - (item ->> 'weight')::int) WHERE rep_id = (item ->> 'repId')::uuid;
  END LOOP;

  PERFORM insert_rows(changes);
  PERFORM patch_rows(changes, at_now);

  -- Leaving ends a part; the row stays as history (P2).
  FOR item IN SELECT e FROM jsonb_array_elements(changes -> 'leave') e LOOP
    UPDATE participation SET until_at = at_now, removed_by_id = (item ->> 'removed_by_id')::uuid
      WHERE interaction_id = (item ->> 'interaction_id')::uuid AND party_id = (item ->> 'party_id')::uuid
        AND until_at IS NULL AND declined_at IS NULL;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'not_participating' USING ERRCODE = 'PA002';
    END IF;
  END LOOP;
  IF changes ? 'participation' THEN
    INSERT INTO participation SELECT * FROM jsonb_populate_recordset(NULL::participation, changes -> 'participation');
  END IF;

  FOR item IN SELECT e FROM jsonb_array_elements(changes -> 'posts') e LOOP
    UPDATE interaction SET last_ordinal = last_ordinal + 1, last_message_at = at_now
      WHERE id = (item ->> 'interaction_id')::uuid AND ended_at IS NULL AND deactivated_at IS NULL
      RETURNING * INTO inter;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'interaction_ended' USING ERRCODE = 'PA003';
    END IF;
    IF NOT coalesce((item ->> 'by_the_house')::boolean, false) AND NOT EXISTS (
      SELECT 1 FROM participation WHERE interaction_id = inter.id AND party_id = (item ->> 'author_id')::uuid
        AND from_at IS NOT NULL AND until_at IS NULL AND declined_at IS NULL) THEN
      RAISE EXCEPTION 'not_participating' USING ERRCODE = 'PA002';
    END IF;
    INSERT INTO message (id, organization_id, interaction_id, ordinal, author_id, alias_name, alias_picture, kind,
                         carrier, body, content, client_id, sent_at)
      VALUES ((item ->> 'id')::uuid, org, inter.id, inter.last_ordinal, (item ->> 'author_id')::uuid,
              item ->> 'alias_name', item ->> 'alias_picture', (item ->> 'kind')::message_kind,
              (item ->> 'carrier')::carrier, item ->> 'body', coalesce(item -> 'content', '{}'),
              (item ->> 'client_id')::uuid, at_now);
    IF inter.audience = 'customer' AND inter.sequence_id IS NOT NULL THEN
      UPDATE sequence SET last_message_id = (item ->> 'id')::uuid, last_message_at = at_now
        WHERE id = inter.sequence_id;
    END IF;
    posts := posts || jsonb_build_object('id', item ->> 'id', 'interactionId', inter.id, 'ordinal', inter.last_ordinal);
  END LOOP;

  heads := append_entries(coalesce(changes -> 'entries', '[]'), posts, at_now);

  FOR item IN SELECT e FROM jsonb_array_elements(changes -> 'timers') e LOOP
    PERFORM graphile_worker.add_job(item ->> 'task', (item -> 'payload')::json, run_at := (item ->> 'runAt')::timestamptz,
                                    job_key := item ->> 'key', max_attempts := 25);
  END LOOP;

  RETURN jsonb_build_object('outcome', 'committed', 'posts', posts, 'heads', heads);
END
$$;

-- New rows, given whole: every column by its name. A table that is not named costs one look into the document.
CREATE FUNCTION insert_rows(changes jsonb) RETURNS void LANGUAGE plpgsql AS $$
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
END
$$;

-- Patches: only the columns named in a patch change.
CREATE FUNCTION patch_rows(changes jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  item jsonb;
  req  request;
  seq  sequence;
BEGIN
  FOR item IN SELECT e FROM jsonb_array_elements(changes -> 'patchRequest') e LOOP
    -- LATERAL: in the select list the record would be made anew for each of its columns.
    SELECT p.* INTO req FROM request r, LATERAL jsonb_populate_record(r, item) p
      WHERE r.sequence_id = (item ->> 'sequence_id')::uuid FOR UPDATE OF r;
    UPDATE request SET
        state = req.state, category_source = req.category_source, team_id = req.team_id,
        assigned_to_id = req.assigned_to_id, asked_person_id = req.asked_person_id, priority = req.priority,
        waiting_since = req.waiting_since, queued_at = req.queued_at, assigned_at = req.assigned_at,
        picked_up_at = req.picked_up_at, last_customer_message_at = req.last_customer_message_at,
        last_reply_at = req.last_reply_at, last_status_update_at = req.last_status_update_at,
        away_step = req.away_step, next_due_at = req.next_due_at, look_at = req.look_at,
        escalated_at = req.escalated_at, escalated_by_id = req.escalated_by_id,
        escalation_reason = req.escalation_reason, retired_at = req.retired_at, retire_reason = req.retire_reason,
        version = version + CASE WHEN (item ->> 'bump')::boolean THEN 1 ELSE 0 END
      WHERE sequence_id = req.sequence_id;
  END LOOP;
  FOR item IN SELECT e FROM jsonb_array_elements(changes -> 'patchSequence') e LOOP
    SELECT p.* INTO seq FROM sequence s, LATERAL jsonb_populate_record(s, item) p
      WHERE s.id = (item ->> 'id')::uuid FOR UPDATE OF s;
    UPDATE sequence SET
        subject = seq.subject, category_id = seq.category_id, tags = seq.tags, state = seq.state,
        custom_state_id = seq.custom_state_id, ended_at = seq.ended_at, deactivated_at = seq.deactivated_at,
        version = version + 1
      WHERE id = seq.id;
  END LOOP;
  FOR item IN SELECT e FROM jsonb_array_elements(changes -> 'patchClock') e LOOP
    UPDATE sla_clock c SET due_at = n.due_at, met_at = n.met_at, breached_at = n.breached_at, cancelled_at = n.cancelled_at
      FROM (SELECT p.* FROM sla_clock k, LATERAL jsonb_populate_record(k, item) p WHERE k.id = (item ->> 'id')::uuid) n
      WHERE c.id = n.id;
  END LOOP;
  -- A pause ends before the next begins: from one pausing state to another there is one of each.
  FOR item IN SELECT e FROM jsonb_array_elements(changes -> 'resume') e LOOP
    UPDATE sla_pause SET until_at = at_now WHERE sla_clock_id = (item ->> 'clockId')::uuid AND until_at IS NULL;
  END LOOP;
  FOR item IN SELECT e FROM jsonb_array_elements(changes -> 'pause') e LOOP
    INSERT INTO sla_pause SELECT * FROM jsonb_populate_record(NULL::sla_pause, item);
  END LOOP;
  FOR item IN SELECT e FROM jsonb_array_elements(changes -> 'answerInvitation') e LOOP
    UPDATE participation SET accepted_at = (item ->> 'accepted_at')::timestamptz, from_at = (item ->> 'accepted_at')::timestamptz,
        declined_at = (item ->> 'declined_at')::timestamptz, decline_reason = item ->> 'decline_reason'
      WHERE id = (item ->> 'id')::uuid AND from_at IS NULL AND declined_at IS NULL AND until_at IS NULL;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'already_answered' USING ERRCODE = 'PA004';
    END IF;
  END LOOP;
  FOR item IN SELECT e FROM jsonb_array_elements(changes -> 'rate') e LOOP
    UPDATE rating SET score = (item ->> 'score')::int, comment = item ->> 'comment', answered_at = at_now
      WHERE sequence_id = (item ->> 'sequence_id')::uuid AND contact_id = (item ->> 'contact_id')::uuid;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'nothing_to_rate' USING ERRCODE = 'PA006';
    END IF;
  END LOOP;
  FOR item IN SELECT e FROM jsonb_array_elements(changes -> 'editMessage') e LOOP
    INSERT INTO message_revision (message_id, revision, organization_id, body, content, written_at)
      SELECT id, revision, organization_id, body, content, coalesce(edited_at, sent_at) FROM message
        WHERE id = (item ->> 'id')::uuid;
    UPDATE message SET revision = revision + 1, body = item ->> 'body', edited_at = at_now,
        deleted_at = (item ->> 'deleted_at')::timestamptz
      WHERE id = (item ->> 'id')::uuid AND revision = (item ->> 'revision')::int AND deleted_at IS NULL;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'stale' USING ERRCODE = 'PA005';
    END IF;
  END LOOP;
END
$$;

-- The lists are locked last and in the order of parties; a list's next position is its head + 1, so positions have
-- no gaps, commit order is list order, and no position tells of anything that the list's owner cannot see.
CREATE FUNCTION append_entries(entries jsonb, posts jsonb, at_now timestamptz) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  lists  uuid[];
  posted uuid[] := ARRAY(SELECT (e ->> 'id')::uuid FROM jsonb_array_elements(posts) e);
  heads  jsonb;
BEGIN
  SELECT array_agg(DISTINCT party) INTO lists FROM (
    SELECT (e ->> 'list')::uuid FROM jsonb_array_elements(entries) e
    UNION ALL
    SELECT p.party_id FROM jsonb_array_elements(posts) x
      JOIN participation p ON p.interaction_id = (x ->> 'interactionId')::uuid
        AND p.from_at IS NOT NULL AND p.until_at IS NULL AND p.declined_at IS NULL) reached (party);
  IF lists IS NULL THEN
    RETURN '{}';
  END IF;
  INSERT INTO pov_list (party_id, organization_id)
    SELECT party.id, party.organization_id FROM party
      WHERE party.id = ANY (lists) AND NOT EXISTS (SELECT 1 FROM pov_list l WHERE l.party_id = party.id)
    ON CONFLICT DO NOTHING;
  PERFORM 1 FROM pov_list WHERE party_id = ANY (lists) ORDER BY party_id FOR UPDATE;

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
      FROM jsonb_array_elements(entries) WITH ORDINALITY AS t (e, n)
      JOIN message m ON m.interaction_id = (e ->> 'interaction_id')::uuid
        AND m.ordinal > (e ->> 'after_ordinal')::bigint AND m.deleted_at IS NULL AND m.id <> ALL (posted)
      WHERE e ->> 'kind' = 'history'
    UNION ALL
    SELECT p.party_id, 'message', NULL, p.interaction_id, (x ->> 'id')::uuid, (x ->> 'ordinal')::bigint, 1, NULL,
           1000000 + n, 0
      FROM jsonb_array_elements(posts) WITH ORDINALITY AS t (x, n)
      JOIN participation p ON p.interaction_id = (x ->> 'interactionId')::uuid
        AND p.from_at IS NOT NULL AND p.until_at IS NULL AND p.declined_at IS NULL
  ), written AS (
    INSERT INTO pov_entry (list_id, position, kind, sequence_id, interaction_id, message_id, ordinal, revision, facts, written_at)
      SELECT w.list_id, l.head + row_number() OVER (PARTITION BY w.list_id ORDER BY w.outer_order, w.inner_order),
             w.kind, w.sequence_id, w.interaction_id, w.message_id, w.ordinal, w.revision, w.facts, at_now
        FROM wanted w JOIN pov_list l ON l.party_id = w.list_id
      RETURNING list_id, position
  ), advanced AS (
    UPDATE pov_list l SET head = t.top FROM (SELECT list_id, max(position) AS top FROM written GROUP BY list_id) t
      WHERE l.party_id = t.list_id
      RETURNING l.party_id, l.head
  )
  SELECT coalesce(jsonb_object_agg(party_id, head), '{}') INTO heads FROM advanced;
  RETURN heads;
END
$$;
