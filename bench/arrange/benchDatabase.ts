import { escapeIdentifier } from "pg";
import { migrateDatabase } from "../../scripts/database/migrateDatabase";
import { withClient } from "../../scripts/database/withClient";
import { isProcessAlive } from "../../scripts/launch/isProcessAlive";
import { ensureTestPostgres } from "../../scripts/test/testPostgres";

/** A name holds the id of its process, so that the next run can drop what a killed run left behind. */
const BENCH_DATABASE_NAME = /^parley_bench_(\d+)_/;

/** A migrated, empty database for one part of the benchmark. */
export interface BenchDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/**
 * The URL of the PostgreSQL server to measure on: that of DATABASE_URL or PARLEY_TEST_DATABASE_URL, else the embedded
 * one of the tests, which it starts. The benchmark makes and drops only its own databases there.
 */
export async function benchServerUrl(): Promise<string> {
  return process.env.DATABASE_URL ?? (await ensureTestPostgres());
}

/** Makes a migrated database on the server, and drops those that killed runs left behind. */
export async function makeBenchDatabase(serverUrl: string, part: string): Promise<BenchDatabase> {
  const name = `parley_bench_${process.pid}_${part}`;
  await withClient(serverUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>("select datname from pg_database");
    for (const { datname } of rows.filter((row) => isLeft(row.datname))) {
      await client.query(`drop database if exists ${escapeIdentifier(datname)} with (force)`);
    }
    await client.query(`create database ${escapeIdentifier(name)}`);
  });
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await migrateDatabase(url.href);
  const drop = () =>
    withClient(serverUrl, async (client) => {
      await client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`);
    });
  return { url: url.href, drop };
}

function isLeft(name: string): boolean {
  const maker = BENCH_DATABASE_NAME.exec(name)?.[1];
  return maker !== undefined && !isProcessAlive(Number(maker));
}
