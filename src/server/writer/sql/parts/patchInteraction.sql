-- Ends interactions, opens them again (C7), or moves them to another sequence. Only what an item names changes.
CREATE FUNCTION writer.patch_interaction(items jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE interaction i SET
      ended_at = CASE WHEN e ? 'ended_at' THEN (e ->> 'ended_at')::timestamptz ELSE i.ended_at END,
      sequence_id = coalesce((e ->> 'sequence_id')::uuid, i.sequence_id),
      parent_id = coalesce((e ->> 'parent_id')::uuid, i.parent_id)
    FROM jsonb_array_elements(items) e WHERE i.id = (e ->> 'id')::uuid;
END
$$;
