import type { CategoryQuality, ConfusionView } from "@/contract/views/classifierViews";
import { DECIDING_EXAMPLES_MIN } from "@/domain/classifier/model/model";
import type { OrganizationConfiguration } from "../../organization/load/configurations";
import type { StoredReport } from "../load/storedReport";

/**
 * How well each category is told apart: retired ones, and those that only hold others, are left out unless they have
 * examples.
 */
export function categoryQualities(
  counts: ReadonlyMap<string, number>,
  report: StoredReport | null,
  { categories }: OrganizationConfiguration,
): CategoryQuality[] {
  const reports = new Map(report?.byCategory.map((each) => [each.category, each]));
  const parentIds = new Set([...categories.values()].map(({ parent_id }) => parent_id));
  return [...categories.values()].flatMap(({ id, name, retired_at }) => {
    const exampleCount = counts.get(id) ?? 0;
    // A category that only holds other categories is not one that the classifier tells apart.
    if (exampleCount === 0 && (retired_at !== null || parentIds.has(id))) return [];
    const measured = reports.get(id);
    return [
      {
        categoryId: id,
        name,
        isRetired: retired_at !== null,
        exampleCount,
        found: measured?.found ?? null,
        right: measured?.right ?? null,
        mayDecide: retired_at === null && exampleCount >= DECIDING_EXAMPLES_MIN,
      },
    ];
  });
}

/** Which categories the model took for others at its fit. A category that no longer exists is left out. */
export function confusionViews(
  report: StoredReport | null,
  { categories }: OrganizationConfiguration,
): ConfusionView[] {
  return (report?.confusions ?? []).flatMap(({ category, takenFor, requests }) => {
    const [right, answered] = [categories.get(category), categories.get(takenFor)];
    if (right === undefined || answered === undefined) return [];
    return [{ categoryId: category, name: right.name, takenForId: takenFor, takenForName: answered.name, requests }];
  });
}
