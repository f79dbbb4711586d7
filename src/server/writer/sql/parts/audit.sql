-- Inserts entries of the audit log.
CREATE FUNCTION writer.audit(items jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO audit_entry ({{columns audit_entry}})
    SELECT {{values audit_entry n}} FROM jsonb_populate_recordset(NULL::audit_entry, items) n;
END
$$;
