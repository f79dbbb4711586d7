-- Restores the pauses of clocks as before a closing: deletes those that it began, and reopens those that it ended.
CREATE FUNCTION writer.restore_clock(items jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  item jsonb;
BEGIN
  FOR item IN SELECT e FROM jsonb_array_elements(items) e LOOP
    DELETE FROM sla_pause WHERE sla_clock_id = (item ->> 'clock_id')::uuid AND reason = 'closed'
      AND from_at >= (item ->> 'closed_at')::timestamptz;
    UPDATE sla_pause SET until_at = NULL WHERE sla_clock_id = (item ->> 'clock_id')::uuid
      AND until_at = (item ->> 'closed_at')::timestamptz
      AND reason = ANY (ARRAY(SELECT jsonb_array_elements_text(item -> 'reasons')));
  END LOOP;
END
$$;
