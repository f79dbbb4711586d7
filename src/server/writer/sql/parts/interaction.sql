-- Inserts new interactions.
CREATE FUNCTION writer.interaction(items jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO interaction ({{columns interaction}})
    SELECT {{values interaction n}} FROM jsonb_populate_recordset(NULL::interaction, items) n;
END
$$;
