-- The trace of a look (P12), one however many calls of a page read at the same moment. A single statement would not see
-- the rows of another that began together with it, so who looks waits here for whoever writes the same trace.
CREATE FUNCTION trace_looks(
  looker uuid, organization uuid, looked_at timestamptz, same_look_since timestamptz,
  ids uuid[], kinds text[], object_ids uuid[], rights text[]
) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- In one order, so that two who look at the same things do not wait for each other.
  PERFORM pg_advisory_xact_lock(hashtextextended(looker::text || o.object_id::text, 0))
    FROM (SELECT DISTINCT u.object_id FROM unnest(object_ids) AS u (object_id)
      WHERE NOT EXISTS (SELECT 1 FROM audit_entry a WHERE a.actor_id = looker AND a.object_id = u.object_id
        AND a.verb = 'privileged_look' AND a.at > same_look_since)
      ORDER BY u.object_id) o;
  INSERT INTO audit_entry (id, organization_id, actor_id, verb, object_kind, object_id, facts, at)
    SELECT l.id, organization, looker, 'privileged_look', l.kind, l.object_id, jsonb_build_object('right', l."right"), looked_at
    FROM unnest(ids, kinds, object_ids, rights) AS l (id, kind, object_id, "right")
    WHERE NOT EXISTS (SELECT 1 FROM audit_entry a WHERE a.actor_id = looker AND a.object_id = l.object_id
      AND a.verb = 'privileged_look' AND a.at > same_look_since);
END $$;
