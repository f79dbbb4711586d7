-- Examples that an administrator took out of what the classifier learns (R6).

CREATE TABLE "classifier_removal" (
    "organization_id" UUID NOT NULL,
    "number" BIGINT NOT NULL,
    "category_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "source" "example_source" NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL,
    "sequence_id" UUID,
    "contact_id" UUID,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "removed_as" BIGINT NOT NULL,
    "removed_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_by_id" UUID NOT NULL,

    CONSTRAINT "classifier_removal_pkey" PRIMARY KEY ("organization_id", "number"),
    CONSTRAINT "classifier_removal_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id"),
    CONSTRAINT "classifier_removal_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "category" ("id"),
    CONSTRAINT "classifier_removal_sequence_id_fkey" FOREIGN KEY ("sequence_id") REFERENCES "sequence" ("id"),
    CONSTRAINT "classifier_removal_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact" ("party_id"),
    CONSTRAINT "classifier_removal_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "party" ("id"),
    CONSTRAINT "classifier_removal_removed_by_id_fkey" FOREIGN KEY ("removed_by_id") REFERENCES "party" ("id")
);
CREATE UNIQUE INDEX "classifier_removal_sequence_id_category_id_key" ON "classifier_removal" ("sequence_id", "category_id");

-- A category's examples are read newest first; counts use its beginning as they did the index that it replaces.
CREATE INDEX "classifier_example_organization_id_category_id_number_idx" ON "classifier_example" ("organization_id", "category_id", "number");
DROP INDEX "classifier_example_organization_id_category_id_idx";

-- Takes examples out, each by a number of its own: a removal is a change like a label, and makes a fit due as one. Answers
-- the numbers of those that were there.
CREATE FUNCTION remove_examples(org uuid, chosen bigint[], remover uuid, at_now timestamptz) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  earlier bigint := (lock_classifier(org)).last_number;
  removed jsonb;
BEGIN
  WITH gone AS (
    DELETE FROM classifier_example WHERE organization_id = org AND number = ANY (chosen) RETURNING *
  ), written AS (
    INSERT INTO classifier_removal (organization_id, number, category_id, text, source, weight, sequence_id, contact_id, by_id, at,
                                    removed_as, removed_at, removed_by_id)
      SELECT organization_id, number, category_id, text, source, weight, sequence_id, contact_id, by_id, at,
             earlier + row_number() OVER (ORDER BY number), at_now, remover
        FROM gone
      RETURNING number
  )
  SELECT coalesce(jsonb_agg(number ORDER BY number), '[]') INTO removed FROM written;
  IF jsonb_array_length(removed) > 0 THEN
    UPDATE classifier SET stamp = stamp + 1, last_number = earlier + jsonb_array_length(removed) WHERE organization_id = org;
    PERFORM look_at_classifier(org, at_now);
  END IF;
  RETURN removed;
END
$$;

-- Takes back what somebody removed themselves, and lately; answers the numbers that it had. Models that know an example
-- need not learn it again, so it keeps its number; where a fit has left it out, or may be doing so, it comes as one that
-- is new. What has been labelled or imported anew meanwhile stands.
CREATE FUNCTION restore_examples(org uuid, chosen bigint[], remover uuid, since timestamptz, at_now timestamptz)
  RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  earlier  bigint := (lock_classifier(org)).last_number;
  latest   bigint;
  restored jsonb;
BEGIN
  WITH back AS (
    DELETE FROM classifier_removal r
      WHERE r.organization_id = org AND r.number = ANY (chosen) AND r.removed_by_id = remover AND r.removed_at > since
        AND NOT EXISTS (SELECT 1 FROM classifier_example e WHERE e.sequence_id = r.sequence_id)
        AND NOT EXISTS (SELECT 1 FROM classifier_example e WHERE r.sequence_id IS NULL AND e.organization_id = org
          AND md5(e.text) = md5(r.text) AND e.text = r.text AND e.category_id = r.category_id)
      RETURNING r.*
  ), unlearnt AS (
    SELECT b.number, earlier + row_number() OVER (ORDER BY b.number) AS anew FROM back b
      WHERE EXISTS (SELECT 1 FROM classifier_model m WHERE m.organization_id = org AND m.facet = 'category'
        AND (m.state = 'fitting' OR m.state = 'live' AND m.up_to_number >= b.removed_as))
  ), written AS (
    INSERT INTO classifier_example (organization_id, number, category_id, text, source, weight, sequence_id, contact_id, by_id, at)
      SELECT b.organization_id, coalesce(u.anew, b.number), b.category_id, b.text, b.source, b.weight, b.sequence_id,
             b.contact_id, b.by_id, b.at
        FROM back b LEFT JOIN unlearnt u ON u.number = b.number
  )
  SELECT coalesce(jsonb_agg(b.number ORDER BY b.number), '[]'), greatest(earlier, max(u.anew)) INTO restored, latest
    FROM back b LEFT JOIN unlearnt u ON u.number = b.number;
  IF jsonb_array_length(restored) > 0 THEN
    UPDATE classifier SET stamp = stamp + 1, last_number = latest WHERE organization_id = org;
    PERFORM look_at_classifier(org, at_now);
  END IF;
  RETURN restored;
END
$$;

-- As before (20261124000400_classifier), but a label that was removed from a request teaches nothing when it comes again,
-- whoever gives it: what the request is about is known, but it is no example of that. Another label is.
CREATE OR REPLACE FUNCTION take_labels(given jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  item  record;
  known classifier_example;
  taken bigint;
BEGIN
  FOR item IN SELECT * FROM jsonb_to_recordset(given) AS l (organization_id uuid, sequence_id uuid, category_id uuid,
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
    -- Text without a word teaches nothing.
    CONTINUE WHEN known.sequence_id IS NULL AND (item.category_id IS NULL OR item.text = '');

    taken := (lock_classifier(item.organization_id)).last_number + 1;
    UPDATE classifier SET stamp = stamp + 1, last_number = taken WHERE organization_id = item.organization_id;
    DELETE FROM classifier_example WHERE sequence_id = item.sequence_id;
    IF item.category_id IS NOT NULL AND item.text <> '' THEN
      -- It may have been removed while the lock was waited for.
      INSERT INTO classifier_example (organization_id, number, category_id, text, source, weight, sequence_id, contact_id, by_id, at)
        SELECT item.organization_id, taken, item.category_id, item.text, item.source, item.weight, item.sequence_id,
               item.contact_id, item.by_id, at_now
          WHERE NOT EXISTS (SELECT 1 FROM classifier_removal WHERE sequence_id = item.sequence_id AND category_id = item.category_id);
    END IF;
    PERFORM look_at_classifier(item.organization_id, at_now);
  END LOOP;
END
$$;
