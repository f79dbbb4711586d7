import type { Selectable } from "kysely";
import type { ClientBase } from "pg";
import type { DB } from "@/server/db/generated/tables";

const CHUNK_ROWS_MAX = 4_000;

/** A whole row of a table. */
export type Row<Table extends keyof DB> = Selectable<DB[Table]>;

type RowLists = { [Table in keyof DB]?: Row<Table>[] };

/** Only in types: nothing of it is there at run time. */
declare const JOINED: unique symbol;

/** The mark of what `joinRows` made. A spread loses its protected half and so compiles neither as joined nor as plain rows. */
declare abstract class Joined {
  readonly [JOINED]: true;
  protected readonly isWhole: true;
}

/** Whole rows by table, in the order in which the tables are written: no row refers to a later one. Made by `joinRows`. */
export type TableRows = RowLists & Joined;

/** Rows as they are written down. No joined rows are spread into them. */
type PlainRows = RowLists & { readonly [JOINED]?: never };

/**
 * The rows of all parts. Rows of the same table are joined in the order of the parts, so none is lost, as it would be
 * in a spread of two parts; a table stands where it is named first.
 */
export function joinRows(...parts: readonly (TableRows | PlainRows)[]): TableRows {
  const all: Record<string, unknown[]> = {};
  for (const part of parts) for (const [table, rows] of entriesOf(part)) all[table] = [...(all[table] ?? []), ...rows];
  return all as RowLists as TableRows;
}

function entriesOf(lists: RowLists) {
  return Object.entries(lists);
}

/** What a map holds under a key. @throws Error where it holds nothing: the seed has contradicted itself */
export function known<Value>(values: ReadonlyMap<string, Value>, key: string): Value {
  const value = values.get(key);
  if (value === undefined) throw new Error(`The seed speaks of ${key}, which it has not made.`);
  return value;
}

/** Writes whole rows, some thousand at a time. */
export async function insertRows(client: ClientBase, rows: TableRows | PlainRows): Promise<void> {
  for (const [table, tableRows] of entriesOf(rows)) {
    // The names are those of our own schema's type, never anybody's input.
    const statement = `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`;
    for (let from = 0; from < tableRows.length; from += CHUNK_ROWS_MAX) {
      await client.query(statement, [JSON.stringify(tableRows.slice(from, from + CHUNK_ROWS_MAX))]);
    }
  }
}

/** Does several things as one: all of them, or nothing. */
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
