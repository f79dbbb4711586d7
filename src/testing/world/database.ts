import { Client, escapeIdentifier } from "pg";

/** The name of the migrated database that scripts/test/ensureTemplate.ts makes under the same name. */
const TEMPLATE_DATABASE = "parley_template";

/** A migrated, empty database for one test file. */
export interface TestDatabase {
  readonly url: string;
  /** Ends all connections to it and drops it. */
  drop(): Promise<void>;
}

let databasesMade = 0;

/**
 * Copies the migrated template into a new database. The Vitest set-up provides PARLEY_TEST_DATABASE_URL. The name holds
 * the process id, by which the next run recognises and drops the databases of a killed run.
 */
export async function testDatabase(): Promise<TestDatabase> {
  databasesMade += 1;
  const name = `parley_test_${process.pid}_${databasesMade}`;
  await onTestServer(`drop database if exists ${escapeIdentifier(name)} with (force)`);
  await onTestServer(`create database ${escapeIdentifier(name)} template ${TEMPLATE_DATABASE}`);
  return { url: databaseUrl(name), drop: () => onTestServer(`drop database ${escapeIdentifier(name)} with (force)`) };
}

async function onTestServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: testServerUrl().href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function databaseUrl(name: string): string {
  const url = testServerUrl();
  url.pathname = `/${name}`;
  return url.href;
}

function testServerUrl(): URL {
  const url = process.env.PARLEY_TEST_DATABASE_URL;
  if (!url) throw new Error("PARLEY_TEST_DATABASE_URL is not set: run the tests by npm test or npx vitest run.");
  return new URL(url);
}
