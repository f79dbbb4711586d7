import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isInvitedNow, isOpenPart, takesPartNow } from "../../src/server/pov/takesPartNow";
import { COLUMNS, type WrittenTable } from "../../src/server/writer/columns";
import { PARTS } from "../../src/server/writer/parts";

const SQL_FOLDER = "src/server/writer/sql";

const CONDITIONS: Readonly<Record<string, (part: string) => string>> = {
  takes_part: takesPartNow,
  is_open_part: isOpenPart,
  is_invited: isInvitedNow,
};

export type CompiledWriter = {
  /** `writer_` and a hash of the text of its functions, so that two versions exist side by side in one database. */
  schema: string;
  /** Creates the schema and its functions. */
  sql: string;
};

/**
 * Reads the writer's functions, fills in their column lists from `COLUMNS` and their calls from `PARTS`, and replaces the
 * schema `writer` by one of their own.
 *
 * In the files: `{{columns request}}` are the columns of a new row, `{{values request n}}` the same ones of `n`,
 * `{{patch request n}}` sets what may change from `n`, and `{{parts}}` calls each part that a document holds.
 * `{{takes_part p}}`, `{{is_open_part p}}` and `{{is_invited p}}` are the conditions of `takesPartNow.ts` on the row `p`.
 * They are filled in as text, so that they cost no call and match the partial indexes with the same condition.
 *
 * @throws Error for a part without a file, a file without a part, and words in braces that mean nothing
 */
export function compileWriter(): CompiledWriter {
  const files = [...sqlFiles(SQL_FOLDER), ...partFiles()];
  const functions = files.map((path) => filledIn(readFileSync(path, "utf8"), path)).join("\n");
  const schema = `writer_${createHash("sha256").update(functions).digest("hex").slice(0, 12)}`;
  return { schema, sql: `CREATE SCHEMA ${schema};\n\n${functions.replaceAll("writer.", `${schema}.`)}` };
}

function sqlFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => join(folder, name));
}

function partFiles(): string[] {
  const wanted = Object.keys(PARTS).map((part) => join(SQL_FOLDER, "parts", `${part}.sql`));
  const spare = sqlFiles(join(SQL_FOLDER, "parts")).filter((path) => !wanted.includes(path));
  if (spare.length > 0) throw new Error(`${spare.join(", ")}: no part of src/server/writer/parts.ts has this name`);
  return wanted;
}

function filledIn(text: string, path: string): string {
  return text.replace(/\{\{(\w+)(?: (\w+))?(?: (\w+))?\}\}/g, (_all, kind, table, row) =>
    wordsOf(kind, table, row, path),
  );
}

function wordsOf(kind: string, table: string | undefined, row: string | undefined, path: string): string {
  if (kind === "parts") return partCalls();
  const condition = CONDITIONS[kind];
  if (condition && table) return condition(table);
  const { insert, patch } = columnsOf(table, path);
  if (kind === "columns") return insert.join(", ");
  if (kind === "values") return insert.map((column) => `${row}.${column}`).join(", ");
  if (kind === "patch") return patch.map((column) => `${column} = ${row}.${column}`).join(", ");
  throw new Error(`${path}: {{${kind}}} means nothing`);
}

function columnsOf(table: string | undefined, path: string): { insert: readonly string[]; patch: readonly string[] } {
  if (!isWrittenTable(table)) throw new Error(`${path}: ${table} is not in src/server/writer/columns.ts`);
  return COLUMNS[table];
}

function isWrittenTable(table: string | undefined): table is WrittenTable {
  return table !== undefined && Object.hasOwn(COLUMNS, table);
}

function partCalls(): string {
  return Object.entries(PARTS)
    .map(([part, name]) => `IF changes ? '${part}' THEN PERFORM writer.${name}(changes -> '${part}', at_now); END IF;`)
    .join("\n  ");
}
