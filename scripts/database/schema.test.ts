import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { testDatabase } from "@/testing/database";
import { runPrisma } from "./runPrisma";

test("the deployed migrations make exactly the tables, columns and indexes of schema.prisma", async () => {
  const database = await testDatabase();
  const script = await runPrisma(
    ["migrate", "diff", "--from-config-datasource", "--to-schema", "prisma/schema.prisma", "--script"],
    database.url,
  );
  await database.drop();
  expect(script.trim()).toBe("-- This is an empty migration.");
});

test("the schema engine belongs to the installed version of Prisma", () => {
  const manifest = (name: string): { version: string; dependencies: Record<string, string> } =>
    JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
  const engineOfPrisma = manifest("@prisma/engines").dependencies["@prisma/engines-version"];
  expect(manifest("@prisma/schema-engine-wasm").version).toBe(engineOfPrisma);
});
