import type { OfferedLabel } from "@/contract/views/classifierViews";
import { requestText } from "@/domain/classifier/text/requestText";
import { classifyRequest, type RankedCategoryId } from "@/domain/routing/category/classifyRequest";
import type { Deps } from "../../deps";
import type { OrganizationConfiguration } from "../../organization/load/configurations";
import type { LiveModel } from "../load/refreshClassifier";
import { StoredRanked } from "./classificationView";

/** How many categories are offered if the classifier has no answer. */
const UNRANKED_MAX = 6;

/** What is known of a request that waits for a label. */
type Waiting = {
  /** As stored with its classification; null if it was never classified. */
  readonly ranked: unknown;
  /** What its customer wrote first; null if the viewer does not see it. */
  readonly words: string | null;
};

/**
 * The labels that each request offers for one click: what the classifier said of it, or what it says now if the request
 * came before any model. Without either, the organization's categories are offered, in the same order for all requests,
 * so that a key means the same category in every row.
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

/** The categories in use that have none below them, because those below say more. */
function unranked({ categories }: OrganizationConfiguration): OfferedLabel[] {
  const used = [...categories.values()].filter(({ retired_at }) => retired_at === null);
  const parentIds = new Set(used.map(({ parent_id }) => parent_id));
  return used
    .filter(({ id }) => !parentIds.has(id))
    .slice(0, UNRANKED_MAX)
    .map(({ id, name }) => ({ categoryId: id, name, probability: null }));
}
