import { expect, test } from "vitest";
import { WRITER_SCHEMA } from "@/server/db/generated/writer";
import { COLUMNS } from "@/server/writer/columns";
import { PARTS } from "@/server/writer/parts";
import { testDatabase } from "@/testing/world/database";
import { compileWriter } from "./compileWriter";
import { deployWriter } from "./deployWriter";
import { withClient } from "./withClient";

const database = await testDatabase();
const query = <Row extends object>(text: string, values: unknown[] = []) =>
  withClient(database.url, async (client) => (await client.query<Row>(text, values)).rows);

const schemas = async () =>
  (await query<{ name: string }>("select nspname as name from pg_namespace where nspname like 'writer\\_%'")).map(
    ({ name }) => name,
  );

test("processes of this version call the functions that it deploys", () => {
  expect(WRITER_SCHEMA).toBe(compileWriter().schema);
});

test.each(Object.entries(COLUMNS))("the columns of %s are listed as the database has them", async (table, lists) => {
  const found = await query<{ name: string; needed: boolean }>(
    `select column_name as name, is_nullable = 'NO' and column_default is null as needed
       from information_schema.columns where table_schema = 'public' and table_name = $1`,
    [table],
  );
  const names = found.map(({ name }) => name);
  expect([...lists.insert, ...lists.defaults].toSorted()).toEqual(names.toSorted());
  expect(names).toEqual(expect.arrayContaining([...lists.patch]));
  const needed = found.filter((column) => column.needed).map(({ name }) => name);
  expect(lists.insert).toEqual(expect.arrayContaining(needed));
});

test("each part of a change has its function, and every other function is called by one of these", async () => {
  const functions = await query<{ name: string; of_a_part: boolean; body: string }>(
    `select proname as name, prosrc as body,
            proargtypes = array['jsonb'::regtype, 'timestamptz'::regtype]::oidvector as of_a_part
       from pg_proc where pronamespace = $1::regnamespace`,
    [WRITER_SCHEMA],
  );
  const ofParts = functions.filter(({ name }) => Object.values(PARTS).includes(name));
  expect(ofParts.map(({ name }) => name).toSorted()).toEqual(Object.values(PARTS).toSorted());
  expect(ofParts.every(({ of_a_part }) => of_a_part)).toBe(true);
  const uncalled = functions.filter(
    ({ name }) => !functions.some(({ body }) => body.includes(`${WRITER_SCHEMA}.${name}(`)),
  );
  expect(uncalled.map(({ name }) => name)).toEqual(["commit_changes"]);
});

test("a deploy keeps the functions of another version, and drops those that nobody has used for two weeks", async () => {
  const { schema, sql } = compileWriter();
  const other = { schema: "writer_of_another", sql: sql.replaceAll(schema, "writer_of_another") };
  await deployWriter(database.url, other);
  await deployWriter(database.url);
  expect((await schemas()).toSorted()).toEqual([WRITER_SCHEMA, "writer_of_another"].toSorted());

  await query("update writer_version set used_at = now() - interval '13 days'");
  await deployWriter(database.url);
  expect(await schemas()).toContain("writer_of_another");
  await query("update writer_version set used_at = now() - interval '15 days'");
  await deployWriter(database.url);
  expect(await schemas()).toEqual([WRITER_SCHEMA]);
});

test("two deploys at once create the functions once", async () => {
  const { schema, sql } = compileWriter();
  const next = { schema: "writer_at_once", sql: sql.replaceAll(schema, "writer_at_once") };
  await Promise.all([deployWriter(database.url, next), deployWriter(database.url, next)]);
  expect(await schemas()).toContain("writer_at_once");
});
