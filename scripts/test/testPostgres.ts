import { withClient } from "../database/withClient";
import { dataFolder } from "../postgres/initializeCluster";
import { embeddedDatabaseUrl, readPostgresAccess } from "../postgres/postgresAccess";
import { postgresPlace } from "../postgres/postgresPlace";
import { postmasterPid, stopPostmaster } from "../postgres/postmaster";
import { answersQueries, startPostgres } from "../postgres/startPostgres";
import { ensureTemplate } from "./ensureTemplate";
import { withFileLock } from "./withFileLock";

const START_LOCK = ".cache/test-postgres.lock";

/**
 * Provides the PostgreSQL for the databases of tests, with the migrated template, and returns its address.
 * PARLEY_TEST_DATABASE_URL overrides the embedded one. The embedded one goes on running, and the next run uses it
 * again.
 */
export async function ensureTestPostgres(): Promise<string> {
  const url = process.env.PARLEY_TEST_DATABASE_URL ?? (await withFileLock(START_LOCK, startOrReuse));
  await ensureTemplate(url);
  return url;
}

/** Stops the embedded test PostgreSQL, unless another test run is using it. */
export async function stopTestPostgresIfIdle(): Promise<void> {
  const { folder } = postgresPlace("test");
  const access = readPostgresAccess(folder);
  const data = dataFolder({ folder, owner: undefined });
  const pid = postmasterPid(data);
  if (!access || !pid || (await hasOtherClients(embeddedDatabaseUrl(access, "postgres")))) return;
  await stopPostmaster(pid, data);
}

async function startOrReuse(): Promise<string> {
  const place = postgresPlace("test");
  const known = readPostgresAccess(place.folder);
  if (known && (await answersQueries(known))) return embeddedDatabaseUrl(known, "postgres");
  const { access } = await startPostgres(place);
  return embeddedDatabaseUrl(access, "postgres");
}

function hasOtherClients(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rowCount } = await client.query(
      "select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    );
    return rowCount !== 0;
  });
}
