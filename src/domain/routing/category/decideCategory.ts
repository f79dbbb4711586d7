import type { RoutingCategory, RoutingConfiguration } from "../routingConfiguration";
import type { RoutingStep } from "../routingDecision";
import type { RoutingRequest } from "../routingRequest";
import { matchKeywords } from "./matchKeywords";

export type CategoryDecision = { readonly category: RoutingCategory | null; readonly step: RoutingStep };

/**
 * Decides a request's category: its own, if the configuration knows it (R8); else the one that the classifier is sure
 * of; else the one whose keywords are in the text (R6).
 */
export function decideCategory(request: RoutingRequest, configuration: RoutingConfiguration): CategoryDecision {
  const own = configuration.categories.find(({ id }) => id === request.categoryId);
  if (own !== undefined) {
    return { category: own, step: { code: "category_kept", categoryId: own.id, source: request.categorySource } };
  }

  const classified = decidedByClassifier(request, configuration);
  if (classified !== null) return classified;

  const match = matchKeywords(request.text, configuration.categories);
  const matched = configuration.categories.find(({ id }) => id === match?.categoryId);
  if (match === null || matched === undefined) {
    return { category: null, step: { code: "category_missing", unknownCategoryId: request.categoryId } };
  }
  return { category: matched, step: { code: "category_matched", ...match } };
}

function decidedByClassifier(
  { classification }: RoutingRequest,
  { categories }: RoutingConfiguration,
): CategoryDecision | null {
  if (!classification?.isDecided) return null;
  const { ranked, because } = classification;
  const category = categories.find(({ id }) => id === ranked[0].categoryId);
  if (category === undefined) return null;
  const { probability } = ranked[0];
  return { category, step: { code: "category_classified", categoryId: category.id, probability, because } };
}
