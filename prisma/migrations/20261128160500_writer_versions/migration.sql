-- The writer's functions stand in a schema for each version (src/server/writer/sql), so that two versions write side by
-- side during a deploy. This table says when each was last in use; those that nobody uses any more are dropped.
CREATE TABLE "writer_version" (
  "schema_name" TEXT NOT NULL PRIMARY KEY,
  "used_at" TIMESTAMPTZ(3) NOT NULL
);
