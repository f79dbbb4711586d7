-- Remembers which rep answered which contact, for continuity (R12).
CREATE FUNCTION writer.answered(items jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO answered_contact ({{columns answered_contact}})
    SELECT {{values answered_contact n}} FROM jsonb_populate_recordset(NULL::answered_contact, items) n
    ON CONFLICT (contact_id, rep_id) DO UPDATE SET last_answered_at = excluded.last_answered_at;
END
$$;
