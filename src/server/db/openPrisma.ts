import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { PrismaClient } from "./generated/client/client";

/** A transaction that lasts longer is rolled back. Two statements may take as long as the pool allows for each. */
const TRANSACTION_TIMEOUT_MS = 30_000;
/** Longer than the pool waits for a connection, so that the error is the pool's own. */
const CONNECTION_WAIT_MS = 6_000;
const ENDS_TRANSACTION = /^(commit|rollback)$/i;

/** A transaction that Prisma opens, and the connection that the pool gave it. */
export type Held = { connection?: pg.PoolClient; isOver: boolean };

const opening = new AsyncLocalStorage<Held>();

/**
 * Opens Prisma over a pool that others use, too; it never closes the pool. The client is made at its first use, since it
 * takes a tenth of a second and some memory, and not every process needs it.
 */
export function openPrisma(pool: pg.Pool): PrismaClient {
  let client: PrismaClient | undefined;
  return new Proxy({} as PrismaClient, {
    get(_, name) {
      client ??= prismaOver(pool);
      const value: unknown = Reflect.get(client, name);
      return typeof value === "function" ? value.bind(client) : value;
    },
  });
}

function prismaOver(pool: pg.Pool): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg(rememberingPool(pool), { disposeExternalPool: false }),
    errorFormat: "minimal",
    transactionOptions: { maxWait: CONNECTION_WAIT_MS, timeout: TRANSACTION_TIMEOUT_MS },
  });
}

/** Does work that opens one transaction by Prisma. `held` then has its connection, and says when it is over. */
export function remembering<Result>(held: Held, work: () => Promise<Result>): Promise<Result> {
  return opening.run(held, work);
}

/** The same pool, but a transaction that `remembering` opens learns its connection. */
function rememberingPool(pool: pg.Pool): pg.Pool {
  return standIn(pool, "connect", async () => {
    const connection = await pool.connect();
    const held = opening.getStore();
    if (held === undefined || held.connection) return connection;
    held.connection = connection;
    return noticingEnd(connection, held);
  });
}

/** The same connection, but `held` is over before the end is sent, since the connection is then lent to others. */
function noticingEnd(connection: pg.PoolClient, held: Held): pg.PoolClient {
  return standIn(connection, "query", (query: pg.QueryConfig) => {
    if (ENDS_TRANSACTION.test(query.text)) held.isOver = true;
    return connection.query(query);
  });
}

/** The same object with one method replaced. */
function standIn<Of extends object>(of: Of, method: keyof Of, instead: unknown): Of {
  return new Proxy(of, {
    get(target, name) {
      if (name === method) return instead;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
