import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { testDatabase } from "@/testing/world/database";
import { describeSchema } from "./describeSchema";
import { runPrisma } from "./runPrisma";
import { withClient } from "./withClient";

const COMPARE_WITH_SCHEMA = [
  ...["migrate", "diff", "--script", "--from-config-datasource"],
  ...["--to-schema", "prisma/schema.prisma"],
];

// Functions, partial indexes and checks stand only in the migrations, so that this comparison does not cover them.
test("the deployed migrations make exactly the tables, columns and indexes of schema.prisma", async () => {
  const database = await testDatabase();
  const script = await runPrisma(COMPARE_WITH_SCHEMA, database.url);
  await database.drop();
  expect(script).toContain("-- This is an empty migration.");
});

test("the same comparison finds a column that the migrations lack", async () => {
  const database = await testDatabase();
  await withClient(database.url, (client) => client.query("alter table organization drop column slug"));
  const script = await runPrisma(COMPARE_WITH_SCHEMA, database.url);
  await database.drop();
  expect(script).toContain(`ADD COLUMN     "slug" TEXT NOT NULL`);
});

// After a migration run `npx vitest run scripts/database/schema.test.ts -u` to write it anew, and review the difference.
test("prisma/schema.sql shows what the migrations make, including functions, partial indexes and checks", async () => {
  const database = await testDatabase();
  const described = await describeSchema(database.url);
  await database.drop();
  await expect(described).toMatchFileSnapshot("../../prisma/schema.sql");
});

test("the schema engine belongs to the installed version of Prisma", () => {
  const manifest = (name: string): { version: string; dependencies: Record<string, string> } =>
    JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
  const engineOfPrisma = manifest("@prisma/engines").dependencies["@prisma/engines-version"];
  expect(manifest("@prisma/schema-engine-wasm").version).toBe(engineOfPrisma);
});
