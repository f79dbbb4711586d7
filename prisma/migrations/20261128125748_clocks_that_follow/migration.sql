-- Promises that follow a request's category, team and hours; what a customer was told of closed hours; who owes the next
-- word; and escalations that wait for somebody.

-- What a clock had counted when it came under another promise, and from when it counts in the hours of that one.
ALTER TABLE "sla_clock"
  ADD COLUMN "ran_ms" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "counts_since" TIMESTAMPTZ(3);

-- Hours of the organization itself, for requests that no team has.
ALTER TABLE "organization" ADD COLUMN "calendar_id" UUID;
ALTER TABLE "organization" ADD CONSTRAINT "organization_calendar_id_fkey"
  FOREIGN KEY ("calendar_id") REFERENCES "calendar"("id") ON DELETE NO ACTION ON UPDATE NO ACTION
  -- The two point at each other: an organization comes with its calendar in one transaction.
  DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE "request"
  ADD COLUMN "owed_since" TIMESTAMPTZ(3),
  ADD COLUMN "told_closed_at" TIMESTAMPTZ(3),
  ADD COLUMN "told_opens_at" TIMESTAMPTZ(3),
  ADD COLUMN "escalation_state" TEXT,
  ADD COLUMN "escalation_held_by" TEXT,
  ADD COLUMN "escalation_tried_at" TIMESTAMPTZ(3);
ALTER TABLE "request" ADD CONSTRAINT "request_escalation_state" CHECK ("escalation_state" IN ('waiting', 'given'));

-- Requests with a rep who waits for the customer go on waiting: for an answer to the last reply.
UPDATE request r SET owed_since = r.last_reply_at FROM sequence s
  WHERE s.id = r.sequence_id AND r.state = 'assigned' AND r.waiting_since IS NULL AND r.last_reply_at IS NOT NULL
    AND (s.state IN ('open', 'need_info') OR r.away_step = 'noticed');

-- Still with whoever escalated it: nobody was found, so it is tried again.
UPDATE request SET escalation_state = CASE WHEN assigned_to_id = escalated_by_id THEN 'waiting' ELSE 'given' END
  WHERE escalated_at IS NOT NULL AND state <> 'retired';

-- What the sweep looks for every minute.
CREATE INDEX "request_escalations" ON "request"("team_id") WHERE "escalation_state" = 'waiting';

-- As before, and with the columns above.
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
$$;
