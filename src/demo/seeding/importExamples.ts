import type { ClientBase } from "pg";
import { requestText } from "@/domain/classifier/text/requestText";
import type { LabelledTexts } from "../texts/scenario";
import { known } from "./founding/rows";
import type { Founded } from "./founding/structure";

/**
 * Has the administrator of a demo organization import its labelled examples on its first day, as the command does. That
 * makes the first fit due: a worker begins it as soon as one runs.
 */
export async function importExamples(
  client: ClientBase,
  { organization, reps, categoryIds }: Founded,
  labelled: LabelledTexts,
): Promise<void> {
  const importer = reps.find(({ demo }) => demo.role === "administrator");
  if (!importer) throw new Error(`${organization.name} has no administrator who could import.`);
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
