import type pg from "pg";
import type { Logger } from "pino";
import { learn } from "@/domain/classifier/fit/learn";
import { load } from "@/domain/classifier/model/load";
import type { Model } from "@/domain/classifier/model/model";

/** The model that answers for an organization. It learns in place, within `model`. */
export type LiveModel = { readonly id: string; readonly version: number; readonly model: Model };

/** What a process knows of an organization's classifier. */
export type KeptClassifier = {
  readonly organizationId: string;
  /** The stamp that was last read; 0 before the first time. */
  stamp: number;
  live: LiveModel | null;
  /** The number of the latest example that `live` has learned. */
  learntUpTo: number;
  /** Lets waiting callers go on without this refresh, because it takes longer than a moment. */
  letGo(): void;
};

/** How many examples are read at once. */
const BATCH = 200;
/** Callers wait for at most this many examples to be learned, which takes a moment. */
const WAITED_FOR_MAX = 20;

type Standing = {
  stamp: number;
  raised_to: number | null;
  model_id: string | null;
  version: number;
  learns_after: number;
  threshold: number | null;
};

/**
 * Brings what is kept up to what is stored: loads the model that is live now, if it is another one, and teaches it what
 * came after its fit. The old model answers until the new one has learned that.
 */
export async function refreshClassifier(one: KeptClassifier, of: { pool: pg.Pool; log: Logger }): Promise<void> {
  const { rows } = await of.pool.query<Standing>({ name: "classifier", text: STANDING, values: [one.organizationId] });
  const standing = rows[0];
  if (standing === undefined) return;
  const next = await modelOf(standing, one, of);
  if (next !== null) {
    next.model.threshold = effectiveThreshold(standing.threshold, standing.raised_to);
    await learnNew(next, one, of.pool);
  }
  one.live = next;
  one.stamp = standing.stamp;
}

/**
 * The least sureness at which a model decides: its own threshold, or a higher one to which live precision raised it.
 */
export function effectiveThreshold(own: number | null, raisedTo: number | null): number | null {
  return own === null ? null : Math.max(own, raisedTo ?? 0);
}

async function modelOf(
  { model_id, version, learns_after }: Standing,
  one: KeptClassifier,
  { pool, log }: { pool: pg.Pool; log: Logger },
): Promise<LiveModel | null> {
  if (model_id === null || model_id === one.live?.id) return model_id === null ? null : one.live;
  if (one.live !== null) one.letGo();
  const { rows } = await pool.query<{ weights: Buffer | null }>("select weights from classifier_model where id = $1", [
    model_id,
  ]);
  const model = readable(rows[0]?.weights ?? null, model_id, log);
  if (model === null) return null;
  one.learntUpTo = learns_after;
  return { id: model_id, version, model };
}

/** The model of these weights; null if an earlier Parley wrote them in another format, until a fit makes new ones. */
function readable(weights: Buffer | null, modelId: string, log: Logger): Model | null {
  try {
    return weights === null ? null : load(weights);
  } catch {
    log.warn({ modelId }, "a model's weights are not readable");
    return null;
  }
}

async function learnNew(live: LiveModel, one: KeptClassifier, pool: pg.Pool): Promise<void> {
  for (let learnt = 0, isAll = false; !isAll; ) {
    const { rows } = await pool.query<{ number: number; category_id: string; text: string; weight: number }>({
      name: "new_examples",
      text: NEW_EXAMPLES,
      values: [one.organizationId, one.learntUpTo, BATCH],
    });
    for (const { number, category_id, text, weight } of rows) {
      if (learnt === WAITED_FOR_MAX) {
        one.live ??= live;
        one.letGo();
      }
      learn(live.model, { text, category: category_id, weight });
      one.learntUpTo = number;
      learnt += 1;
      // A step takes milliseconds. Let requests be answered in between.
      await new Promise(setImmediate);
    }
    isAll = rows.length < BATCH;
  }
}

const STANDING = `
  select c.stamp, c.raised_to, m.id as model_id, m.version, m.learns_after, m.threshold
  from classifier c
    left join classifier_model m on m.organization_id = c.organization_id and m.facet = 'category' and m.state = 'live'
  where c.organization_id = $1`;

/**
 * Includes removed examples: a process that begins now learns what the others have learned, and the next fit makes all
 * of them forget it.
 */
const NEW_EXAMPLES = `
  select number, category_id, text, weight from (
    select number, category_id, text, weight from classifier_example where organization_id = $1 and number > $2
    union all
    select number, category_id, text, weight from classifier_removal where organization_id = $1 and number > $2) ever
  order by number limit $3`;
