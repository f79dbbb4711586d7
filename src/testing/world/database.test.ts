import { Client } from "pg";
import { expect, test } from "vitest";
import { testDatabase } from "./database";

test("two test databases have the migrated tables and share no rows", async () => {
  const [one, other] = [await testDatabase(), await testDatabase()];
  await query(one.url, "create table only_here (id int)");
  expect(await query(one.url, "select to_regclass('only_here')::text as name")).toEqual([{ name: "only_here" }]);
  expect(await query(other.url, "select to_regclass('only_here')::text as name")).toEqual([{ name: null }]);
  expect(await query(other.url, "select to_regclass('conversation')::text as name")).toEqual([
    { name: "conversation" },
  ]);
  await Promise.all([one.drop(), other.drop()]);
});

test("a dropped test database is gone even while a connection to it is open", async () => {
  const database = await testDatabase();
  const client = new Client({ connectionString: database.url });
  client.on("error", () => undefined);
  await client.connect();
  await database.drop();
  await expect(query(database.url, "select 1")).rejects.toMatchObject({ code: "3D000" });
});

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}
