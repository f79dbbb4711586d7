import { sql } from "kysely";
import { raisedThreshold } from "@/domain/classifier/sureness/raisedThreshold";
import type { Deps } from "../../deps";
import { recordAct } from "../../organization/commands/recordAct";
import { effectiveThreshold } from "../load/refreshClassifier";

/** How many decided requests count: the latest of which the right category is known. */
const DECIDED_MAX = 200;

type Standing = { model_id: string; threshold: number; raised_to: number | null; target_precision: number };

/**
 * Raises the threshold of the live model if its decisions were right less often than the organization wants. The audit
 * records it, and administrators are told. The next model begins with its own threshold again.
 */
export async function watchPrecision(organizationId: string, deps: Deps): Promise<void> {
  const { rows } = await deps.pool.query<Standing>(STANDING, [organizationId]);
  const standing = rows[0];
  if (standing === undefined) return;
  const present = effectiveThreshold(standing.threshold, standing.raised_to) ?? standing.threshold;
  const decided = await deps.pool.query<{ sureness: number; isRight: boolean }>(DECIDED, [
    standing.model_id,
    present,
    DECIDED_MAX,
  ]);
  const raise = raisedThreshold(decided.rows, standing.target_precision, present);
  if (raise === null) return;
  const facts = { precision: raise.precision, from: present, to: raise.to };
  const isRaised = await deps.transact(async (tx) => {
    const raised = await raiseIfLive(organizationId, standing.model_id, facts, { ...deps, ...tx });
    const act = { verb: "classifier_threshold_raised", objectKind: "classifier", facts } as const;
    // The organization itself is the actor.
    if (raised) await recordAct({ organizationId, partyId: organizationId }, act, { ...deps, ...tx });
    return raised;
  });
  if (isRaised) deps.classifiers.look(organizationId);
}

type Raise = { precision: number; from: number; to: number };

/** Returns false if another model has become live meanwhile: that one keeps its own threshold. */
async function raiseIfLive(
  organizationId: string,
  modelId: string,
  { precision, from, to }: Raise,
  { db, clock }: Pick<Deps, "db" | "clock">,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update classifier c set stamp = stamp + 1, raised_at = ${clock.now()}, raised_precision = ${precision},
      raised_from = ${from}, raised_to = ${to}
    from classifier_model m
    where c.organization_id = ${organizationId} and m.id = ${modelId} and m.state = 'live'
      and coalesce(c.raised_to, 0) < ${to}`.execute(db);
  return numAffectedRows === 1n;
}

const STANDING = `
  select m.id as model_id, m.threshold, c.raised_to, c.target_precision
  from classifier c
    join classifier_model m on m.organization_id = c.organization_id and m.facet = 'category' and m.state = 'live'
  where c.organization_id = $1 and m.threshold is not null`;

const DECIDED = `
  select sureness, true_category_id = likeliest_id as "isRight" from classification
  where model_id = $1 and is_decided and known_at is not null and sureness >= $2
  order by known_at desc, sequence_id desc limit $3`;
