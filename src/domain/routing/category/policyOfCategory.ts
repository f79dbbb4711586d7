import type { RoutingCategory } from "../routingConfiguration";
import { categoryLineage } from "./categoryLineage";

type PolicyHolder = Pick<RoutingCategory, "id" | "parentId" | "slaPolicyId">;

/** The SLA policy of a category: its own, else its nearest parent's; null where none names one, or there is no category. */
export function policyOfCategory(categoryId: string | null, categories: readonly PolicyHolder[]): string | null {
  const category = categories.find(({ id }) => id === categoryId);
  if (category === undefined) return null;
  return categoryLineage(category, categories).find(({ slaPolicyId }) => slaPolicyId !== null)?.slaPolicyId ?? null;
}
