import type { ClientBase } from "pg";
import { requestText } from "@/domain/classifier/text/requestText";
import type { LabelledTexts } from "../texts/scenario";
import { known } from "./founding/rows";
import type { Founded } from "./founding/structure";

/**
 * Imports the labelled examples of a demo organization as its administrator, at its founding, by the function of the
 * command. The import makes the first fit due, which the first worker begins.
 *
 * @throws Error if the organization has no administrator
 */
export async function importExamples(
  client: ClientBase,
  { organization, reps, categoryIds }: Founded,
  labelled: LabelledTexts,
): Promise<void> {
  const importer = reps.find(({ demo }) => demo.role === "administrator");
  if (!importer) throw new Error(`${organization.name} has no administrator to import examples.`);
  const rows = Object.entries(labelled).flatMap(([key, texts]) =>
    texts.map((message) => ({
      text: requestText({ subject: null, message }),
      categoryId: known(categoryIds, key),
    })),
  );
  const texts = rows.map(({ text }) => text);
  const ids = rows.map(({ categoryId }) => categoryId);
  await client.query("select import_examples($1, $2, $3, $4, $5)", [
    ...[organization.id, texts, ids, importer.id, organization.created_at],
  ]);
}
