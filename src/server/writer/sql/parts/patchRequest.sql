-- Patches requests. Only the columns that a patch names change, and a request is named once. The requests are locked
-- already. `bump` makes decisions that rest on the earlier version stale.
CREATE FUNCTION writer.patch_request(items jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE request r SET {{patch request n}},
      version = n.version + CASE WHEN n.bump THEN 1 ELSE 0 END
    -- LATERAL, since in the select list the record would be built again for each of its columns.
    FROM (SELECT p.*, (e ->> 'bump')::boolean AS bump
            FROM jsonb_array_elements(items) e,
            LATERAL (SELECT x FROM request x WHERE x.sequence_id = (e ->> 'sequence_id')::uuid OFFSET 0) k,
            LATERAL jsonb_populate_record(k.x, e) p) n
    WHERE r.sequence_id = n.sequence_id AND r.sequence_id = ANY (ARRAY(
      SELECT (e ->> 'sequence_id')::uuid FROM jsonb_array_elements(items) e));
END
$$;
