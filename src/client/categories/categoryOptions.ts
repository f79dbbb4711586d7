import type { CategoryView } from "@/contract/views/repViews";

export type CategoryOption = { id: string; label: string };

/** Categories in the order of their tree, each under the names above it; retired ones only where one is in use. */
export function categoryOptions(categories: readonly CategoryView[], currentId: string | null): CategoryOption[] {
  const byId = new Map(categories.map((each) => [each.id, each]));
  return categories
    .filter((each) => !each.isRetired || each.id === currentId)
    .map((each) => ({ id: each.id, label: pathOf(each, byId) }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

/** A tree deeper than this is a mistake in the data, and must not hang the screen. */
const DEPTH_MAX = 8;

function pathOf(category: CategoryView, byId: ReadonlyMap<string, CategoryView>): string {
  const names = [category.name];
  let above = category.parentId === null ? undefined : byId.get(category.parentId);
  while (above && names.length < DEPTH_MAX) {
    names.unshift(above.name);
    above = above.parentId === null ? undefined : byId.get(above.parentId);
  }
  return names.join(" › ");
}
