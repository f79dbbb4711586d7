-- Appends an entry for each new message to the list of each current participant. The caller has locked the lists.
CREATE FUNCTION writer.append_posted(posts jsonb, at_now timestamptz) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  heads jsonb;
BEGIN
  WITH wanted AS (
    SELECT p.party_id AS list_id, x.id, x.interaction_id, x.ordinal,
           row_number() OVER (PARTITION BY p.party_id ORDER BY x.n) AS nth
      FROM ROWS FROM (jsonb_to_recordset(posts) AS (id uuid, "interactionId" uuid, ordinal bigint))
        WITH ORDINALITY AS x (id, interaction_id, ordinal, n),
      LATERAL (SELECT party_id FROM participation n WHERE n.interaction_id = x.interaction_id
        AND {{takes_part n}} OFFSET 0) p
  ), advanced AS (
    UPDATE pov_list l SET head = l.head + (SELECT count(*) FROM wanted w WHERE w.list_id = l.party_id)
      WHERE l.party_id = ANY (ARRAY(SELECT list_id FROM wanted))
      RETURNING l.party_id, l.head, l.head - (SELECT count(*) FROM wanted w WHERE w.list_id = l.party_id) AS earlier
  ), written AS (
    INSERT INTO pov_entry (list_id, position, kind, interaction_id, message_id, ordinal, revision, written_at)
      SELECT w.list_id, a.earlier + w.nth, 'message', w.interaction_id, w.id, w.ordinal, 1, at_now
        FROM wanted w JOIN advanced a ON a.party_id = w.list_id
  )
  SELECT coalesce(jsonb_object_agg(party_id, head), '{}') INTO heads FROM advanced;
  RETURN heads;
END
$$;
