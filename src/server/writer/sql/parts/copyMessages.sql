-- Copies messages that move to another sequence (O7). `editMessage` removes the originals.
CREATE FUNCTION writer.copy_messages_to(items jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  item jsonb;
BEGIN
  FOR item IN SELECT e FROM jsonb_array_elements(items) e LOOP
    PERFORM writer.copy_messages((item ->> 'from')::uuid, (item ->> 'to')::uuid, item -> 'messages', at_now);
  END LOOP;
END
$$;
