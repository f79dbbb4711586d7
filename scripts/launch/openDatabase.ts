import { checkExternalDatabase } from "../database/checkExternalDatabase";
import { ensureDatabase } from "../database/ensureDatabase";
import { embeddedDatabaseUrl } from "../postgres/postgresAccess";
import { postgresPlace } from "../postgres/postgresPlace";
import { keepPostgres } from "../postgres/startPostgres";
import { outlivingRestarts } from "./keeping/outlivingRestarts";
import { step } from "./step";

const DATABASE = "parley";

/** The database of one run of Parley. */
export interface OpenDatabase {
  readonly url: string;
  /** Only the clone's own database gets the demo. The one of DATABASE_URL is never seeded. */
  readonly isEmbedded: boolean;
  /** Resolves with a sentence when an embedded PostgreSQL is given up; never for an external one. */
  readonly givenUp: Promise<string>;
  /** Does the work, and repeats it if an embedded PostgreSQL ended meanwhile and is back. */
  outliving<Result>(work: () => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** Opens the database of DATABASE_URL if that is set. Otherwise starts the embedded one. */
export async function openDatabase(): Promise<OpenDatabase> {
  const externalUrl = process.env.DATABASE_URL;
  return externalUrl ? openExternal(externalUrl) : step("Starting PostgreSQL", openEmbedded);
}

async function openExternal(url: string): Promise<OpenDatabase> {
  await checkExternalDatabase(url);
  return {
    url,
    isEmbedded: false,
    givenUp: new Promise(() => undefined),
    outliving: (work) => work(),
    close: async () => undefined,
  };
}

async function openEmbedded(): Promise<OpenDatabase> {
  const postgres = await keepPostgres(postgresPlace("live"));
  const { access } = postgres.present();
  await ensureDatabase(embeddedDatabaseUrl(access, "postgres"), DATABASE);
  const url = embeddedDatabaseUrl(access, DATABASE);
  return {
    url,
    isEmbedded: true,
    givenUp: postgres.givenUp,
    outliving: (work) => outlivingRestarts(postgres, work),
    close: () => postgres.stop(),
  };
}

/** Returns the address of this clone's database without starting anything; undefined if there is none yet. */
export async function presentDatabaseUrl(): Promise<string | undefined> {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  const { readPostgresAccess } = await import("../postgres/postgresAccess");
  const access = readPostgresAccess(postgresPlace("live").folder);
  return access ? embeddedDatabaseUrl(access, DATABASE) : undefined;
}
