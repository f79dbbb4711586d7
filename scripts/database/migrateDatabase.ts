import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runMigrations } from "graphile-worker";
import { deployWriter } from "./deployWriter";
import { runPrisma } from "./runPrisma";
import { withClient } from "./withClient";

const MIGRATIONS_FOLDER = "prisma/migrations";

/**
 * Brings a database up to date: first the migrations of the job queue, because ours add jobs, then ours, then the functions
 * of this version's writer. If nothing is missing, each costs one query.
 */
export async function migrateDatabase(databaseUrl: string): Promise<void> {
  await runMigrations({ connectionString: databaseUrl });
  if (!(await hasAllMigrations(databaseUrl))) {
    await forgetBrokenOff(databaseUrl);
    await runPrisma(["migrate", "deploy"], databaseUrl);
  }
  await deployWriter(databaseUrl);
}

/**
 * Marks migrations that were broken off as rolled back, since Prisma would refuse every later one. A migration is a
 * transaction: one that was cut short, as by a killed PostgreSQL, left nothing but its mark. `foreign_keys` is two
 * transactions, and its first can run again: it adds only what is missing.
 */
async function forgetBrokenOff(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    const table = await client.query("select to_regclass('public._prisma_migrations') as name");
    if (table.rows[0]?.name === null) return;
    await client.query(
      "update public._prisma_migrations set rolled_back_at = now() where finished_at is null and rolled_back_at is null",
    );
  });
}

/** The migrations in order, each with the hash by which Prisma knows it. */
function migrationsOnDisk(): { name: string; checksum: string }[] {
  return readdirSync(MIGRATIONS_FOLDER)
    .filter((name) => existsSync(join(MIGRATIONS_FOLDER, name, "migration.sql")))
    .sort()
    .map((name) => ({ name, checksum: checksumOf(join(MIGRATIONS_FOLDER, name, "migration.sql")) }));
}

function checksumOf(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

async function hasAllMigrations(databaseUrl: string): Promise<boolean> {
  const applied = await withClient(databaseUrl, async (client) => {
    const table = await client.query("select to_regclass('public._prisma_migrations') as name");
    if (table.rows[0]?.name === null) return [];
    const { rows } = await client.query<{ migration_name: string; checksum: string }>(
      "select migration_name, checksum from public._prisma_migrations where finished_at is not null and rolled_back_at is null",
    );
    return rows.map((row) => `${row.migration_name} ${row.checksum}`);
  });
  return migrationsOnDisk().every(({ name, checksum }) => applied.includes(`${name} ${checksum}`));
}
