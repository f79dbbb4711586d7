import type { Selectable } from "kysely";
import type { DB } from "@/server/db/generated/tables";

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
