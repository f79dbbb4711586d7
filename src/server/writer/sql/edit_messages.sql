-- Edits or removes messages. Their author must take part; the organization may remove its own messages and those that
-- move elsewhere. The edit reaches the parties who take part at this moment and were shown the message. A party who
-- left before keeps the revision that they had (P2). The interaction is locked, so nobody joins or leaves meanwhile.
CREATE FUNCTION writer.edit_messages(edits jsonb, at_now timestamptz) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  item    jsonb;
  edited  message;
  entries jsonb := '[]';
BEGIN
  FOR item IN SELECT e FROM jsonb_array_elements(edits) e LOOP
    INSERT INTO message_revision (message_id, revision, organization_id, body, content, written_at)
      SELECT id, revision, organization_id, body, content, coalesce(edited_at, sent_at) FROM message
        WHERE id = (item ->> 'id')::uuid;
    UPDATE message SET revision = revision + 1, body = item ->> 'body', edited_at = at_now,
        deleted_at = (item ->> 'deleted_at')::timestamptz
      WHERE id = (item ->> 'id')::uuid AND interaction_id = (item ->> 'interaction_id')::uuid
        AND revision = (item ->> 'revision')::int AND deleted_at IS NULL
      RETURNING * INTO edited;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'stale' USING ERRCODE = 'PA005';
    END IF;
    IF (item ->> 'by_the_house')::boolean IS NOT TRUE AND NOT EXISTS (SELECT 1 FROM participation n
      WHERE n.interaction_id = edited.interaction_id AND n.party_id = edited.author_id AND {{takes_part n}}) THEN
      RAISE EXCEPTION 'not_participating' USING ERRCODE = 'PA002';
    END IF;
    entries := entries || (
      SELECT coalesce(jsonb_agg(jsonb_build_object(
          'list', p.party_id, 'kind', CASE WHEN edited.deleted_at IS NULL THEN 'message_edited' ELSE 'message_deleted' END,
          'interaction_id', edited.interaction_id, 'message_id', edited.id, 'ordinal', edited.ordinal,
          'revision', edited.revision)), '[]')
        FROM participation p
        WHERE p.interaction_id = edited.interaction_id AND p.after_ordinal < edited.ordinal
          AND {{takes_part p}});
  END LOOP;
  RETURN entries;
END
$$;
