import type { CategoryView } from "@/contract/views/organizationViews";
import { CATEGORY_LEVELS_MAX } from "@/domain/routing/category/categoryLineage";

export type CategoryOption = { id: string; label: string };

/** Categories as options, sorted by path ("Payments › Refunds"). Retired ones are left out, but for the current one. */
export function categoryOptions(categories: readonly CategoryView[], currentId: string | null): CategoryOption[] {
  const byId = new Map(categories.map((each) => [each.id, each]));
  return categories
    .filter((each) => !each.isRetired || each.id === currentId)
    .map((each) => ({ id: each.id, label: pathOf(each, byId) }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

function pathOf(category: CategoryView, byId: ReadonlyMap<string, CategoryView>): string {
  const names = [category.name];
  let above = category.parentId === null ? undefined : byId.get(category.parentId);
  while (above && names.length < CATEGORY_LEVELS_MAX) {
    names.unshift(above.name);
    above = above.parentId === null ? undefined : byId.get(above.parentId);
  }
  return names.join(" › ");
}
