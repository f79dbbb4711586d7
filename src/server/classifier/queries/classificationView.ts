import { sql } from "kysely";
import { z } from "zod";
import type { ClassificationView } from "@/contract/views/classifierViews";
import type { Pov } from "@/domain/pov/pov";
import type { RankedCategoryId } from "@/domain/routing/category/classifyRequest";
import { seesFirstWords } from "../../conversation/load/firstWords";
import type { OrganizationConfiguration } from "../../organization/load/configurations";
import { lookAt, type Sighted, type TraceDeps, tracedRows } from "../../pov/tracedRows";

/** The likeliest categories as they are stored with a classification. */
export const StoredRanked = z.array(z.object({ categoryId: z.string(), probability: z.number() }));

type Row = { is_decided: boolean; ranked: unknown; because: string[]; sees_words: boolean };

/**
 * What the classifier said of a request that `pov` may see; null if it said nothing. The words that decided come from
 * the customer's first messages, and are shown only to those who see all of these (P2).
 */
export async function classificationOf(
  pov: Pov,
  sequenceId: string,
  configuration: OrganizationConfiguration,
  deps: TraceDeps,
): Promise<ClassificationView | null> {
  const rows = await tracedRows(
    pov,
    sql<Row & Sighted>`
    select c.is_decided, c.ranked, c.because, ${seesFirstWords(pov)} as sees_words, ${lookAt(pov)} as look
    from classification c join request r on r.sequence_id = c.sequence_id join interaction i on i.id = r.interaction_id
    where c.sequence_id = ${sequenceId}`,
    deps,
  );
  const [row] = rows;
  return row === undefined ? null : storedView({ ...row, because: row.sees_words ? row.because : [] }, configuration);
}

/** A stored classification, with the present names of its categories. */
function storedView(
  { is_decided, ranked, because }: Pick<Row, "is_decided" | "ranked" | "because">,
  configuration: OrganizationConfiguration,
): ClassificationView {
  return classificationView({ isDecided: is_decided, ranked: StoredRanked.parse(ranked), because }, configuration);
}

/** A classification with the names of its categories. A category that no longer exists is left out. */
export function classificationView(
  said: { isDecided: boolean; ranked: readonly RankedCategoryId[]; because: readonly string[] },
  { categories }: OrganizationConfiguration,
): ClassificationView {
  return {
    isDecided: said.isDecided,
    likeliest: said.ranked.flatMap(({ categoryId, probability }) => {
      const category = categories.get(categoryId);
      return category === undefined ? [] : [{ categoryId, name: category.name, probability }];
    }),
    because: said.because,
  };
}
