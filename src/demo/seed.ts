import { parseArgs } from "node:util";
import { hashDemoPasswords } from "./seeding/hashDemoPasswords";
import { isDemoWanted, seedDemo } from "./seeding/seedDemo";

const SEED = "parley";
const PAST_DAYS = 60;
const DEMO_PORT_DEFAULT = "3001";

const OPTIONS = { organizations: { type: "string" }, "without-examples": { type: "boolean", default: false } } as const;

/**
 * `node build/seed.js --organizations demo` plays the demo into an empty database, and does nothing in any other.
 * With `--without-examples` the classifiers begin without examples.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.organizations !== "demo") throw new Error("Name the organizations to load: --organizations demo");
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) throw new Error("DATABASE_URL is not set: the demo needs a database to be loaded into.");
  if (!(await isDemoWanted(databaseUrl))) return;
  say("Playing the demo organizations; this takes about a minute, once");
  const passwords = await hashDemoPasswords();
  const hasExamples = !values["without-examples"];
  const given = { now: new Date(), seed: SEED, pastDays: PAST_DAYS, widgetOrigins: demoOrigins(), ...passwords };
  await seedDemo(databaseUrl, { ...given, hasExamples }, (line) => say(`  ${line}`));
}

/** The origins of the demo shop, under both names of this machine. */
function demoOrigins(): string[] {
  const port = process.env.DEMO_PORT ?? DEMO_PORT_DEFAULT;
  return [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`The demo could not be loaded: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
