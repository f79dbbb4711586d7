import type { RoutingCategory, RoutingConfiguration } from "../routingConfiguration";
import { categoryLineage } from "./categoryLineage";
import type { RequestClassification } from "./classifyRequest";

type Said = {
  /** The category that the customer picked; it counts as sure. */
  readonly pickedId: string | null;
  readonly classification: RequestClassification | null;
};

/**
 * Whether a text surely does not belong to a matter. Its category must be neither the matter's own nor above or below
 * it. If the matter has no category, or only the text's team is sure, the teams must differ. Anything unsure returns
 * false.
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

/** Whether one category is the other or an ancestor of it. */
function isOneLineage(one: Lineage, other: Lineage): boolean {
  return one.some(({ id }) => id === other[0]?.id) || other.some(({ id }) => id === one[0]?.id);
}
