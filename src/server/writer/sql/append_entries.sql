-- Appends entries to the lists of parties. The lists are locked last, in the order of parties. A list's next position
-- is its head + 1, so positions have no gaps, list order is commit order, and a position reveals nothing that the owner
-- of the list cannot see.
CREATE FUNCTION writer.append_entries(entries jsonb, posts jsonb, at_now timestamptz) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  lists uuid[] := ARRAY(
    SELECT (e ->> 'list')::uuid FROM jsonb_array_elements(entries) e
    UNION
    SELECT p.party_id FROM jsonb_to_recordset(posts) AS x ("interactionId" uuid),
      LATERAL (SELECT party_id FROM participation n WHERE n.interaction_id = x."interactionId"
        AND {{takes_part n}} OFFSET 0) p);
  heads jsonb := '{}';
BEGIN
  IF (SELECT count(*) FROM pov_list WHERE party_id = ANY (lists)) < cardinality(lists) THEN
    INSERT INTO pov_list (party_id, organization_id)
      SELECT party.id, party.organization_id FROM party
        WHERE party.id = ANY (lists) AND NOT EXISTS (SELECT 1 FROM pov_list l WHERE l.party_id = party.id)
        ORDER BY party.id
      ON CONFLICT DO NOTHING;
  END IF;
  PERFORM 1 FROM pov_list WHERE party_id = ANY (lists) ORDER BY party_id FOR UPDATE;
  IF entries <> '[]' THEN
    heads := writer.append_given(entries, ARRAY(SELECT (e ->> 'id')::uuid FROM jsonb_array_elements(posts) e), at_now);
  END IF;
  IF posts <> '[]' THEN
    heads := heads || writer.append_posted(posts, at_now);
  END IF;
  RETURN heads;
END
$$;
