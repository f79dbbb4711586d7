-- Stores the classifier's answer about a request. It is asked again when the customer writes more, and the new answer
-- replaces an earlier one that was undecided.
CREATE FUNCTION writer.classification(items jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO classification ({{columns classification}})
    SELECT {{values classification n}} FROM jsonb_populate_recordset(NULL::classification, items) n
    ON CONFLICT (sequence_id) DO UPDATE SET model_id = excluded.model_id, likeliest_id = excluded.likeliest_id,
        probability = excluded.probability, sureness = excluded.sureness, is_decided = excluded.is_decided,
        ranked = excluded.ranked, because = excluded.because, at = excluded.at
      WHERE NOT classification.is_decided;
END
$$;
