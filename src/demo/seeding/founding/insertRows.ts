import type { ClientBase } from "pg";
import type { TableRows } from "./rows";

const CHUNK_ROWS_MAX = 4_000;

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
