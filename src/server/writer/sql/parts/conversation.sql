-- Inserts new conversations.
CREATE FUNCTION writer.conversation(items jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO conversation ({{columns conversation}})
    SELECT {{values conversation n}} FROM jsonb_populate_recordset(NULL::conversation, items) n;
END
$$;
