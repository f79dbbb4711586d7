import { createHash } from "node:crypto";
import type { RawBuilder } from "kysely";
import type pg from "pg";
import type { Database } from "./database";

const names = new Map<string, string>();

/**
 * The rows of a query that runs often. It is planned once per connection, not at each run. Only for queries whose text has
 * few shapes; values are sent as parameters.
 */
export async function preparedRows<Row extends object>(
  query: RawBuilder<Row>,
  { db, pool }: { db: Database; pool: pg.Pool },
): Promise<Row[]> {
  const { sql: text, parameters } = query.compile(db);
  const { rows } = await pool.query<Row>({ name: nameOf(text), text, values: [...parameters] });
  return rows;
}

function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = createHash("sha256").update(text).digest("base64url").slice(0, 24);
  names.set(text, name);
  return name;
}
