import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const sourcesOf = (room: string) =>
  readdirSync(room, { recursive: true, encoding: "utf8" }).map((path) => join(room, path));
const OWN_WORDS = /declined_at\W+is\W+null|from_at is not null\s+and (\w+\.)?until_at is null/i;

/** Copies drift: some had forgotten that a party who declined takes no part. */
test("only takesPartNow.ts says in SQL who takes part or is invited", () => {
  const sources = ["src/server", "scripts"].flatMap(sourcesOf).filter((path) => /(?<!\.test)\.(ts|sql)$/.test(path));
  const own = sources.filter((path) => OWN_WORDS.test(readFileSync(path, "utf8")));
  expect(sources.some((path) => path.endsWith("writer/sql/append_posted.sql"))).toBe(true);
  expect(own).toEqual(["src/server/pov/takesPartNow.ts"]);
});
