-- Patches clocks. Only the columns that a patch names change.
CREATE FUNCTION writer.patch_clock(items jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE sla_clock c SET {{patch sla_clock n}}
    FROM (SELECT p.* FROM jsonb_array_elements(items) e,
            LATERAL (SELECT x FROM sla_clock x WHERE x.id = (e ->> 'id')::uuid OFFSET 0) k,
            LATERAL jsonb_populate_record(k.x, e) p) n
    WHERE c.id = n.id AND c.id = ANY (ARRAY(SELECT (e ->> 'id')::uuid FROM jsonb_array_elements(items) e));
END
$$;
