-- Inserts new clocks. If two transactions begin the same clock at once, the first counts.
CREATE FUNCTION writer.clocks(items jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO sla_clock ({{columns sla_clock}})
    SELECT {{values sla_clock n}} FROM jsonb_populate_recordset(NULL::sla_clock, items) n
    ON CONFLICT (sequence_id, metric, instance) DO NOTHING;
END
$$;
