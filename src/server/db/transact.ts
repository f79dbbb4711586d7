import { Kysely, PostgresAdapter, PostgresDriver, PostgresIntrospector, PostgresQueryCompiler } from "kysely";
import type pg from "pg";
import type { Prisma, PrismaClient } from "./generated/client/client";
import type { DB } from "./generated/tables";
import { type Held, remembering } from "./openPrisma";

/**
 * Prisma, for records alone (scripts/database/recordsSchema.ts names the models). Kysely and `pg` read what carries a point
 * of view, locks, aggregates, goes in batches or is hot; the writer writes what appends to a list (docs/decisions/016). SQL
 * is left out, as it would reach every table.
 */
export type Records = Omit<Prisma.TransactionClient, Extract<keyof Prisma.TransactionClient, `$${string}`>>;

/** One transaction, for Prisma and for Kysely: both speak on the same connection. */
export type Transaction = { readonly prisma: Records; readonly db: Kysely<DB> };

/**
 * Does work in one transaction that Prisma and Kysely share: each sees what the other wrote, and one failure undoes all.
 * Its queries run one after the other, since they share one connection.
 */
export type Transact = <Result>(work: (transaction: Transaction) => Promise<Result>) => Promise<Result>;

/** Makes `Transact` of transactions that Prisma opens. */
export function transactBy(prisma: PrismaClient): Transact {
  return (work) => {
    const held: Held = { isOver: false };
    return remembering(held, () =>
      prisma.$transaction((tx) => {
        // Prisma asks the pool within the caller's async context. If a version stops doing so, nothing is written.
        if (held.connection === undefined) throw new Error("Prisma opened a transaction that could not be followed");
        return work({ prisma: tx, db: kyselyOn(held.connection, held) });
      }),
    );
  };
}

/** Kysely on the connection of a transaction. Prisma gives the connection back; from then on Kysely is refused. */
function kyselyOn(connection: pg.PoolClient, held: Held): Kysely<DB> {
  const query = connection.query.bind(connection) as pg.PoolClient["query"];
  const pool = {
    async connect() {
      if (held.isOver) throw new Error("the transaction is over");
      return { query, release: () => undefined };
    },
    end: async () => undefined,
  };
  return new Kysely<DB>({
    dialect: {
      createDriver: () => new DriverWithinTransaction({ pool }),
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

/** Kysely's own `transaction()` would commit what Prisma began. */
class DriverWithinTransaction extends PostgresDriver {
  override async beginTransaction(): Promise<void> {
    throw new Error("this is a transaction already");
  }
}
