-- Adds how long requests took to the known pace of a rep in a category.
CREATE FUNCTION writer.pace(items jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO rep_pace AS p ({{columns rep_pace}})
    SELECT {{values rep_pace n}} FROM jsonb_populate_recordset(NULL::rep_pace, items) n
    ON CONFLICT (rep_id, category_id) DO UPDATE
      SET closed_count = p.closed_count + excluded.closed_count, total_ms = p.total_ms + excluded.total_ms;
END
$$;
