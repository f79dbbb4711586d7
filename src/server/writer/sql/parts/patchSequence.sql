-- Patches sequences. Only the columns that a patch names change. Several patches of a sequence apply in their order.
CREATE FUNCTION writer.patch_sequence(items jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  item jsonb;
  next sequence;
BEGIN
  FOR item IN SELECT e FROM jsonb_array_elements(items) WITH ORDINALITY t (e, n) ORDER BY e ->> 'id', n LOOP
    SELECT p.* INTO next FROM sequence s, LATERAL jsonb_populate_record(s, item) p
      WHERE s.id = (item ->> 'id')::uuid FOR UPDATE OF s;
    UPDATE sequence SET {{patch sequence next}}, version = version + 1 WHERE id = next.id;
  END LOOP;
END
$$;
