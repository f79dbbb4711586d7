import type { RoutingCategory, RoutingConfiguration } from "../routingConfiguration";
import { categoryLineage } from "./categoryLineage";
import type { RequestClassification } from "./classifyRequest";

type Said = {
  /** What the customer picked, which is as good as sure. */
  readonly pickedId: string | null;
  readonly classification: RequestClassification | null;
};

/**
 * Whether a text surely belongs somewhere else than a matter does: in a category that is neither the matter's own nor
 * above or below it, or, of a matter without one, with another team. What is not sure belongs nowhere else.
 */
export function belongsElsewhere(
  { pickedId, classification }: Said,
  matter: { readonly categoryId: string | null; readonly teamId: string | null },
  configuration: RoutingConfiguration,
): boolean {
  const decidedId = pickedId ?? (classification?.isDecided ? classification.ranked[0].categoryId : null);
  if (decidedId === null) {
    const teamId = classification?.sureTeam?.teamId ?? null;
    return teamId !== null && matter.teamId !== null && teamId !== matter.teamId;
  }
  const decided = lineageOf(decidedId, configuration);
  const own = matter.categoryId === null ? [] : lineageOf(matter.categoryId, configuration);
  if (decided.length === 0) return false;
  if (own.length > 0) return !isOneLineage(decided, own);
  const teamId = decided.find((category) => category.teamId !== null)?.teamId ?? null;
  return teamId !== null && matter.teamId !== null && teamId !== matter.teamId;
}

type Lineage = readonly RoutingCategory[];

function lineageOf(categoryId: string, { categories }: RoutingConfiguration): Lineage {
  const category = categories.find(({ id }) => id === categoryId);
  return category ? categoryLineage(category, categories) : [];
}

/** Either category is the other, or above it. */
function isOneLineage(one: Lineage, other: Lineage): boolean {
  return one.some(({ id }) => id === other[0]?.id) || other.some(({ id }) => id === one[0]?.id);
}
