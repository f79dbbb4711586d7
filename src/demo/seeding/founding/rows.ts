import type { Selectable } from "kysely";
import type { ClientBase } from "pg";
import type { DB } from "@/server/db/generated/tables";

const CHUNK_ROWS_MAX = 4_000;

/** A whole row of a table. */
export type Row<Table extends keyof DB> = Selectable<DB[Table]>;

type RowLists = { [Table in keyof DB]?: Row<Table>[] };

/** Only in types: nothing of it is there at run time. */
declare const JOINED: unique symbol;

/** The mark of what `joinRows` made. A spread loses its protected half, so it compiles as neither kind of rows. */
declare abstract class Joined {
  readonly [JOINED]: true;
  protected readonly isWhole: true;
}

/** Whole rows by table, made by `joinRows`. Tables stand in the order of writing: no row refers to a later table. */
export type TableRows = RowLists & Joined;

/** Rows written as a literal, into which no joined rows are spread. */
type PlainRows = RowLists & { readonly [JOINED]?: never };

/**
 * The rows of all parts. Rows of the same table are joined in the order of the parts, whereas a spread would keep only
 * the last part's. Tables come in the order in which they are named first.
 */
export function joinRows(...parts: readonly (TableRows | PlainRows)[]): TableRows {
  const all: Record<string, unknown[]> = {};
  for (const part of parts) for (const [table, rows] of entriesOf(part)) all[table] = [...(all[table] ?? []), ...rows];
  return all as RowLists as TableRows;
}

function entriesOf(lists: RowLists) {
  return Object.entries(lists);
}

/** The value of a map under a key. @throws Error if there is none, which is a mistake in the seed */
export function known<Value>(values: ReadonlyMap<string, Value>, key: string): Value {
  const value = values.get(key);
  if (value === undefined) throw new Error(`The seed names ${key}, which it has not made.`);
  return value;
}

/** Inserts whole rows, in chunks of some thousand. */
export async function insertRows(client: ClientBase, rows: TableRows | PlainRows): Promise<void> {
  for (const [table, tableRows] of entriesOf(rows)) {
    // Table names come from the schema's type, never from input.
    const statement = `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`;
    for (let from = 0; from < tableRows.length; from += CHUNK_ROWS_MAX) {
      await client.query(statement, [JSON.stringify(tableRows.slice(from, from + CHUNK_ROWS_MAX))]);
    }
  }
}

/** Runs `work` in one transaction, which is rolled back if `work` fails. @throws what `work` throws */
export async function inTransaction(client: ClientBase, work: () => Promise<void>): Promise<void> {
  await client.query("begin");
  try {
    await work();
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}
