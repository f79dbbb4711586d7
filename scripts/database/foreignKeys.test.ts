import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WRITER_SCHEMA } from "@/server/db/generated/writer";
import { LONG_STORY } from "@/testing/laws/histories";
import { playHistory } from "@/testing/laws/playHistory";
import { danglingPointers, POINTERS } from "@/testing/laws/pointers";
import { newStage, type Stage } from "@/testing/laws/stage";
import { openTestWorld } from "@/testing/world/openTestWorld";

/** Every uuid column whose name ends in `_id`, with the table that its foreign key names. */
const FOUND = `
  select c.relname as "table", a.attname as "column", k.confrelid::regclass::text as "to", k.convalidated as "isValidated",
    k.confdeltype::text || k.confupdtype::text as actions
  from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid = 'uuid'::regtype
    left join pg_constraint k on k.contype = 'f' and k.conrelid = c.oid and k.conkey = array[a.attnum]
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname like '%\\_id'
  order by 1, 2`;

const UNKNOWN = "00000000-0000-7000-8000-00000000dead";
const NEW = "00000000-0000-7000-8000-00000000beef";
const MIGRATION = "prisma/migrations/20261124000300_foreign_keys/migration.sql";
const FOREIGN_KEY_VIOLATION = "23503";

const world = await openTestWorld();
const { pool } = world.deps;
let stage: Stage;

beforeAll(async () => {
  stage = await newStage(1, world);
  expect(await playHistory(stage, LONG_STORY)).toBeGreaterThan(20);
});
afterAll(() => world.close());

type Found = { table: string; column: string; to: string | null; isValidated: boolean | null; actions: string | null };

async function found(): Promise<Found[]> {
  return (await pool.query<Found>(FOUND)).rows;
}

test("every column that holds another row's id has the key that `POINTERS` names, or its reason for none", async () => {
  const inDatabase: Record<string, Record<string, string | null>> = {};
  for (const { table, column, to } of await found()) inDatabase[table] = { ...inDatabase[table], [column]: to };
  const stated = Object.entries(POINTERS).map(([table, columns]) => [
    table,
    Object.fromEntries(Object.entries(columns).map(([column, to]) => [column, typeof to === "string" ? to : null])),
  ]);
  expect(inDatabase).toEqual(Object.fromEntries(stated));
});

test("all keys have been validated, and none deletes or changes anything by itself", async () => {
  const keys = (await found()).filter(({ to }) => to !== null);
  expect(keys.length).toBeGreaterThan(80);
  expect(keys.filter(({ isValidated, actions }) => !isValidated || actions !== "aa")).toEqual([]);
});

test("after a story by the commands, columns without a key point at rows that exist", async () => {
  expect(await danglingPointers(pool)).toEqual({});
});

/** Inserts one of the table's rows again, with other ids. */
const copyOf = (table: string, changed: Record<string, string>) =>
  `insert into ${table} select (jsonb_populate_record(t, '${JSON.stringify(changed)}')).* from ${table} t limit 1`;

test.each([
  ["a rep who is no party", "rep_party_id_fkey", copyOf("rep", { party_id: UNKNOWN, user_id: NEW })],
  ["a member of no team", "team_member_team_id_fkey", copyOf("team_member", { id: NEW, team_id: UNKNOWN })],
  ["a category under none", "category_parent_id_fkey", copyOf("category", { id: NEW, parent_id: UNKNOWN })],
  ["a session of no user", "user_session_user_id_fkey", copyOf("user_session", { id: NEW, user_id: UNKNOWN })],
  [
    "a part in nothing",
    "participation_interaction_id_fkey",
    copyOf("participation", { id: NEW, interaction_id: UNKNOWN }),
  ],
  [
    "earlier words of no message",
    "message_revision_message_id_fkey",
    copyOf("message_revision", { message_id: UNKNOWN }),
  ],
  ["an answer to no contact", "answered_contact_contact_id_fkey", copyOf("answered_contact", { contact_id: UNKNOWN })],
  [
    "a rep who goes from their request",
    "request_assigned_to_id_fkey",
    `update request set assigned_to_id = '${UNKNOWN}'`,
  ],
  ["a contact who goes from their past", "request_contact_id_fkey", "delete from contact"],
])("%s is refused", async (_what, constraint, statement) => {
  await expect(pool.query(statement)).rejects.toMatchObject({ code: FOREIGN_KEY_VIOLATION, constraint });
});

test("commit_changes is refused as a whole when one of its rows points at nothing", async () => {
  const { rows } = await pool.query("select to_jsonb(s) as row from sequence s limit 1");
  const changes = {
    at: world.clock.now(),
    organizationId: stage.cast.house.id,
    sequence: [{ ...rows[0]?.row, id: NEW, reference: "new" }],
    clocks: [
      {
        id: NEW,
        sequence_id: UNKNOWN,
        organization_id: stage.cast.house.id,
        metric: "pick_up",
        instance: 1,
        budget_ms: 1,
        started_at: world.clock.now(),
      },
    ],
  };
  await expect(
    pool.query(`select ${WRITER_SCHEMA}.commit_changes($1::jsonb)`, [JSON.stringify(changes)]),
  ).rejects.toMatchObject({
    constraint: "sla_clock_sequence_id_fkey",
  });
  expect((await pool.query("select from sequence where id = $1", [NEW])).rowCount).toBe(0);
});

test("a database with a dangling pointer is refused, guarded from then on, and migrated once it is mended", async () => {
  const migration = readFileSync(MIGRATION, "utf8");
  const client = await pool.connect();
  await client.query("set statement_timeout = 0");
  await client.query("alter table rating drop constraint rating_contact_id_fkey, drop constraint rating_rep_id_fkey");
  await client.query(
    `update rating set rep_id = '${UNKNOWN}' where sequence_id = (select min(sequence_id::text)::uuid from rating)`,
  );
  await expect(client.query(migration)).rejects.toMatchObject({ constraint: "rating_rep_id_fkey" });
  await expect(client.query(`update rating set contact_id = '${UNKNOWN}'`)).rejects.toMatchObject({
    constraint: "rating_contact_id_fkey",
  });
  await client.query(`update rating set rep_id = null where rep_id = '${UNKNOWN}'`);
  await client.query(migration);
  client.release(true);
  expect((await found()).filter(({ isValidated }) => isValidated === false)).toEqual([]);
});
