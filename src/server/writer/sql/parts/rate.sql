-- Stores the customer's answer to the question for a rating.
CREATE FUNCTION writer.rate(items jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  item jsonb;
BEGIN
  FOR item IN SELECT e FROM jsonb_array_elements(items) e LOOP
    UPDATE rating SET score = (item ->> 'score')::int, comment = item ->> 'comment', answered_at = at_now
      WHERE sequence_id = (item ->> 'sequence_id')::uuid AND contact_id = (item ->> 'contact_id')::uuid;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'nothing_to_rate' USING ERRCODE = 'PA006';
    END IF;
  END LOOP;
END
$$;
