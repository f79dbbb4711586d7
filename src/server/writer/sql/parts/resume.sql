-- Ends pauses. Runs before `pause`, since a change from one pausing state to another does both.
CREATE FUNCTION writer.resume(items jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE sla_pause SET until_at = at_now WHERE until_at IS NULL AND sla_clock_id = ANY (ARRAY(
    SELECT (e ->> 'clockId')::uuid FROM jsonb_array_elements(items) e));
END
$$;
