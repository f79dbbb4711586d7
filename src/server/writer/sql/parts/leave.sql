-- Ends participations. The rows stay as history (P2).
CREATE FUNCTION writer.leave(items jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  item jsonb;
BEGIN
  FOR item IN SELECT e FROM jsonb_array_elements(items) e LOOP
    UPDATE participation p SET until_at = at_now, removed_by_id = (item ->> 'removed_by_id')::uuid
      WHERE p.interaction_id = (item ->> 'interaction_id')::uuid AND p.party_id = (item ->> 'party_id')::uuid
        AND {{is_open_part p}};
    IF NOT FOUND THEN
      RAISE EXCEPTION 'not_participating' USING ERRCODE = 'PA002';
    END IF;
  END LOOP;
END
$$;
