import { teamOfCategory } from "@/domain/routing/category/categoryLineage";
import type { LoadedRequest } from "../../request/load/loadRequest";

/**
 * The team of a request under a category: the one that it has, else the category's team; null if there is neither.
 */
export function teamBroughtBy(
  categoryId: string | null,
  { request, configuration }: Pick<LoadedRequest, "request" | "configuration">,
): string | null {
  if (request.team_id !== null) return request.team_id;
  const category = configuration.routing.categories.find(({ id }) => id === categoryId);
  return category === undefined ? null : (teamOfCategory(category, configuration.routing)?.team.id ?? null);
}
