import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { breakOffUnanswered } from "./breakOffUnanswered";
import type { DB } from "./generated/tables";
import { openPrisma } from "./openPrisma";
import type { Records } from "./records";
import { type Transact, transactBy } from "./transact";

export type Database = Kysely<DB>;

/** A pool, Kysely and Prisma over it, and the transactions that those two share. */
export type OpenDatabase = {
  db: Database;
  prisma: Records;
  transact: Transact;
  pool: pg.Pool;
  close(): Promise<void>;
};

const INT8 = 20;
const ACQUIRE_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 15_000;

/** Counts and positions stay far below 2^53, so int8 is read as a number; all else as the driver does. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig["getTypeParser"],
};

/**
 * Opens the pool. A statement that hangs ends after 15 s, a caller that finds no free connection is refused after 5 s,
 * and so are all who wait for a database that gives no sign of life: a server without its database answers with an
 * error, it never hangs.
 */
export function openDatabase(connectionString: string, connectionsMax: number): OpenDatabase {
  const pool = new pg.Pool({
    connectionString,
    max: connectionsMax,
    types,
    // Opening a connection costs more than keeping it, most of all when many call at once after a pause.
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: ACQUIRE_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    keepAlive: true,
    application_name: "parley",
  });
  // An idle connection that the server drops must not take the process with it: the pool opens another.
  pool.on("error", () => undefined);
  const answers = breakOffUnanswered(connectionString);
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
    answers.watch(client);
  });
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  const prisma = openPrisma(pool);
  return {
    db,
    prisma,
    transact: transactBy(prisma),
    pool,
    async close() {
      await db.destroy();
      answers.close();
    },
  };
}
