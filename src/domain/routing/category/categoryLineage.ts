import type { RoutingCategory } from "../routingConfiguration";

/** Levels of categories that inherit from one another. */
export const CATEGORY_LEVELS_MAX = 10;

/** A category followed by its parents up to the root; ends early at an unknown parent or after CATEGORY_LEVELS_MAX. */
export function categoryLineage<Category extends Pick<RoutingCategory, "id" | "parentId">>(
  category: Category,
  categories: readonly Category[],
): readonly Category[] {
  const lineage: Category[] = [];
  let level: Category | undefined = category;
  while (level !== undefined && lineage.length < CATEGORY_LEVELS_MAX) {
    lineage.push(level);
    const parentId: string | null = level.parentId;
    level = parentId === null ? undefined : categories.find(({ id }) => id === parentId);
  }
  return lineage;
}
