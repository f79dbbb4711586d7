import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { breakOffUnanswered } from "./breakOffUnanswered";
import type { DB } from "./generated/tables";
import { openPrisma } from "./openPrisma";
import { type Records, type Transact, transactBy } from "./transact";

export type Database = Kysely<DB>;

/** A pool, Kysely and Prisma on top of it, and the transactions that they share. */
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

/** Counts and positions stay far below 2^53, so int8 is read as a number; all other types as the driver reads them. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig["getTypeParser"],
};

/**
 * Opens the pool. A statement that hangs ends after 15 s, and a caller that finds no free connection is refused after 5 s.
 * Callers that wait for a database that gives no sign of life are refused, too: a server without its database answers
 * with an error and never hangs.
 */
export function openDatabase(connectionString: string, connectionsMax: number): OpenDatabase {
  const pool = new pg.Pool({
    connectionString,
    max: connectionsMax,
    types,
    // Opening a connection costs more than keeping it, above all when many calls come at once after a pause.
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: ACQUIRE_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    keepAlive: true,
    application_name: "parley",
  });
  // When the server drops an idle connection, the process must not crash: the pool opens another one.
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
