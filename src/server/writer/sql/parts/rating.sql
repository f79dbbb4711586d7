-- Inserts questions for a rating (R15). A question that is asked again is about the rep who had the request last.
CREATE FUNCTION writer.rating(items jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO rating ({{columns rating}})
    SELECT {{values rating n}} FROM jsonb_populate_recordset(NULL::rating, items) n
    ON CONFLICT (sequence_id) DO UPDATE
      SET asked_at = excluded.asked_at, rep_id = excluded.rep_id, team_id = excluded.team_id;
END
$$;
