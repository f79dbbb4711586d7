-- Parts that begin, and invitations. Leaving comes before: a part that ends may begin again in one change.
CREATE FUNCTION writer.participation(items jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO participation ({{columns participation}})
    SELECT {{values participation n}} FROM jsonb_populate_recordset(NULL::participation, items) n;
END
$$;
