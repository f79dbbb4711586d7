-- When a session was last seen (a stream of it open, or a call of it), and since when it has a stream; written in
-- batches by each process, never by each stream.
ALTER TABLE "user_session"
  ADD COLUMN "seen_at" TIMESTAMPTZ(3),
  ADD COLUMN "streamed_at" TIMESTAMPTZ(3);
CREATE INDEX "user_session_rep_id_idx" ON "user_session"("rep_id");

-- How long a rep on duty may be out of sight. Less than a minute would take beats that come late for absences.
ALTER TABLE "organization" ADD COLUMN "unseen_away_after_ms" BIGINT NOT NULL DEFAULT 120000;
ALTER TABLE "organization" ADD CONSTRAINT "organization_unseen_away_after"
  CHECK ("unseen_away_after_ms" BETWEEN 60000 AND 86400000);

-- What becomes of the requests of a rep who is taken off duty: "keep", or "hand_back" what nobody answered.
ALTER TABLE "team" ADD COLUMN "on_absence" TEXT NOT NULL DEFAULT 'keep';
ALTER TABLE "team" ADD CONSTRAINT "team_on_absence" CHECK ("on_absence" IN ('keep', 'hand_back'));

-- One row while anybody watches: processes that serve streams beat into it. Who was not seen while nobody watched was
-- not away.
CREATE TABLE "presence_watch" (
  "id" INTEGER NOT NULL DEFAULT 1,
  "watching_since" TIMESTAMPTZ(3) NOT NULL,
  "beat_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "presence_watch_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "presence_watch_one" CHECK ("id" = 1)
);

CREATE TABLE "automatic_absence" (
  "id" UUID NOT NULL,
  "organization_id" UUID NOT NULL,
  "rep_id" UUID NOT NULL,
  "cause" TEXT NOT NULL,
  "availability_before" "availability" NOT NULL,
  "last_seen_at" TIMESTAMPTZ(3),
  "began_at" TIMESTAMPTZ(3) NOT NULL,
  "ended_at" TIMESTAMPTZ(3),
  CONSTRAINT "automatic_absence_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "automatic_absence_cause" CHECK ("cause" IN ('unseen', 'signed_out')),
  CONSTRAINT "automatic_absence_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "automatic_absence_rep_id_fkey" FOREIGN KEY ("rep_id") REFERENCES "rep"("party_id") ON DELETE NO ACTION ON UPDATE NO ACTION
);
CREATE INDEX "automatic_absence_organization_id_began_at_idx" ON "automatic_absence"("organization_id", "began_at");
-- A rep is in one absence at a time; the schema language knows no partial index.
CREATE UNIQUE INDEX "automatic_absence_open" ON "automatic_absence"("rep_id") WHERE "ended_at" IS NULL;
