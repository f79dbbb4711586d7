import { parseArgs } from "node:util";
import { Client } from "pg";
import { hashDemoPasswords } from "./seeding/hashDemoPasswords";
import { hasOrganization, seedDemo } from "./seeding/seedDemo";

const SEED = "parley";
const DEMO_PORT_DEFAULT = "3001";

const OPTIONS = { organizations: { type: "string" }, "without-examples": { type: "boolean", default: false } } as const;

/**
 * `node build/seed.js --organizations demo`: loads the demo into an empty database; in any other it does nothing.
 * With `--without-examples` its classifiers start empty.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.organizations !== "demo") throw new Error("Say which organizations to load: --organizations demo");
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error("DATABASE_URL is not set: the demo needs a database to be loaded into.");
  const client = new Client({ connectionString, application_name: "parley seed" });
  await client.connect();
  try {
    await seed(client, !values["without-examples"]);
  } finally {
    await client.end();
  }
}

async function seed(client: Client, hasExamples: boolean): Promise<void> {
  if (await hasOrganization(client)) return;
  say("Loading the demo organizations");
  const passwords = await hashDemoPasswords();
  const given = { now: new Date(), seed: SEED, widgetOrigins: demoOrigins(), hasExamples, ...passwords };
  await seedDemo(client, given, (line) => say(`  ${line}`));
}

/** Where the demo shop is served, by both names that browsers know this machine under. */
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
