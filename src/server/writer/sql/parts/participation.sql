-- Inserts new participations and invitations. `leave` runs before, so that one change can end a participation and begin
-- the next one of the same party.
CREATE FUNCTION writer.participation(items jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO participation ({{columns participation}})
    SELECT {{values participation n}} FROM jsonb_populate_recordset(NULL::participation, items) n;
END
$$;
