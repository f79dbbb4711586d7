-- Messages that become another sequence's (O7); the originals are taken back by editMessage.
CREATE FUNCTION writer.copy_messages_to(items jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  item jsonb;
BEGIN
  FOR item IN SELECT e FROM jsonb_array_elements(items) e LOOP
    PERFORM writer.copy_messages((item ->> 'from')::uuid, (item ->> 'to')::uuid, item -> 'messages', at_now);
  END LOOP;
END
$$;
