import type { RoutingCategory } from "../routingConfiguration";
import { categoryLineage } from "./categoryLineage";

/** The names of a category's parents from the root on, and its own. */
export function categoryPath(category: RoutingCategory, categories: readonly RoutingCategory[]): readonly string[] {
  return categoryLineage(category, categories)
    .map(({ name }) => name)
    .reverse();
}
