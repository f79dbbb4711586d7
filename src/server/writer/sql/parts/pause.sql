-- Inserts new pauses of clocks.
CREATE FUNCTION writer.pause(items jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO sla_pause ({{columns sla_pause}})
    SELECT {{values sla_pause n}} FROM jsonb_populate_recordset(NULL::sla_pause, items) n;
END
$$;
