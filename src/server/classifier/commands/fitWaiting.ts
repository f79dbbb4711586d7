import type { ComparedExample } from "@/domain/classifier/fit/compareFits";
import { MODEL_FORMAT } from "@/domain/classifier/model/modelHeader";
import { EXAMPLES_MAX } from "@/domain/classifier/text/example";
import { categoryPath } from "@/domain/routing/category/categoryLineage";
import type { Deps } from "../../deps";
import type { FitModel, FitTask } from "../fitting/fitInThread";

/** A fit that takes its process along so often is given up. */
const ATTEMPTS_MAX = 3;
/** Examples handed over at once. */
const PART = 1_000;
/** The same examples make the same model, in every organization and at every time. */
const SEED = 1;

/** How fits are done in this process, and when they must end at once. */
export type Fitting = { readonly fit: FitModel; readonly signal: AbortSignal };

type Waiting = { id: string; attempts: number };

/**
 * Fits the version that waits for it, if one does: also one that a dead process had begun. Where this process is
 * closing, the fit goes to the next one that looks.
 */
export async function fitWaiting(organizationId: string, deps: Deps, fitting: Fitting): Promise<void> {
  const waiting = await takeUp(organizationId, deps);
  if (waiting === null) return;
  if (waiting.attempts > ATTEMPTS_MAX) return giveUp(waiting, deps);
  const abort = new AbortController();
  const end = () => abort.abort();
  if (fitting.signal.aborted) end();
  fitting.signal.addEventListener("abort", end);
  try {
    await fitAndFinish(organizationId, waiting, deps, { fit: fitting.fit, signal: abort.signal, onLost: end });
  } catch (error) {
    if (fitting.signal.aborted) return await leaveToOthers(organizationId, waiting, deps);
    if (abort.signal.aborted) return;
    deps.log.error({ err: error }, "a classifier was not fitted");
    await giveUp(waiting, deps);
  } finally {
    fitting.signal.removeEventListener("abort", end);
  }
}

async function takeUp(organizationId: string, { pool }: Deps): Promise<Waiting | null> {
  const { rows } = await pool.query<Waiting>(
    `update classifier_model set attempts = attempts + 1, progress = 0
     where organization_id = $1 and facet = 'category' and state = 'fitting' returning id, attempts`,
    [organizationId],
  );
  return rows[0] ?? null;
}

async function giveUp({ id, attempts }: Waiting, { pool, clock }: Deps): Promise<void> {
  await pool.query(
    `with failed as (
       update classifier_model m set state = 'failed', ended_at = $3, learns_after = c.last_number,
         example_count = (select count(*) from classifier_example e where e.organization_id = m.organization_id)
       from classifier c
       where m.id = $1 and m.attempts = $2 and m.state = 'fitting' and c.organization_id = m.organization_id
       returning m.organization_id)
     update classifier c set stamp = stamp + 1 from failed f where c.organization_id = f.organization_id`,
    [id, attempts, clock.now()],
  );
}

async function leaveToOthers(organizationId: string, { id, attempts }: Waiting, { pool, clock }: Deps): Promise<void> {
  await pool.query(
    "update classifier_model set attempts = attempts - 1, progress = 0, example_count = 0 where id = $1 and attempts = $2",
    [id, attempts],
  );
  await pool.query("select look_at_classifier($1, $2)", [organizationId, clock.now()]);
}

type During = { fit: FitModel; signal: AbortSignal; onLost(): void };

async function fitAndFinish(organizationId: string, waiting: Waiting, deps: Deps, during: During): Promise<void> {
  const { upToNumber, exampleCount, ...task } = await fitTask(organizationId, deps);
  await writeExampleCount(waiting, exampleCount, deps);
  const { weights, threshold, report } = await during.fit(task, {
    signal: during.signal,
    onProgress: (progress) =>
      void writeProgress(waiting, progress, deps).then((isOurs) => isOurs || during.onLost(), during.onLost),
  });
  const fitted = { exampleCount, upToNumber, threshold, report, format: MODEL_FORMAT };
  await deps.pool.query("select finish_fit($1, $2, $3, $4, $5)", [
    waiting.id,
    waiting.attempts,
    JSON.stringify(fitted),
    Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength),
    deps.clock.now(),
  ]);
  deps.classifiers.look(organizationId);
}

/** From then on the fit is seen to have begun, and on how much. */
async function writeExampleCount({ id, attempts }: Waiting, exampleCount: number, { pool }: Deps): Promise<void> {
  await pool.query("update classifier_model set example_count = $3 where id = $1 and attempts = $2", [
    id,
    attempts,
    exampleCount,
  ]);
}

/** False where the fit was given up meanwhile, or taken up by somebody who believed this process dead. */
async function writeProgress({ id, attempts }: Waiting, progress: number, { pool }: Deps): Promise<boolean> {
  const { rowCount } = await pool.query(
    "update classifier_model set progress = $3 where id = $1 and attempts = $2 and state = 'fitting'",
    [id, attempts, progress],
  );
  return rowCount === 1;
}

type Standing = {
  target_precision: number;
  up_to: number;
  examples: number;
  /** The first of the latest EXAMPLES_MAX. */
  since: number;
  previous_up_to: number | null;
};

async function fitTask(
  organizationId: string,
  deps: Deps,
): Promise<FitTask & { upToNumber: number; exampleCount: number }> {
  const { rows } = await deps.pool.query<Standing>(STANDING, [organizationId, EXAMPLES_MAX]);
  const standing = rows[0];
  if (standing === undefined) throw new Error("a fit of an organization without a classifier");
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

/** Of retired categories nothing is learnt. */
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
