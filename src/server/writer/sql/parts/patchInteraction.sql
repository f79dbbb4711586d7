-- Ends an interaction, or opens it again (C7).
CREATE FUNCTION writer.patch_interaction(items jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE interaction i SET ended_at = (e ->> 'ended_at')::timestamptz
    FROM jsonb_array_elements(items) e WHERE i.id = (e ->> 'id')::uuid;
END
$$;
