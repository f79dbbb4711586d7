-- As before, and an interaction can become another sequence's: a backchannel about words that are parted goes with them.
CREATE OR REPLACE FUNCTION patch_matters(changes jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  item jsonb;
BEGIN
  IF changes ? 'patchInteraction' THEN
    UPDATE interaction i SET
        ended_at = CASE WHEN e ? 'ended_at' THEN (e ->> 'ended_at')::timestamptz ELSE i.ended_at END,
        sequence_id = coalesce((e ->> 'sequence_id')::uuid, i.sequence_id),
        parent_id = coalesce((e ->> 'parent_id')::uuid, i.parent_id)
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
