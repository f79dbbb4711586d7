-- Appends the entries that a command names, in its order. The caller has locked the lists.
CREATE FUNCTION writer.append_given(entries jsonb, posted uuid[], at_now timestamptz) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  heads jsonb;
BEGIN
  WITH wanted AS (
    SELECT (e ->> 'list')::uuid AS list_id, (e ->> 'kind')::pov_entry_kind AS kind,
           (e ->> 'sequence_id')::uuid AS sequence_id, (e ->> 'interaction_id')::uuid AS interaction_id,
           (e ->> 'message_id')::uuid AS message_id, (e ->> 'ordinal')::bigint AS ordinal,
           (e ->> 'revision')::int AS revision, e -> 'facts' AS facts, n AS outer_order, 0::bigint AS inner_order
      FROM jsonb_array_elements(entries) WITH ORDINALITY AS t (e, n)
      WHERE e ->> 'kind' <> 'history'
    UNION ALL
    -- History: the messages from before a party joined, as far as they are shown to it (P2).
    SELECT (e ->> 'list')::uuid, 'message', NULL, m.interaction_id, m.id, m.ordinal, m.revision, NULL, n, m.ordinal
      FROM jsonb_array_elements(entries) WITH ORDINALITY AS t (e, n),
      LATERAL (SELECT x.* FROM message x WHERE x.interaction_id = (e ->> 'interaction_id')::uuid
        AND x.ordinal > (e ->> 'after_ordinal')::bigint AND x.deleted_at IS NULL AND x.id <> ALL (posted) OFFSET 0) m
      WHERE e ->> 'kind' = 'history'
  ), written AS (
    INSERT INTO pov_entry (list_id, position, kind, sequence_id, interaction_id, message_id, ordinal, revision, facts, written_at)
      SELECT w.list_id, l.head + row_number() OVER (PARTITION BY w.list_id ORDER BY w.outer_order, w.inner_order),
             w.kind, w.sequence_id, w.interaction_id, w.message_id, w.ordinal, w.revision, w.facts, at_now
        FROM wanted w, LATERAL (SELECT head FROM pov_list WHERE party_id = w.list_id OFFSET 0) l
      RETURNING list_id, position
  ), advanced AS (
    UPDATE pov_list l SET head = (SELECT max(position) FROM written w WHERE w.list_id = l.party_id)
      WHERE l.party_id = ANY (ARRAY(SELECT list_id FROM written))
      RETURNING l.party_id, l.head
  )
  SELECT coalesce(jsonb_object_agg(party_id, head), '{}') INTO heads FROM advanced;
  RETURN heads;
END
$$;
