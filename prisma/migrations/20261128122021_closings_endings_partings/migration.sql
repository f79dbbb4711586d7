-- What the one writer needs so that a closing can be taken back, a backchannel ended and reopened, and a matter parted.

-- How a request stood before it was closed, so that whoever closed it by accident gets back just that.
ALTER TABLE "request" ADD COLUMN "before_closing" JSONB;

-- As before, and with the columns that a closing and a merge set.
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
        before_closing = n.before_closing,
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
  IF changes ?| ARRAY['patchInteraction', 'restoreClock', 'unaskRating', 'copyMessages'] THEN
    PERFORM patch_matters(changes, at_now);
  END IF;
END
$$;

-- Changes that few commands make; a document that names none of them begins nothing here.
--   patchInteraction  ends an interaction, or opens it again (C7)
--   restoreClock      the pauses of a clock as they were before a closing
--   unaskRating       takes the question for a rating back, unless it was answered meanwhile
--   copyMessages      messages that become another sequence's (O7); the originals are taken back by editMessage
CREATE FUNCTION patch_matters(changes jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
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
$$;

-- Copies messages to the end of another interaction, as they read now and with their own times. Nobody's point of view
-- changes by it: entries are named by the command. How far each party has read goes along.
CREATE FUNCTION copy_messages(origin uuid, target uuid, wanted jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  earlier bigint;
  copied  int;
BEGIN
  PERFORM 1 FROM interaction WHERE id IN (origin, target) ORDER BY id FOR UPDATE;
  SELECT last_ordinal INTO earlier FROM interaction WHERE id = target;
  INSERT INTO message (id, organization_id, interaction_id, ordinal, author_id, alias_name, alias_picture, kind, carrier,
                       body, content, tags, metadata, encryption, client_id, sent_at, edited_at)
    SELECT w.id, m.organization_id, target, earlier + row_number() OVER (ORDER BY m.ordinal), m.author_id, m.alias_name,
           m.alias_picture, m.kind, m.carrier, m.body, m.content, m.tags, m.metadata, m.encryption, w.client_id, m.sent_at,
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
$$;

-- As before; the house may take back what it said itself, and what moves elsewhere.
CREATE OR REPLACE FUNCTION edit_messages(edits jsonb, at_now timestamptz) RETURNS jsonb LANGUAGE plpgsql AS $$
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
$$;
