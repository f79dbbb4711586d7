import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** The files that write configuration in another way. */
const OTHERS = [
  "src/server/organization/commands/setUpOrganization.ts", // No process knows a configuration of a new organization.
  "src/server/settings/commands/changeConfiguration.ts", // Raises the version.
];
/** A write by Prisma to what `configurations` reads. */
const CONFIGURATION_WRITE =
  /\.(?:organization|team|category|slaPolicy|slaTarget|calendar|calendarVersion)\s*\.(?:create|update|upsert|delete)\w*\(/;

const isPast = (source: string) => CONFIGURATION_WRITE.test(source) && !source.includes("changeConfiguration(");

test("configuration is changed within changeConfiguration, which writes the act and raises the version", () => {
  const files = readdirSync("src/server", { recursive: true, encoding: "utf8" })
    .map((path) => `src/server/${path}`)
    .filter((path) => path.endsWith(".ts") && !/[.]test[.]ts$|^src.server.db.generated/.test(path));
  expect(files.filter((path) => isPast(readFileSync(path, "utf8"))).toSorted()).toEqual(OTHERS);
});

test.each([
  ["a write in one line", "await deps.prisma.team.update({ where, data });", true],
  ["a chain of lines", "prisma.category\n  .createMany({ data })", true],
  ["a read", "await prisma.team.findMany({ where });", false],
  ["a write within a change", "changeConfiguration(pov, (tx) => tx.prisma.team.update({ where, data }), deps)", false],
])("%s is judged rightly", (_, source, past) => {
  expect(isPast(source)).toBe(past);
});
