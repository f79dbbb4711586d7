import { checkExternalDatabase } from "../database/checkExternalDatabase";
import { ensureDatabase } from "../database/ensureDatabase";
import { embeddedDatabaseUrl } from "../postgres/postgresAccess";
import { postgresPlace } from "../postgres/postgresPlace";
import { keepPostgres } from "../postgres/startPostgres";
import { outlivingRestarts } from "./outlivingRestarts";
import { step } from "./step";

const DATABASE = "parley";

/** The database of one run of Parley. */
export interface OpenDatabase {
  readonly url: string;
  /** Only the clone's own database may get the demo: one that is given by DATABASE_URL is never seeded. */
  readonly isEmbedded: boolean;
  /** Resolves with a sentence when an embedded PostgreSQL keeps ending; never for an external one. */
  readonly givenUp: Promise<string>;
  /** Does work again during which an embedded PostgreSQL ended, once it is back. */
  outliving<Result>(work: () => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** Opens the database of DATABASE_URL when that is set, else the embedded one, which it starts. */
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

/** Returns the address of the database that other commands of this clone share, without starting anything. */
export async function presentDatabaseUrl(): Promise<string | undefined> {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  const { readPostgresAccess } = await import("../postgres/postgresAccess");
  const access = readPostgresAccess(postgresPlace("live").folder);
  return access ? embeddedDatabaseUrl(access, DATABASE) : undefined;
}
