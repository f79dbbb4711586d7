-- The classifier's life in the product (R6): examples, models, what was said of requests and what was right.

CREATE TYPE "example_source" AS ENUM ('import', 'rep', 'routing', 'customer');
CREATE TYPE "model_state" AS ENUM ('fitting', 'live', 'replaced', 'refused', 'failed');
CREATE TYPE "fit_reason" AS ENUM ('first', 'more_examples', 'new_category', 'by_hand', 'roll_back');

CREATE TABLE "classifier" (
    "organization_id" UUID NOT NULL,
    "stamp" INTEGER NOT NULL DEFAULT 1,
    "last_number" BIGINT NOT NULL DEFAULT 0,
    "target_precision" DOUBLE PRECISION NOT NULL DEFAULT 0.97,
    "raised_at" TIMESTAMPTZ(3),
    "raised_precision" DOUBLE PRECISION,
    "raised_from" DOUBLE PRECISION,
    "raised_to" DOUBLE PRECISION,

    CONSTRAINT "classifier_pkey" PRIMARY KEY ("organization_id"),
    CONSTRAINT "classifier_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id")
);

-- No keys to what every example of an organization points at (its organization, a category, a rep): their check would
-- write into one row with every completed request.
CREATE TABLE "classifier_example" (
    "organization_id" UUID NOT NULL,
    "number" BIGINT NOT NULL,
    "category_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "source" "example_source" NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "sequence_id" UUID,
    "contact_id" UUID,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "classifier_example_pkey" PRIMARY KEY ("organization_id", "number"),
    CONSTRAINT "classifier_example_sequence_id_fkey" FOREIGN KEY ("sequence_id") REFERENCES "sequence" ("id"),
    CONSTRAINT "classifier_example_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact" ("party_id")
);
CREATE UNIQUE INDEX "classifier_example_sequence_id_key" ON "classifier_example" ("sequence_id");
CREATE INDEX "classifier_example_organization_id_category_id_idx" ON "classifier_example" ("organization_id", "category_id");
-- Whether a text is known already. Texts themselves are too long for an index.
CREATE INDEX "classifier_example_text" ON "classifier_example" ("organization_id", md5("text"));

CREATE TABLE "classifier_model" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "facet" TEXT NOT NULL DEFAULT 'category',
    "version" INTEGER NOT NULL,
    "state" "model_state" NOT NULL,
    "reason" "fit_reason" NOT NULL,
    "progress" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "example_count" INTEGER NOT NULL DEFAULT 0,
    "up_to_number" BIGINT NOT NULL DEFAULT 0,
    "learns_after" BIGINT NOT NULL DEFAULT 0,
    "format" INTEGER,
    "weights" BYTEA,
    "report" JSONB,
    "threshold" DOUBLE PRECISION,
    "asked_by_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "live_since" TIMESTAMPTZ(3),

    CONSTRAINT "classifier_model_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "classifier_model_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization" ("id"),
    CONSTRAINT "classifier_model_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "party" ("id")
);
-- Weights hardly shrink: packing them would only cost time at every load.
ALTER TABLE "classifier_model" ALTER COLUMN "weights" SET STORAGE EXTERNAL;
CREATE UNIQUE INDEX "classifier_model_organization_id_facet_version_key" ON "classifier_model" ("organization_id", "facet", "version");
-- Of a facet one model answers and one at most is being fitted, whoever asks for it.
CREATE UNIQUE INDEX "classifier_model_live" ON "classifier_model" ("organization_id", "facet") WHERE "state" = 'live';
CREATE UNIQUE INDEX "classifier_model_fitting" ON "classifier_model" ("organization_id", "facet") WHERE "state" = 'fitting';

CREATE TABLE "classification" (
    "sequence_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "likeliest_id" UUID NOT NULL,
    "probability" DOUBLE PRECISION NOT NULL,
    "is_decided" BOOLEAN NOT NULL,
    "ranked" JSONB NOT NULL,
    "because" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,
    "true_category_id" UUID,
    "known_at" TIMESTAMPTZ(3),
    "known_by" "example_source",

    CONSTRAINT "classification_pkey" PRIMARY KEY ("sequence_id"),
    CONSTRAINT "classification_sequence_id_fkey" FOREIGN KEY ("sequence_id") REFERENCES "sequence" ("id")
);
CREATE INDEX "classification_organization_id_at_idx" ON "classification" ("organization_id", "at");
-- Live precision looks at the latest decided requests of which the right category is known.
CREATE INDEX "classification_known" ON "classification" ("model_id", "known_at") WHERE "is_decided" AND "known_at" IS NOT NULL;
-- What waits for a label.
CREATE INDEX "classification_undecided" ON "classification" ("organization_id", "sequence_id") WHERE NOT "is_decided" AND "known_at" IS NULL;

