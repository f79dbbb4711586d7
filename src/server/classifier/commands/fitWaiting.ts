import { setTimeout as pause } from "node:timers/promises";
import { MODEL_FORMAT } from "@/domain/classifier/model/modelHeader";
import { isDatabaseAway } from "../../db/isDatabaseAway";
import type { Deps } from "../../deps";
import type { FitModel } from "../fitting/fitInThread";
import { fitTask } from "../fitting/fitTask";

/** Give a fit up after this many attempts that crashed their process. */
const ATTEMPTS_MAX = 3;
/** While the database is away, a finished fit waits this long before it is stored again. */
const STORED_AGAIN_AFTER_MS = 1_000;

/** How this process fits models, and the signal that ends a fit at once. */
export type Fitting = { readonly fit: FitModel; readonly signal: AbortSignal };

type Waiting = { id: string; attempts: number };

/**
 * Fits the version that waits for it, if there is one, including one that a dead process had begun. If this process is
 * closing, it leaves the fit to the next process that looks.
 *
 * @throws the error if the database is away before the fit could begin; the job then looks again
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
    if (isDatabaseAway(error)) {
      await takeBackAttempt(waiting, deps).catch(() => undefined);
      throw error;
    }
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

async function leaveToOthers(organizationId: string, waiting: Waiting, deps: Deps): Promise<void> {
  await takeBackAttempt(waiting, deps);
  await deps.pool.query("select look_at_classifier($1, $2)", [organizationId, deps.clock.now()]);
}

/** The attempt ended before its time and crashed nothing, so it does not count. */
async function takeBackAttempt({ id, attempts }: Waiting, { pool }: Deps): Promise<void> {
  await pool.query(
    "update classifier_model set attempts = attempts - 1, progress = 0, example_count = 0 where id = $1 and attempts = $2",
    [id, attempts],
  );
}

type During = { fit: FitModel; signal: AbortSignal; onLost(): void };

async function fitAndFinish(organizationId: string, waiting: Waiting, deps: Deps, during: During): Promise<void> {
  const { upToNumber, exampleCount, ...task } = await fitTask(organizationId, deps);
  await writeExampleCount(waiting, exampleCount, deps);
  const { weights, threshold, report } = await during.fit(task, {
    signal: during.signal,
    // A progress that could not be written is no reason to end; the next one says the same.
    onProgress: (progress) =>
      void writeProgress(waiting, progress, deps).then(
        (isOurs) => isOurs || during.onLost(),
        () => undefined,
      ),
  });
  const fitted = { exampleCount, upToNumber, threshold, report, format: MODEL_FORMAT };
  const bytes = Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength);
  const stored = [waiting.id, waiting.attempts, JSON.stringify(fitted), bytes, deps.clock.now()];
  await onceReached(() => deps.pool.query("select finish_fit($1, $2, $3, $4, $5)", stored), during.signal);
  deps.classifiers.look(organizationId);
}

/**
 * Does what may be done twice, and repeats it while the database is away. A fit takes minutes, and an outage of seconds
 * must not cost them.
 */
async function onceReached(work: () => Promise<unknown>, signal: AbortSignal): Promise<void> {
  for (;;) {
    try {
      await work();
      return;
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      await pause(STORED_AGAIN_AFTER_MS, undefined, { signal });
    }
  }
}

/** Shows that the fit has begun, and on how many examples. */
async function writeExampleCount({ id, attempts }: Waiting, exampleCount: number, { pool }: Deps): Promise<void> {
  await pool.query("update classifier_model set example_count = $3 where id = $1 and attempts = $2", [
    id,
    attempts,
    exampleCount,
  ]);
}

/** Returns false if the fit was given up meanwhile, or taken up by a process that believed this one dead. */
async function writeProgress({ id, attempts }: Waiting, progress: number, { pool }: Deps): Promise<boolean> {
  const { rowCount } = await pool.query(
    "update classifier_model set progress = $3 where id = $1 and attempts = $2 and state = 'fitting'",
    [id, attempts, progress],
  );
  return rowCount === 1;
}
