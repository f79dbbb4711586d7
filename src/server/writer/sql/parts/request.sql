-- Inserts new requests.
CREATE FUNCTION writer.request(items jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO request ({{columns request}})
    SELECT {{values request n}} FROM jsonb_populate_recordset(NULL::request, items) n;
END
$$;
