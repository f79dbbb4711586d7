-- Takes capacity of reps, each by a conditional update. Returns null if there was enough of all. It runs before any
-- other write, so that it may answer a refusal without raising.
CREATE FUNCTION writer.take_capacity(wanted jsonb, at_now timestamptz) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  item  jsonb;
  taken boolean := false;
BEGIN
  FOR item IN SELECT e FROM jsonb_array_elements(wanted) e ORDER BY e ->> 'repId' LOOP
    -- Many simultaneous requests prefer the same rep. A request that finds the rep locked tries the next rep first.
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
