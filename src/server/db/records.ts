import type { Prisma } from "./generated/client/client";

/**
 * Prisma, for records alone (scripts/database/recordsSchema.ts names the tables). What carries a point of view, locks,
 * aggregates, goes in batches or is hot is asked by Kysely or `pg`; what appends to a list is written by the writer
 * (docs/decisions/016). SQL has no place here, as it would reach every table.
 */
export type Records = Omit<Prisma.TransactionClient, Extract<keyof Prisma.TransactionClient, `$${string}`>>;
