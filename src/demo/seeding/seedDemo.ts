import { Client, type ClientBase } from "pg";
import { DEMOS } from "./demos";
import { finishDemo } from "./finishDemo";
import { inTransaction } from "./founding/rows";
import { type DemoGiven, playDemo } from "./playDemo";

/** An arbitrary number. The second of two concurrent seeds waits for the first and then finds the work done. */
const SEED_LOCK = 5_620_117;

/**
 * Plays the demo organizations, concurrently, into a database that has no organization yet. Their widgets are written
 * last, which marks a demo as complete. An incomplete one is cleared, at once or by the next seed.
 *
 * @param tell called with the progress of each organization
 * @returns false if there is an organization already, and then nothing is changed
 */
export async function seedDemo(
  databaseUrl: string,
  given: DemoGiven,
  tell: (line: string) => void = () => undefined,
): Promise<boolean> {
  return onClient(databaseUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [SEED_LOCK]);
    if (await hasOrganization(client)) return false;
    await clearDemo(client);
    try {
      await finishDemo(client, await playSideBySide(databaseUrl, given, tell), given);
    } catch (error) {
      // If the database cannot be reached, the next seed clears it.
      await clearDemo(client).catch(() => undefined);
      throw error;
    }
    return true;
  });
}

/** Whether the database is still to be seeded: it has no organization except those of an interrupted seed. */
export function isDemoWanted(databaseUrl: string): Promise<boolean> {
  return onClient(databaseUrl, async (client) => !(await hasOrganization(client)));
}

/** Plays all organizations at once, each on its own connections: they share nothing. @throws the first failure */
async function playSideBySide(databaseUrl: string, given: DemoGiven, tell: (line: string) => void) {
  const stopping = new AbortController();
  const plays = DEMOS.map(async (demo) => {
    try {
      return await playDemo(demo, given, { databaseUrl, signal: stopping.signal, tell });
    } catch (error) {
      stopping.abort(error);
      throw error;
    }
  });
  // Wait for all to stop: nothing may be written after the caller has learned of a failure.
  await Promise.allSettled(plays);
  stopping.signal.throwIfAborted();
  return Promise.all(plays);
}

/** Whether the database has an organization other than those of an interrupted seed. */
async function hasOrganization(client: ClientBase): Promise<boolean> {
  const { rowCount } = await client.query(
    "select from organization o where not o.is_demo or exists (select from widget w where w.organization_id = o.id) limit 1",
  );
  return rowCount !== 0;
}

async function onClient<Result>(databaseUrl: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: databaseUrl, application_name: "parley seed" });
  // The next statement reports a connection that broke in between.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Deletes what an interrupted seed left. Only for a database without any other organization. */
async function clearDemo(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like '\\_%'`,
  );
  await inTransaction(client, async () => {
    await client.query(`truncate ${rows.map(({ name }) => name).join(", ")}`);
    await client.query("select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))");
  });
}
