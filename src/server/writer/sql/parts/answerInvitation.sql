-- Stores answers to invitations. An invitation is answered once.
CREATE FUNCTION writer.answer_invitation(items jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  item jsonb;
BEGIN
  FOR item IN SELECT e FROM jsonb_array_elements(items) e LOOP
    UPDATE participation p SET accepted_at = (item ->> 'accepted_at')::timestamptz, from_at = (item ->> 'accepted_at')::timestamptz,
        declined_at = (item ->> 'declined_at')::timestamptz, decline_reason = item ->> 'decline_reason'
      WHERE p.id = (item ->> 'id')::uuid AND {{is_invited p}};
    IF NOT FOUND THEN
      RAISE EXCEPTION 'already_answered' USING ERRCODE = 'PA004';
    END IF;
  END LOOP;
END
$$;
