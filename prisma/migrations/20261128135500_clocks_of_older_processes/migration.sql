-- While a new version is deployed, processes of the version before still write clocks, and know nothing of this column:
-- the writer then gives it no value. Nothing was counted before, which is what no value means.
ALTER TABLE "sla_clock" ALTER COLUMN "ran_ms" DROP NOT NULL;
