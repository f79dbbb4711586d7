-- Writes messages and numbers them under the lock of their interaction. Returns the id, interaction and ordinal of
-- each.
CREATE FUNCTION writer.write_posts(given jsonb, org uuid, at_now timestamptz) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  posts jsonb;
BEGIN
  IF EXISTS (SELECT 1 FROM jsonb_to_recordset(given) AS p (interaction_id uuid, author_id uuid, by_the_house boolean)
      WHERE p.by_the_house IS NOT TRUE AND NOT EXISTS (
        SELECT 1 FROM participation a WHERE a.interaction_id = p.interaction_id AND a.party_id = p.author_id
          AND {{takes_part a}} OFFSET 0)) THEN
    RAISE EXCEPTION 'not_participating' USING ERRCODE = 'PA002';
  END IF;

  WITH post AS (
    SELECT p.*, row_number() OVER (PARTITION BY p.interaction_id ORDER BY n) AS nth
      FROM ROWS FROM (jsonb_to_recordset(given) AS (
        id uuid, interaction_id uuid, author_id uuid, alias_name text, alias_picture text, kind message_kind,
        carrier carrier, body text, content jsonb, client_id uuid)) WITH ORDINALITY AS
        p (id, interaction_id, author_id, alias_name, alias_picture, kind, carrier, body, content, client_id, n)
  ), grown AS (
    UPDATE interaction i SET last_message_at = at_now,
        last_ordinal = i.last_ordinal + (SELECT count(*) FROM post p WHERE p.interaction_id = i.id)
      WHERE i.id = ANY (ARRAY(SELECT interaction_id FROM post)) AND i.ended_at IS NULL AND i.deactivated_at IS NULL
      RETURNING i.id, i.last_ordinal - (SELECT count(*) FROM post p WHERE p.interaction_id = i.id) AS earlier,
        i.last_ordinal, i.audience, i.sequence_id
  ), written AS (
    INSERT INTO message (id, organization_id, interaction_id, ordinal, author_id, alias_name, alias_picture, kind,
                         carrier, body, content, client_id, sent_at)
      SELECT p.id, org, p.interaction_id, g.earlier + p.nth, p.author_id, p.alias_name, p.alias_picture, p.kind,
             p.carrier, p.body, coalesce(p.content, '{}'), p.client_id, at_now
        FROM post p JOIN grown g ON g.id = p.interaction_id
      RETURNING id, interaction_id, ordinal
  ), told AS (
    UPDATE sequence s SET last_message_at = at_now, last_message_id = (
        SELECT w.id FROM grown g JOIN written w ON w.interaction_id = g.id AND w.ordinal = g.last_ordinal
          WHERE g.sequence_id = s.id AND g.audience = 'customer' LIMIT 1)
      WHERE s.id = ANY (ARRAY(SELECT sequence_id FROM grown WHERE audience = 'customer'))
  )
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'interactionId', interaction_id, 'ordinal', ordinal)), '[]')
    INTO posts FROM written;

  IF jsonb_array_length(posts) < jsonb_array_length(given) THEN
    RAISE EXCEPTION 'interaction_ended' USING ERRCODE = 'PA003';
  END IF;
  RETURN posts;
END
$$;
