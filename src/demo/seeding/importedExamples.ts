import { requestText } from "@/domain/classifier/text/requestText";
import type { LabelledTexts } from "../texts/labelledTexts";
import { known } from "./founding/rows";
import type { Founded } from "./founding/structure";

/** Labelled examples as an import takes them: each text beside its category, who imports, and when. */
export type ImportedExamples = {
  readonly organizationId: string;
  readonly importerId: string;
  readonly texts: readonly string[];
  readonly categoryIds: readonly string[];
  readonly at: Date;
};

/** The examples of a demo organization, imported by its administrator on its first day. */
export function importedExamples(
  { organization, reps, categoryIds }: Founded,
  labelled: LabelledTexts,
): ImportedExamples {
  const importer = reps.find(({ demo }) => demo.role === "administrator");
  if (!importer) throw new Error(`${organization.name} has no administrator who could import.`);
  const rows = Object.entries(labelled).flatMap(([key, texts]) =>
    texts.map((message) => ({
      text: requestText({ subject: null, message }),
      categoryId: known(categoryIds, key),
    })),
  );
  return {
    organizationId: organization.id,
    importerId: importer.id,
    texts: rows.map(({ text }) => text),
    categoryIds: rows.map(({ categoryId }) => categoryId),
    at: organization.created_at,
  };
}
