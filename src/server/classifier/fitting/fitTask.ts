import type { ComparedExample } from "@/domain/classifier/fit/compareFits";
import { EXAMPLES_MAX } from "@/domain/classifier/text/example";
import { categoryPath } from "@/domain/routing/category/categoryLineage";
import type { Deps } from "../../deps";
import type { FitTask } from "./fitInThread";

/** How many examples are handed over at once. */
const PART = 1_000;
/** With one fixed seed, the same examples always make the same model. */
const SEED = 1;

type Standing = {
  target_precision: number;
  up_to: number;
  examples: number;
  /** The number of the first of the latest EXAMPLES_MAX examples. */
  since: number;
  previous_up_to: number | null;
};

/** What a fit of an organization learns now, and up to which example. @throws Error if it has no classifier */
export async function fitTask(
  organizationId: string,
  deps: Deps,
): Promise<FitTask & { upToNumber: number; exampleCount: number }> {
  const { rows } = await deps.pool.query<Standing>(STANDING, [organizationId, EXAMPLES_MAX]);
  const standing = rows[0];
  if (standing === undefined) throw new Error("the organization has no classifier to fit");
  const { routing } = await deps.configurations.of(organizationId);
  return {
    seed: SEED,
    precision: standing.target_precision,
    categoryNames: new Map(
      routing.categories.map((category) => [category.id, categoryPath(category, routing.categories).join(" ")]),
    ),
    hasPredecessor: standing.previous_up_to !== null,
    upToNumber: standing.up_to,
    exampleCount: Math.min(standing.examples, EXAMPLES_MAX),
    examples: exampleParts(organizationId, standing, deps),
  };
}

type Row = {
  number: number;
  category_id: string;
  text: string;
  weight: number;
  contact_id: string | null;
  is_imported: boolean;
};

async function* exampleParts(
  organizationId: string,
  { since, up_to, previous_up_to }: Standing,
  { pool }: Deps,
): AsyncGenerator<ComparedExample[]> {
  let after = since - 1;
  for (;;) {
    const { rows } = await pool.query<Row>(EXAMPLES, [organizationId, after, up_to, PART]);
    yield rows.map(({ number, category_id, text, weight, contact_id, is_imported }) => ({
      ...{ text, category: category_id, weight, isKnown: number <= (previous_up_to ?? 0) },
      isAsked: number <= (previous_up_to ?? 0) || !is_imported,
      ...(contact_id === null ? {} : { customerId: contact_id }),
    }));
    const last = rows.at(-1);
    if (last === undefined || rows.length < PART) return;
    after = last.number;
  }
}

/** A fit learns nothing of retired categories. */
const USED = "join category k on k.id = e.category_id and k.retired_at is null";

const STANDING = `
  select c.target_precision, c.last_number as up_to,
    (select count(*) from classifier_example e ${USED} where e.organization_id = $1)::int as examples,
    coalesce((select e.number from classifier_example e ${USED} where e.organization_id = $1
      order by e.number desc offset $2::int - 1 limit 1), 0) as since,
    (select m.up_to_number from classifier_model m where m.organization_id = $1 and m.facet = 'category' and m.state = 'live') as previous_up_to
  from classifier c where c.organization_id = $1`;

const EXAMPLES = `
  select e.number, e.category_id, e.text, e.weight, e.contact_id, e.source = 'import' as is_imported from classifier_example e ${USED}
  where e.organization_id = $1 and e.number > $2 and e.number <= $3 order by e.number limit $4`;
