import type { Selectable } from "kysely";
import type { ClientBase } from "pg";
import type { DB } from "@/server/db/generated/tables";

const CHUNK_ROWS_MAX = 4_000;

/** A whole row of a table. */
export type Row<Table extends keyof DB> = Selectable<DB[Table]>;

/** Whole rows by table, in the order in which the tables are written: nothing points at what comes later. */
export type TableRows = { [Table in keyof DB]?: Row<Table>[] };

/** What a map holds under a key. @throws Error where it holds nothing: the seed has contradicted itself */
export function known<Value>(values: ReadonlyMap<string, Value>, key: string): Value {
  const value = values.get(key);
  if (value === undefined) throw new Error(`The seed speaks of ${key}, which it has not made.`);
  return value;
}

/** Writes whole rows, some thousand at a time. */
export async function insertRows(client: ClientBase, rows: TableRows): Promise<void> {
  for (const [table, tableRows] of Object.entries(rows)) {
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
