import type { RoutingCategory } from "./routingConfiguration";

/** Levels of categories that inherit from one another. */
export const CATEGORY_LEVELS_MAX = 10;

/** A category followed by its parents up to the root; ends early at an unknown parent or after CATEGORY_LEVELS_MAX. */
export function categoryLineage(
  category: RoutingCategory,
  categories: readonly RoutingCategory[],
): readonly RoutingCategory[] {
  const lineage: RoutingCategory[] = [];
  let level: RoutingCategory | undefined = category;
  while (level !== undefined && lineage.length < CATEGORY_LEVELS_MAX) {
    lineage.push(level);
    const parentId: string | null = level.parentId;
    level = parentId === null ? undefined : categories.find(({ id }) => id === parentId);
  }
  return lineage;
}
