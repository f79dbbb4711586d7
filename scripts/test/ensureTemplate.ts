import { type Client, escapeIdentifier, escapeLiteral } from "pg";
import { contentHash } from "../bundle/stamp";
import { migrateDatabase } from "../database/migrateDatabase";
import { withClient } from "../database/withClient";
import { isProcessAlive } from "../launch/isProcessAlive";

/** The database that src/testing/world/database.ts copies for every test file. */
export const TEMPLATE_DATABASE = "parley_template";
const TEMPLATE_SOURCES = [
  "prisma/migrations",
  "src/server/writer",
  "scripts/database/compileWriter.ts",
  "package-lock.json",
];
const NEXT_TEMPLATE = "parley_template_next";
/** An arbitrary number, the same in all processes: one process at a time looks at the template. */
const TEMPLATE_LOCK = 7_240_311;
/** Names by src/testing/world/database.ts contain the number of the process that made the database. */
const TEST_DATABASE_NAME = /^parley_test_(\d+)_/;

/**
 * Makes the migrated template if it is missing, or if the migrations or the writer changed. Otherwise it costs one
 * query. It also drops databases that killed test runs left.
 */
export async function ensureTemplate(maintenanceUrl: string): Promise<void> {
  await withClient(maintenanceUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    await dropLeftDatabases(client);
    const wanted = contentHash(TEMPLATE_SOURCES);
    if ((await templateHash(client)) === wanted) return;
    await makeTemplate(client, maintenanceUrl);
    await client.query(`comment on database ${TEMPLATE_DATABASE} is ${escapeLiteral(wanted)}`);
  });
}

/** Migrates under another name and renames, so that a failed migration leaves no half template. */
async function makeTemplate(client: Client, maintenanceUrl: string): Promise<void> {
  await client.query(`drop database if exists ${NEXT_TEMPLATE} with (force)`);
  await client.query(`create database ${NEXT_TEMPLATE}`);
  const url = new URL(maintenanceUrl);
  url.pathname = `/${NEXT_TEMPLATE}`;
  await migrateDatabase(url.href);
  await client.query(`drop database if exists ${TEMPLATE_DATABASE} with (force)`);
  await client.query(`alter database ${NEXT_TEMPLATE} rename to ${TEMPLATE_DATABASE}`);
}

async function templateHash(client: Client): Promise<string | undefined> {
  const { rows } = await client.query<{ hash: string | null }>(
    "select shobj_description(oid, 'pg_database') as hash from pg_database where datname = $1",
    [TEMPLATE_DATABASE],
  );
  return rows[0]?.hash ?? undefined;
}

async function dropLeftDatabases(client: Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>("select datname from pg_database");
  for (const { datname } of rows) {
    const maker = TEST_DATABASE_NAME.exec(datname)?.[1];
    if (maker && !isProcessAlive(Number(maker))) {
      await client.query(`drop database if exists ${escapeIdentifier(datname)} with (force)`);
    }
  }
}
