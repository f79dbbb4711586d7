import type { ClientBase } from "pg";
import type { ImportedExamples } from "./importedExamples";

/** Imports examples as the command does, which makes the first fit due: a worker begins it as soon as one runs. */
export async function insertExamples(client: ClientBase, examples: ImportedExamples): Promise<void> {
  const { organizationId, texts, categoryIds, importerId, at } = examples;
  await client.query("select import_examples($1, $2, $3, $4, $5)", [
    ...[organizationId, texts, categoryIds, importerId, at],
  ]);
}
