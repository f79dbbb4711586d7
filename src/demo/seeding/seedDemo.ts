import { Client, type ClientBase } from "pg";
import { DEMOS } from "./demos";
import { finishDemo } from "./finishDemo";
import { inTransaction } from "./founding/rows";
import { type DemoGiven, playDemo } from "./playDemo";

/** Any number, the same for all: of two seeds at once, one waits and then finds the work done. */
const SEED_LOCK = 5_620_117;

/**
 * Plays the demo organizations into a database that has no organization yet, side by side. Their widgets are put up
 * last, so that a demo that was cut short is known: it is cleared away, at once or by the next seed.
 *
 * @param tell is told how far each organization has come
 * @returns false where there is an organization already; nothing is changed then
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
      // Where the database is away, the next seed does it.
      await clearDemo(client).catch(() => undefined);
      throw error;
    }
    return true;
  });
}

/** Whether the database is still to be seeded: it has no organization but what a seed left that was cut short. */
export function isDemoWanted(databaseUrl: string): Promise<boolean> {
  return onClient(databaseUrl, async (client) => !(await hasOrganization(client)));
}

/** All organizations, each on connections of its own: their stories do not touch. */
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
  // Nothing may be written any more once the first has failed.
  await Promise.allSettled(plays);
  stopping.signal.throwIfAborted();
  return Promise.all(plays);
}

/** Whether the database has an organization that is somebody's, or a whole demo: then the seed stays out of it. */
async function hasOrganization(client: ClientBase): Promise<boolean> {
  const { rowCount } = await client.query(
    "select from organization o where not o.is_demo or exists (select from widget w where w.organization_id = o.id) limit 1",
  );
  return rowCount !== 0;
}

async function onClient<Result>(databaseUrl: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: databaseUrl, application_name: "parley seed" });
  // What breaks while nobody waits for an answer is told by the statement that follows.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Takes away what a seed left that was cut short. Only for a database without any other organization. */
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
