-- Gives back capacity to reps.
CREATE FUNCTION writer.release(items jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  item jsonb;
BEGIN
  FOR item IN SELECT e FROM jsonb_array_elements(items) e ORDER BY e ->> 'repId' LOOP
    UPDATE rep_load SET used = greatest(0, used - (item ->> 'weight')::int) WHERE rep_id = (item ->> 'repId')::uuid;
  END LOOP;
END
$$;
