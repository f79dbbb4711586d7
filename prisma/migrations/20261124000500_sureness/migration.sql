-- What is held against the threshold is kept with the answer: live precision looks at decisions by it. Answers given so
-- far were held by their probability.
ALTER TABLE "classification" ADD COLUMN "sureness" DOUBLE PRECISION;
UPDATE "classification" SET "sureness" = "probability";
ALTER TABLE "classification" ALTER COLUMN "sureness" SET NOT NULL;

-- What the classifier says of a request again, since its customer wrote more, takes the place of what it left undecided.
CREATE FUNCTION insert_classifications(rows jsonb) RETURNS void LANGUAGE sql AS $$
  INSERT INTO classification SELECT * FROM jsonb_populate_recordset(NULL::classification, rows)
    ON CONFLICT (sequence_id) DO UPDATE SET model_id = excluded.model_id, likeliest_id = excluded.likeliest_id,
        probability = excluded.probability, sureness = excluded.sureness, is_decided = excluded.is_decided,
        ranked = excluded.ranked, because = excluded.because, at = excluded.at
      WHERE NOT classification.is_decided;
$$;

-- As before (20261124000400_classifier), the classifications in a function of their own.
CREATE OR REPLACE FUNCTION insert_rows(changes jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF changes ? 'conversation' THEN
    INSERT INTO conversation SELECT * FROM jsonb_populate_recordset(NULL::conversation, changes -> 'conversation');
  END IF;
  IF changes ? 'sequence' THEN
    INSERT INTO sequence SELECT * FROM jsonb_populate_recordset(NULL::sequence, changes -> 'sequence');
  END IF;
  IF changes ? 'interaction' THEN
    INSERT INTO interaction SELECT * FROM jsonb_populate_recordset(NULL::interaction, changes -> 'interaction');
  END IF;
  IF changes ? 'request' THEN
    INSERT INTO request SELECT * FROM jsonb_populate_recordset(NULL::request, changes -> 'request');
  END IF;
  IF changes ? 'clocks' THEN
    INSERT INTO sla_clock SELECT * FROM jsonb_populate_recordset(NULL::sla_clock, changes -> 'clocks')
      ON CONFLICT (sequence_id, metric, instance) DO NOTHING;
  END IF;
  IF changes ? 'decision' THEN
    INSERT INTO routing_decision
      SELECT * FROM jsonb_populate_recordset(NULL::routing_decision, changes -> 'decision');
  END IF;
  IF changes ? 'audit' THEN
    INSERT INTO audit_entry SELECT * FROM jsonb_populate_recordset(NULL::audit_entry, changes -> 'audit');
  END IF;
  IF changes ? 'answered' THEN
    INSERT INTO answered_contact
      SELECT * FROM jsonb_populate_recordset(NULL::answered_contact, changes -> 'answered')
      ON CONFLICT (contact_id, rep_id) DO UPDATE SET last_answered_at = excluded.last_answered_at;
  END IF;
  IF changes ? 'rating' THEN
    INSERT INTO rating SELECT * FROM jsonb_populate_recordset(NULL::rating, changes -> 'rating')
      ON CONFLICT (sequence_id) DO UPDATE SET asked_at = excluded.asked_at, rep_id = excluded.rep_id, team_id = excluded.team_id;
  END IF;
  IF changes ? 'pace' THEN
    INSERT INTO rep_pace AS p SELECT * FROM jsonb_populate_recordset(NULL::rep_pace, changes -> 'pace')
      ON CONFLICT (rep_id, category_id) DO UPDATE
        SET closed_count = p.closed_count + excluded.closed_count, total_ms = p.total_ms + excluded.total_ms;
  END IF;
  IF changes ? 'classification' THEN
    PERFORM insert_classifications(changes -> 'classification');
  END IF;
  IF changes ? 'label' THEN
    PERFORM take_labels(changes -> 'label', (changes ->> 'at')::timestamptz);
  END IF;
END
$$;
