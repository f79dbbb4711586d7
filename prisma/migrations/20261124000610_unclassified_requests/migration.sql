-- Requests without a category, newest first: those of them that were never classified wait for a label, too, so that an
-- organization without a model can label what it has. Where a category is set, the row leaves the index.
CREATE INDEX sequence_without_category ON sequence (organization_id, id) WHERE category_id IS NULL AND merged_into_id IS NULL;
