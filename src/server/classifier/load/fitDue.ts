import type { FitReason } from "@/contract/views/classifierViews";
import { MODEL_FORMAT } from "@/domain/classifier/model/modelHeader";
import type { Deps } from "../../deps";

/** What a first model needs. With less, nothing can be measured. */
export const FIRST_FIT = { examplesMin: 40, categoriesMin: 2, examplesOfCategoryMin: 5 } as const;

/** The next fit is due once there are this many more examples than at the last one. */
const MORE_EXAMPLES_SHARE = 0.1;

/** What a fit would learn from now, and what the last fit learned from. */
export type FitStanding = {
  readonly examples: number;
  /** Categories with enough examples to be told apart. */
  readonly categoryIds: readonly string[];
  readonly lastNumber: number;
  /** The latest fit that has ended, however it ended; null before the first. */
  readonly last: {
    readonly examples: number;
    readonly upToNumber: number;
    /**
     * The categories that it told apart; null if it failed or was put back in use, so that no category counts as new.
     */
    readonly categoryIds: readonly string[] | null;
    /** Whether its weights are of a format that is not read any more. */
    readonly isOutdated: boolean;
  } | null;
  readonly hasLive: boolean;
};

/** Whether there are enough examples and categories for a fit. */
export function mayFit({ examples, categoryIds }: Pick<FitStanding, "examples" | "categoryIds">): boolean {
  return examples >= FIRST_FIT.examplesMin && categoryIds.length >= FIRST_FIT.categoriesMin;
}

/** Why a fit is due without anybody asking for one; null if it is not. */
export function fitDue(standing: FitStanding): Exclude<FitReason, "new_target" | "by_hand" | "roll_back"> | null {
  if (!mayFit(standing)) return null;
  const { last, lastNumber, categoryIds, hasLive } = standing;
  if (last === null) return "first";
  if (last.isOutdated) return "more_examples";
  if (lastNumber - last.upToNumber >= Math.max(1, last.examples * MORE_EXAMPLES_SHARE))
    return hasLive ? "more_examples" : "first";
  const { categoryIds: toldApart } = last;
  return toldApart !== null && categoryIds.some((id) => !toldApart.includes(id)) ? "new_category" : null;
}

type Row = {
  examples: number;
  category_ids: string[];
  last_number: number;
  last_examples: number | null;
  last_up_to: number | null;
  last_category_ids: string[] | null;
  is_outdated: boolean | null;
  has_live: boolean;
};

/** Reads the standing of an organization. */
export async function fitStanding(organizationId: string, { pool }: Deps): Promise<FitStanding> {
  const { rows } = await pool.query<Row>({
    name: "fit_standing",
    text: FIT_STANDING,
    values: [organizationId, FIRST_FIT.examplesOfCategoryMin, MODEL_FORMAT],
  });
  const row = rows[0];
  return {
    examples: row?.examples ?? 0,
    categoryIds: row?.category_ids ?? [],
    lastNumber: row?.last_number ?? 0,
    hasLive: row?.has_live ?? false,
    last:
      row === undefined || row.last_up_to === null
        ? null
        : {
            examples: row.last_examples ?? 0,
            upToNumber: row.last_up_to,
            categoryIds: row.last_category_ids,
            isOutdated: row.is_outdated ?? false,
          },
  };
}

/** The examples of retired categories count nowhere, because a fit does not tell these apart any more. */
const FIT_STANDING = `
  with counted as (
    select e.category_id, count(*) as examples from classifier_example e join category k on k.id = e.category_id and k.retired_at is null
    where e.organization_id = $1 group by e.category_id)
  select coalesce((select sum(examples) from counted), 0)::int as examples,
    array(select category_id from counted where examples >= $2 order by 1) as category_ids,
    coalesce((select last_number from classifier where organization_id = $1), 0) as last_number,
    last.example_count as last_examples, last.learns_after as last_up_to, last.format <> $3 as is_outdated,
    case when last.reason <> 'roll_back' and jsonb_typeof(last.report -> 'byCategory') = 'array' then array(select c ->> 'category'
      from jsonb_array_elements(last.report -> 'byCategory') c where (c ->> 'examples')::int >= $2) end as last_category_ids,
    exists (select 1 from classifier_model m where m.organization_id = $1 and m.facet = 'category' and m.state = 'live') as has_live
  from (select 1) one
    left join lateral (select m.example_count, m.learns_after, m.report, m.format, m.reason from classifier_model m
      where m.organization_id = $1 and m.facet = 'category' and m.state <> 'fitting'
      order by m.version desc limit 1) last on true`;
