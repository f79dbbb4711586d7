import type { RoutingCategory, RoutingConfiguration, RoutingTeam } from "../routingConfiguration";

/** The most levels of categories that inherit from one another. */
export const CATEGORY_LEVELS_MAX = 10;

/** A category and its ancestors up to the root; ends early at an unknown parent or after CATEGORY_LEVELS_MAX. */
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

/** The names from the root down to the category itself. */
export function categoryPath(category: RoutingCategory, categories: readonly RoutingCategory[]): readonly string[] {
  return categoryLineage(category, categories)
    .map(({ name }) => name)
    .reverse();
}

type PolicyHolder = Pick<RoutingCategory, "id" | "parentId" | "slaPolicyId">;

/**
 * A category's SLA policy: its own, else its nearest ancestor's; null without a category or where none has a policy.
 */
export function policyOfCategory(categoryId: string | null, categories: readonly PolicyHolder[]): string | null {
  const category = categories.find(({ id }) => id === categoryId);
  if (category === undefined) return null;
  return categoryLineage(category, categories).find(({ slaPolicyId }) => slaPolicyId !== null)?.slaPolicyId ?? null;
}

/** A category's team: its own, else its nearest ancestor's, with the category that names it; null where none does. */
export function teamOfCategory(
  category: RoutingCategory,
  { teams, categories }: Pick<RoutingConfiguration, "teams" | "categories">,
): { readonly team: RoutingTeam; readonly holder: RoutingCategory } | null {
  for (const holder of categoryLineage(category, categories)) {
    const team = teams.find(({ id }) => id === holder.teamId);
    if (team !== undefined) return { team, holder };
  }
  return null;
}
