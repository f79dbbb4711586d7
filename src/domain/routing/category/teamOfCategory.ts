import type { RoutingCategory, RoutingConfiguration, RoutingTeam } from "../routingConfiguration";
import { categoryLineage } from "./categoryLineage";

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
