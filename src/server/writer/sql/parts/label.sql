-- Stores the right category of requests, as a rep set it, as the request was completed under it, or as the customer
-- picked it. It becomes an example for the classifier, and says whether the classifier's answer was right. The better
-- source wins: a rep over a completion over a pick. A label without a category takes back what was known. If somebody
-- removed this label from the examples, the category is still stored as the truth, but not as an example again. The
-- requests are locked already.
CREATE FUNCTION writer.label(items jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  item  record;
  known classifier_example;
  taken bigint;
BEGIN
  FOR item IN SELECT * FROM jsonb_to_recordset(items) AS l (organization_id uuid, sequence_id uuid, category_id uuid,
      text text, source example_source, weight float, contact_id uuid, by_id uuid) ORDER BY organization_id, sequence_id LOOP
    UPDATE classification SET true_category_id = item.category_id,
        known_at = CASE WHEN item.category_id IS NOT NULL THEN at_now END,
        known_by = CASE WHEN item.category_id IS NOT NULL THEN item.source END
      WHERE sequence_id = item.sequence_id AND true_category_id IS DISTINCT FROM item.category_id
        AND array_position('{rep,routing,customer}'::example_source[], item.source)
          <= coalesce(array_position('{rep,routing,customer}'::example_source[], known_by), 3);
    IF FOUND THEN
      PERFORM look_at_classifier(item.organization_id, at_now);
    END IF;

    IF EXISTS (SELECT 1 FROM classifier_removal WHERE sequence_id = item.sequence_id AND category_id = item.category_id) THEN
      item.category_id := NULL;
    END IF;
    SELECT * INTO known FROM classifier_example WHERE sequence_id = item.sequence_id;
    CONTINUE WHEN FOUND AND array_position('{rep,routing,customer}'::example_source[], known.source)
      < array_position('{rep,routing,customer}'::example_source[], item.source);
    IF known.category_id = item.category_id AND known.weight = item.weight THEN
      UPDATE classifier_example SET source = item.source, by_id = item.by_id WHERE sequence_id = item.sequence_id;
      CONTINUE;
    END IF;
    -- A text without words teaches nothing.
    CONTINUE WHEN known.sequence_id IS NULL AND (item.category_id IS NULL OR item.text = '');

    taken := (lock_classifier(item.organization_id)).last_number + 1;
    UPDATE classifier SET stamp = stamp + 1, last_number = taken WHERE organization_id = item.organization_id;
    DELETE FROM classifier_example WHERE sequence_id = item.sequence_id;
    IF item.category_id IS NOT NULL AND item.text <> '' THEN
      -- Somebody may have removed it while this waited for the lock.
      INSERT INTO classifier_example (organization_id, number, category_id, text, source, weight, sequence_id, contact_id, by_id, at)
        SELECT item.organization_id, taken, item.category_id, item.text, item.source, item.weight, item.sequence_id,
               item.contact_id, item.by_id, at_now
          WHERE NOT EXISTS (SELECT 1 FROM classifier_removal WHERE sequence_id = item.sequence_id AND category_id = item.category_id);
    END IF;
    PERFORM look_at_classifier(item.organization_id, at_now);
  END LOOP;
END
$$;
