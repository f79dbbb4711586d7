import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withClient } from "../database/withClient";
import { embeddedDatabaseUrl } from "./postgresAccess";
import { postgresPlace } from "./postgresPlace";
import { type RunningPostgres, startPostgres } from "./startPostgres";

const CANARY = "canary-of-a-customer";
const folder = mkdtempSync(join(tmpdir(), "parley-log-"));
let postgres: RunningPostgres;

beforeAll(async () => {
  chmodSync(folder, 0o755);
  postgres = await startPostgres({ folder, owner: postgresPlace("test").owner });
}, 120_000);
afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true });
});

/** Each statement fails in the database with the canary among its values, as a fault of ours could. */
const FAULTS: [statement: string, values: unknown[]][] = [
  ["select $1::text", [`${CANARY}\0`]],
  ["select $1::jsonb", [`{"body": "${CANARY} \\u0000"}`]],
  ["select $1::jsonb", [`{"body": "${CANARY} \\ud83d"}`]],
  ["select jsonb_populate_record(null::person, $1::jsonb)", [JSON.stringify({ name: CANARY.repeat(9), age: 1e99 })]],
  ["insert into person values ($1, 1)", [CANARY]],
  ["insert into person values ($1, -1)", [`${CANARY}!`]],
  [`insert into person values ('${CANARY}', 2)`, []],
  ["select greets($1)", [CANARY]],
];

test("the database's log says what failed without any value", async () => {
  await withClient(embeddedDatabaseUrl(postgres.access, "postgres"), async (client) => {
    await client.query("create table person (name text primary key, age integer check (age > 0))");
    await client.query(
      "create function greets(name text) returns jsonb language plpgsql as $$ begin return ('{\"a\": \"' || name || '\\u0000\"}')::jsonb; end $$",
    );
    await client.query("insert into person values ($1, 1)", [CANARY]);
    for (const [statement, values] of FAULTS) await expect(client.query(statement, values)).rejects.toThrow();
  });
  const log = readFileSync(join(folder, "postgres.log"), "utf8");
  expect(log.match(/ERROR:/g)?.length).toBeGreaterThanOrEqual(FAULTS.length);
  expect(log).toContain("duplicate key value violates unique constraint");
  expect(log).not.toContain(CANARY);
});
