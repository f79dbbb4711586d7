import type { FitReason } from "@/contract/views/classifierViews";
import { MODEL_FORMAT } from "@/domain/classifier/model/modelHeader";
import type { Deps } from "../../deps";

/** What a first model needs: with less, nothing can be measured. */
export const FIRST_FIT = { examplesMin: 40, categoriesMin: 2, examplesOfCategoryMin: 5 } as const;

/** So many more examples than at the last fit make the next one due. */
const MORE_EXAMPLES_SHARE = 0.1;

/** What there is to fit to, and what the last fit had. */
export type FitStanding = {
  readonly examples: number;
  /** Categories with enough examples to be told apart. */
  readonly categoryIds: readonly string[];
  readonly lastNumber: number;
  /** Of the latest fit that came to an end, whatever became of it; null before the first. */
  readonly last: {
    readonly examples: number;
    readonly upToNumber: number;
    /** Null where it failed or was put back in use: nothing is new then, until there is more of everything. */
    readonly categoryIds: readonly string[] | null;
    /** Its weights are of a format that is not read any more. */
    readonly isOutdated: boolean;
  } | null;
  readonly hasLive: boolean;
};

/** Whether there is enough to fit anything to. */
export function mayFit({ examples, categoryIds }: Pick<FitStanding, "examples" | "categoryIds">): boolean {
  return examples >= FIRST_FIT.examplesMin && categoryIds.length >= FIRST_FIT.categoriesMin;
}

/** Why a fit is due by itself, or null. */
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

/** Reads where an organization stands. */
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

/** A retired category is no longer told apart: its examples are left out of everything. */
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
