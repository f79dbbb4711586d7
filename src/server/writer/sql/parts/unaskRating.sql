-- Takes back questions for a rating. Raises 'stale' if the customer has answered meanwhile.
CREATE FUNCTION writer.unask_rating(items jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  item jsonb;
BEGIN
  FOR item IN SELECT e FROM jsonb_array_elements(items) e LOOP
    IF EXISTS (SELECT 1 FROM rating WHERE sequence_id = (item ->> 'sequence_id')::uuid
        AND answered_at >= (item ->> 'asked_at')::timestamptz FOR UPDATE) THEN
      RAISE EXCEPTION 'stale' USING ERRCODE = 'PA005';
    END IF;
    DELETE FROM rating WHERE sequence_id = (item ->> 'sequence_id')::uuid AND score IS NULL;
  END LOOP;
END
$$;