-- The classifier's row is its lock: whoever adds examples holds it until the commit, so that their numbers become
-- visible in their order and nobody who has read up to a number misses one below it.
CREATE FUNCTION lock_classifier(org uuid) RETURNS classifier LANGUAGE plpgsql AS $$
DECLARE
  found_row classifier;
BEGIN
  INSERT INTO classifier (organization_id) VALUES (org) ON CONFLICT DO NOTHING;
  SELECT * INTO found_row FROM classifier WHERE organization_id = org FOR UPDATE;
  RETURN found_row;
END
$$;

-- Examples and truths are a reason to look: at live precision, and at whether a fit is due. One at a time for each
-- organization, by the queue.
CREATE FUNCTION look_at_classifier(org uuid, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM graphile_worker.add_job('lookAtClassifier', json_build_object('organizationId', org),
    queue_name := 'classifier:' || org, job_key := 'classifier:' || org, run_at := at_now, max_attempts := 25);
END
$$;

-- The right category of requests, by a rep, by being completed, or picked by the customer: an example of it, and the
-- truth of what the classifier had said. Whoever knows better stands: a rep before a completion before a pick. Without
-- a category what was known is taken back. The requests are locked already.
CREATE FUNCTION take_labels(given jsonb, at_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
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
      INSERT INTO classifier_example (organization_id, number, category_id, text, source, weight, sequence_id, contact_id, by_id, at)
        VALUES (item.organization_id, taken, item.category_id, item.text, item.source, item.weight, item.sequence_id,
                item.contact_id, item.by_id, at_now);
    END IF;
    PERFORM look_at_classifier(item.organization_id, at_now);
  END LOOP;
END
$$;

-- Imported examples, all at once. A text that is known with that category adds nothing; an imported one that comes with
-- another category is labelled anew. Of a text given twice the later row stands.
CREATE FUNCTION import_examples(org uuid, texts text[], categories uuid[], importer uuid, at_now timestamptz)
  RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  earlier bigint := (lock_classifier(org)).last_number;
  added   int;
BEGIN
  WITH given AS (
    SELECT DISTINCT ON (t.text COLLATE "C") t.text, t.category_id, t.n
      FROM unnest(texts, categories) WITH ORDINALITY AS t (text, category_id, n) ORDER BY t.text COLLATE "C", t.n DESC
  ), fresh AS (
    SELECT g.text, g.category_id, row_number() OVER (ORDER BY g.n) AS nth FROM given g
      WHERE NOT EXISTS (SELECT 1 FROM classifier_example e WHERE e.organization_id = org AND md5(e.text) = md5(g.text)
        AND e.text = g.text AND e.category_id = g.category_id)
  ), outdated AS (
    DELETE FROM classifier_example e USING fresh f
      WHERE e.organization_id = org AND md5(e.text) = md5(f.text) AND e.text = f.text AND e.source = 'import'
  ), written AS (
    INSERT INTO classifier_example (organization_id, number, category_id, text, source, by_id, at)
      SELECT org, earlier + f.nth, f.category_id, f.text, 'import', importer, at_now FROM fresh f
      RETURNING 1
  )
  SELECT count(*) INTO added FROM written;
  IF added > 0 THEN
    UPDATE classifier SET stamp = stamp + 1, last_number = earlier + added WHERE organization_id = org;
    PERFORM look_at_classifier(org, at_now);
  END IF;
  RETURN added;
END
$$;

-- The row of the next version, which the job fits. Two who ask at once get the same one: the classifier's row is locked.
CREATE FUNCTION begin_fit(org uuid, why fit_reason, new_id uuid, asker uuid, at_now timestamptz) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  next_version int;
BEGIN
  PERFORM lock_classifier(org);
  SELECT version INTO next_version FROM classifier_model
    WHERE organization_id = org AND facet = 'category' AND state = 'fitting';
  IF next_version IS NULL THEN
    SELECT coalesce(max(version), 0) + 1 INTO next_version FROM classifier_model WHERE organization_id = org AND facet = 'category';
    INSERT INTO classifier_model (id, organization_id, version, state, reason, asked_by_id, started_at)
      VALUES (new_id, org, next_version, 'fitting', why, asker, at_now);
    UPDATE classifier SET stamp = stamp + 1 WHERE organization_id = org;
  END IF;
  PERFORM look_at_classifier(org, at_now);
  RETURN next_version;
END
$$;

-- Switches a version on. It learns what comes after its examples; what raised the threshold of the one before it is
-- past. Of versions that are long replaced only the figures are kept.
CREATE FUNCTION switch_model_on(org uuid, model uuid, at_now timestamptz) RETURNS void LANGUAGE sql AS $$
  UPDATE classifier_model SET state = 'replaced' WHERE organization_id = org AND facet = 'category' AND state = 'live';
  UPDATE classifier_model SET state = 'live', live_since = at_now, ended_at = at_now, progress = 1 WHERE id = model;
  UPDATE classifier SET stamp = stamp + 1, raised_at = NULL, raised_precision = NULL, raised_from = NULL, raised_to = NULL
    WHERE organization_id = org;
  UPDATE classifier_model SET weights = NULL WHERE weights IS NOT NULL AND id IN (
    SELECT id FROM classifier_model WHERE organization_id = org AND facet = 'category' AND state = 'replaced'
      ORDER BY version DESC OFFSET 5);
$$;

-- What came of a fit: switched on, or refused where it answers worse than its predecessor. Null where the fit was given
-- up meanwhile, or somebody else took it up again because this one was believed dead.
CREATE FUNCTION finish_fit(model uuid, attempt int, fitted jsonb, fitted_weights bytea, at_now timestamptz)
  RETURNS model_state LANGUAGE plpgsql AS $$
DECLARE
  org      uuid;
  is_worse boolean := (fitted #>> '{report,comparison,isWorse}')::boolean;
BEGIN
  SELECT organization_id INTO org FROM classifier_model WHERE id = model;
  PERFORM lock_classifier(org);
  UPDATE classifier_model SET
      example_count = (fitted ->> 'exampleCount')::int, up_to_number = (fitted ->> 'upToNumber')::bigint,
      learns_after = (fitted ->> 'upToNumber')::bigint, threshold = (fitted ->> 'threshold')::float,
      report = fitted -> 'report', format = (fitted ->> 'format')::int, progress = 1, ended_at = at_now,
      weights = CASE WHEN is_worse THEN NULL ELSE fitted_weights END, state = CASE WHEN is_worse THEN 'refused' ELSE state END
    WHERE id = model AND state = 'fitting' AND attempts = attempt;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  IF is_worse THEN
    UPDATE classifier SET stamp = stamp + 1 WHERE organization_id = org;
    RETURN 'refused';
  END IF;
  PERFORM switch_model_on(org, model, at_now);
  RETURN 'live';
END
$$;

-- An earlier version as a new one, which learns what comes from now on; null where it is not there or its weights are
-- not kept. A fit under way is given up: it would replace what was chosen.
CREATE FUNCTION restore_model(org uuid, earlier int, new_id uuid, asker uuid, at_now timestamptz) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  latest       bigint := (lock_classifier(org)).last_number;
  next_version int;
BEGIN
  SELECT max(version) + 1 INTO next_version FROM classifier_model WHERE organization_id = org AND facet = 'category';
  INSERT INTO classifier_model (id, organization_id, version, state, reason, example_count, up_to_number, learns_after,
                                weights, format, report, threshold, asked_by_id, started_at)
    SELECT new_id, org, next_version, 'replaced', 'roll_back', m.example_count, m.up_to_number, latest,
           m.weights, m.format, m.report, m.threshold, asker, at_now
      FROM classifier_model m
      WHERE m.organization_id = org AND m.facet = 'category' AND m.version = earlier AND m.state = 'replaced' AND m.weights IS NOT NULL;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  UPDATE classifier_model SET state = 'failed', ended_at = at_now
    WHERE organization_id = org AND facet = 'category' AND state = 'fitting';
  PERFORM switch_model_on(org, new_id, at_now);
  RETURN next_version;
END
$$;

-- As before (20261123000300_commit_changes), and besides what the classifier said of a request, and labels.
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
    INSERT INTO classification SELECT * FROM jsonb_populate_recordset(NULL::classification, changes -> 'classification')
      ON CONFLICT (sequence_id) DO UPDATE SET model_id = excluded.model_id, likeliest_id = excluded.likeliest_id,
          probability = excluded.probability, is_decided = excluded.is_decided, ranked = excluded.ranked,
          because = excluded.because, at = excluded.at
        WHERE NOT classification.is_decided;
  END IF;
  IF changes ? 'label' THEN
    PERFORM take_labels(changes -> 'label', (changes ->> 'at')::timestamptz);
  END IF;
END
$$;
