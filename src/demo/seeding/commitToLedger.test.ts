import { Client } from "pg";
import { expect, test } from "vitest";
import { WRITER_SCHEMA } from "@/server/db/generated/writer";
import { testDatabase } from "@/testing/world/database";
import { bank } from "../organizations/bank";
import { bankScenarios } from "../texts/bankScenarios";
import { buildStructure } from "./buildStructure";
import { newDesk } from "./desk";
import { insertRows } from "./insertRows";
import type { TableRows } from "./ledger";
import { playStories } from "./playStories";
import { rowsOf } from "./rowsOf";
import { seededIds } from "./seededIds";
import { seededRandom } from "./seededRandom";

const FIRST_MS = Date.parse("2026-11-12T08:00:00Z");
const LAST_MS = Date.parse("2026-11-20T12:00:00Z");
const BETWEEN_MS = 17 * 60_000;
const STORIES = 120;
const CREATED_AT = new Date("2026-11-01T00:00:00Z");

const WRITTEN_BY_COMMANDS = [
  "conversation",
  "sequence",
  "interaction",
  "participation",
  "message",
  "request",
  "sla_clock",
  "sla_pause",
  "routing_decision",
  "rating",
  "rep_pace",
  "answered_contact",
  "pov_list",
  "pov_entry",
];

test("the ledger holds what commit_changes leaves of the same changes, in every table", async () => {
  const { structure, changes, rows } = playedStories();
  const committed = await onTestDatabase(async (client) => {
    await inOneTransaction(client, { ...structure.rows, rep_load: [...structure.loads] });
    await client.query("update rep_load set availability = 'available'");
    for (const each of changes) {
      const { rows: outcomes } = await client.query(`select ${WRITER_SCHEMA}.commit_changes($1::jsonb) as outcome`, [
        each,
      ]);
      expect(outcomes[0]?.outcome.outcome).toBe("committed");
    }
    return fingerprints(client);
  });
  const seeded = await onTestDatabase(async (client) => {
    await inOneTransaction(client, rows);
    return fingerprints(client);
  });
  expect(changes.length).toBeGreaterThan(STORIES * 5);
  expect(committed).toEqual(seeded);
}, 120_000);

function playedStories() {
  const random = seededRandom("twin");
  const ids = seededIds(random);
  const structure = buildStructure(bank, {
    now: new Date(LAST_MS),
    createdAt: CREATED_AT,
    newId: () => ids(CREATED_AT.getTime()),
    widgetOrigins: [],
    passwordHashes: new Map(),
    lockedHash: "locked",
  });
  const changes: string[] = [];
  // The rows of a change are written on by later ones: as text they stay what they were.
  const desk = newDesk(structure, random, ids, (each) => changes.push(JSON.stringify(each)));
  for (const [index, scenario] of random.shuffled(bankScenarios).slice(0, STORIES).entries()) {
    desk.agenda.add(FIRST_MS + index * BETWEEN_MS, { kind: "arrive", scenario });
  }
  playStories(desk, LAST_MS);
  return { structure, changes, rows: rowsOf(desk) };
}

async function onTestDatabase<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
  const database = await testDatabase();
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
    await database.drop();
  }
}

async function fingerprints(client: Client): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const table of WRITTEN_BY_COMMANDS) {
    const { rows } = await client.query(
      `select count(*) || ' ' || md5(coalesce(string_agg(line, '|' order by line), '')) as hash
       from (select t::text as line from ${table} t) lines`,
    );
    found[table] = rows[0]?.hash;
  }
  const { rows } = await client.query("select rep_id, used, last_offered_at from rep_load order by rep_id");
  return { ...found, rep_load: JSON.stringify(rows) };
}

/** An organization and its calendar point at each other. */
async function inOneTransaction(client: Client, rows: TableRows): Promise<void> {
  await client.query("begin");
  await insertRows(client, rows);
  await client.query("commit");
}
