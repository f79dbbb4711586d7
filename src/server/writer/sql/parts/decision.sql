-- Inserts routing decisions with all their steps (R21).
CREATE FUNCTION writer.decision(items jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO routing_decision ({{columns routing_decision}})
    SELECT {{values routing_decision n}} FROM jsonb_populate_recordset(NULL::routing_decision, items) n;
END
$$;
