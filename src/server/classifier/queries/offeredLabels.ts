import type { OfferedLabel } from "@/contract/views/classifierViews";
import { requestText } from "@/domain/classifier/text/requestText";
import { classifyRequest } from "@/domain/routing/category/classifyRequest";
import type { RankedCategoryId } from "@/domain/routing/category/requestClassification";
import type { Deps } from "../../deps";
import type { OrganizationConfiguration } from "../../organization/load/configurations";
import type { LiveModel } from "../load/refreshClassifier";
import { StoredRanked } from "./classificationView";

/** Where nobody has an idea there is no likeliest, so there are more to choose from. */
const UNRANKED_MAX = 6;

/** What is known of a request that waits for a label. */
type Waiting = {
  /** As stored with its classification; null where it was never classified. */
  readonly ranked: unknown;
  /** What its customer wrote first; null where it is not the viewer's to see. */
  readonly words: string | null;
};

/**
 * What each of the requests can be labelled with by one click: what the classifier said of it, or says of it now where
 * it came before any model; else the organization's categories, in one order for all, so that a key means the same
 * category in every row.
 */
export async function offeredLabels(
  organizationId: string,
  waiting: readonly Waiting[],
  deps: Deps,
): Promise<(request: Waiting) => readonly OfferedLabel[]> {
  const configuration = await deps.configurations.of(organizationId);
  const isAsked = waiting.some(({ ranked }) => ranked === null);
  const live = isAsked ? await deps.classifiers.upToDate(organizationId) : null;
  return ({ ranked, words }) => {
    const likely = ranked === null ? rankedNow(words, live, configuration) : StoredRanked.parse(ranked);
    return likely.length > 0 || ranked !== null ? named(likely, configuration) : unranked(configuration);
  };
}

function rankedNow(
  words: string | null,
  live: LiveModel | null,
  { routing }: OrganizationConfiguration,
): readonly RankedCategoryId[] {
  if (words === null || live === null) return [];
  return classifyRequest(live.model, requestText({ subject: null, message: words }), routing)?.ranked ?? [];
}

function named(ranked: readonly RankedCategoryId[], { categories }: OrganizationConfiguration): OfferedLabel[] {
  return ranked.flatMap(({ categoryId, probability }) => {
    const category = categories.get(categoryId);
    return category === undefined ? [] : [{ categoryId, name: category.name, probability }];
  });
}

/** Where a category has others below it, these say more than it does. */
function unranked({ categories }: OrganizationConfiguration): OfferedLabel[] {
  const used = [...categories.values()].filter(({ retired_at }) => retired_at === null);
  const parentIds = new Set(used.map(({ parent_id }) => parent_id));
  return used
    .filter(({ id }) => !parentIds.has(id))
    .slice(0, UNRANKED_MAX)
    .map(({ id, name }) => ({ categoryId: id, name, probability: null }));
}
