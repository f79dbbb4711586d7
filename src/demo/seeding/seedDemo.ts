import type { ClientBase } from "pg";
import { type DemoGiven, demoRows } from "./demoRows";
import { insertExamples } from "./insertExamples";
import { insertRows } from "./insertRows";
import { insertTimers } from "./insertTimers";

/** Any number, the same for all: of two seeds at once, one waits and then finds the work done. */
const SEED_LOCK = 5_620_117;

/**
 * Writes the demo organizations into a database that has no organization yet, in one transaction: whoever stops it in
 * the middle leaves an empty database.
 *
 * @param tell is told each organization that is written
 * @returns false where there is an organization already; nothing is changed then
 */
export async function seedDemo(
  client: ClientBase,
  given: DemoGiven,
  tell: (line: string) => void = () => undefined,
): Promise<boolean> {
  await client.query("begin");
  try {
    const isSeeded = await writeDemo(client, given, tell);
    await client.query("commit");
    return isSeeded;
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

async function writeDemo(client: ClientBase, given: DemoGiven, tell: (line: string) => void): Promise<boolean> {
  await client.query("select pg_advisory_xact_lock($1)", [SEED_LOCK]);
  if (await hasOrganization(client)) return false;
  for (const { name, rows, examples } of demoRows(given)) {
    await insertRows(client, rows);
    await insertTimers(client, rows.request ?? []);
    if (given.hasExamples) await insertExamples(client, examples);
    tell(`${name}: ${rows.sequence?.length ?? 0} conversations, ${rows.message?.length ?? 0} messages`);
  }
  return true;
}

/** Whether the database has an organization: then it is somebody's, and the demo stays out of it. */
export async function hasOrganization(client: ClientBase): Promise<boolean> {
  const { rowCount } = await client.query("select from organization limit 1");
  return rowCount !== 0;
}
