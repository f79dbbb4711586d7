-- Inserts new sequences.
CREATE FUNCTION writer.sequence(items jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO sequence ({{columns sequence}})
    SELECT {{values sequence n}} FROM jsonb_populate_recordset(NULL::sequence, items) n;
END
$$;
