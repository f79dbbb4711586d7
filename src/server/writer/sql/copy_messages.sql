-- Copies messages to the end of another interaction, with their present text and their own times. This changes no point
-- of view: the command names the entries. How far each party has read is carried over. A copy stores the id of its
-- original, so that to the customer it stays the same message (P8).
CREATE FUNCTION writer.copy_messages(origin uuid, target uuid, wanted jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  earlier bigint;
  copied  int;
BEGIN
  PERFORM 1 FROM interaction WHERE id IN (origin, target) ORDER BY id FOR UPDATE;
  SELECT last_ordinal INTO earlier FROM interaction WHERE id = target;
  INSERT INTO message (id, organization_id, interaction_id, ordinal, author_id, alias_name, alias_picture, kind, carrier,
                       body, content, tags, metadata, encryption, client_id, sent_at, edited_at)
    SELECT w.id, m.organization_id, target, earlier + row_number() OVER (ORDER BY m.ordinal), m.author_id, m.alias_name,
           m.alias_picture, m.kind, m.carrier, m.body, m.content, m.tags,
           m.metadata || jsonb_build_object('copyOf', coalesce(m.metadata ->> 'copyOf', m.id::text),
             'clientId', coalesce(m.metadata ->> 'clientId', m.client_id::text)), m.encryption, w.client_id, m.sent_at,
           m.edited_at
      FROM jsonb_to_recordset(wanted) AS w (id uuid, of uuid, client_id uuid)
        JOIN message m ON m.id = w.of AND m.interaction_id = origin AND m.deleted_at IS NULL;
  GET DIAGNOSTICS copied = ROW_COUNT;
  IF copied < jsonb_array_length(wanted) THEN
    RAISE EXCEPTION 'stale' USING ERRCODE = 'PA005';
  END IF;

  INSERT INTO pov_read (party_id, interaction_id, organization_id, ordinal, read_at)
    SELECT r.party_id, target, r.organization_id, earlier + read.count, at_now
      FROM pov_read r, LATERAL (SELECT count(*) FROM jsonb_to_recordset(wanted) AS w (of uuid) JOIN message m ON m.id = w.of
        WHERE m.ordinal <= r.ordinal) read
      WHERE r.interaction_id = origin AND read.count > 0 AND EXISTS (SELECT 1 FROM participation p
        WHERE p.interaction_id = origin AND p.party_id = r.party_id AND {{takes_part p}})
    ON CONFLICT (party_id, interaction_id) DO UPDATE SET ordinal = greatest(pov_read.ordinal, excluded.ordinal);

  UPDATE interaction i SET last_ordinal = earlier + copied WHERE i.id = target;
  UPDATE interaction i SET last_message_at = l.sent_at
    FROM interaction k LEFT JOIN LATERAL (SELECT m.sent_at FROM message m WHERE m.interaction_id = k.id AND m.deleted_at IS NULL
        AND m.id <> ALL (ARRAY(SELECT w.of FROM jsonb_to_recordset(wanted) AS w (of uuid)))
      ORDER BY m.ordinal DESC LIMIT 1) l ON true
    WHERE i.id = k.id AND k.id IN (origin, target);
  UPDATE sequence s SET last_message_id = l.id, last_message_at = l.sent_at
    FROM interaction k JOIN LATERAL (SELECT m.id, m.sent_at FROM message m WHERE m.interaction_id = k.id AND m.deleted_at IS NULL
        AND m.id <> ALL (ARRAY(SELECT w.of FROM jsonb_to_recordset(wanted) AS w (of uuid)))
      ORDER BY m.ordinal DESC LIMIT 1) l ON true
    WHERE s.id = k.sequence_id AND k.audience = 'customer' AND k.id IN (origin, target);
END
$$;
