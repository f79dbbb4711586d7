import type { RoutingCategory, RoutingConfiguration, RoutingTeam } from "../routingConfiguration";

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

/** The names of a category's parents from the root on, and its own. */
export function categoryPath(category: RoutingCategory, categories: readonly RoutingCategory[]): readonly string[] {
  return categoryLineage(category, categories)
    .map(({ name }) => name)
    .reverse();
}

type PolicyHolder = Pick<RoutingCategory, "id" | "parentId" | "slaPolicyId">;

/** The SLA policy of a category: its own, else its nearest parent's; null where none names one, or there is no category. */
export function policyOfCategory(categoryId: string | null, categories: readonly PolicyHolder[]): string | null {
  const category = categories.find(({ id }) => id === categoryId);
  if (category === undefined) return null;
  return categoryLineage(category, categories).find(({ slaPolicyId }) => slaPolicyId !== null)?.slaPolicyId ?? null;
}

/** The team that answers for a category: its own or its nearest parent's, and which of them names it; null where none does. */
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
