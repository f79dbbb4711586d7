import { sql } from "kysely";
import type { ChosenExamples } from "@/contract/inputs/classifier";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../../deps";
import { recordAct } from "../../organization/commands/recordAct";
import { EXAMPLES, readsExample } from "../load/readableExamples";

/** A removal can be taken back within this time. Afterwards the text is forgotten. */
export const RESTORABLE_MS = 10 * 60_000;

/**
 * Removes examples from what the classifier learns. The next fit forgets them. The example of a request stays removed,
 * even if somebody gives the request the same category again. Examples that `pov` may not read do not exist for it.
 *
 * @returns the numbers of the examples that were removed
 * @throws DomainError `not_found` if there were none
 */
export async function removeExamples(pov: Pov, { numbers }: ChosenExamples, deps: Deps): Promise<ChosenExamples> {
  const chosen = await readableOf(pov, numbers, deps);
  return deps.transact(async (tx) => {
    const { rows } = await sql<{ removed: number[] }>`
      select remove_examples(${pov.organizationId}, ${chosen}, ${pov.partyId}, ${deps.clock.now()}) as removed`.execute(
      tx.db,
    );
    return recordNumbers(pov, "classifier_examples_removed", rows[0]?.removed ?? [], { ...deps, ...tx });
  });
}

/**
 * Takes back what the viewer has removed. Examples that were labelled or imported anew meanwhile stay as they are.
 *
 * @returns the numbers of the examples that came back
 * @throws DomainError `not_found` if none can come back, or not any more
 */
export async function restoreExamples(pov: Pov, { numbers }: ChosenExamples, deps: Deps): Promise<ChosenExamples> {
  const now = deps.clock.now();
  const since = new Date(now.getTime() - RESTORABLE_MS);
  const restored = await deps.transact(async (tx) => {
    const { rows } = await sql<{ restored: number[] }>`
      select restore_examples(${pov.organizationId}, ${numbers}, ${pov.partyId}, ${since}, ${now}) as restored`.execute(
      tx.db,
    );
    return recordNumbers(pov, "classifier_examples_restored", rows[0]?.restored ?? [], { ...deps, ...tx });
  });
  deps.classifiers.look(pov.organizationId);
  return restored;
}

async function recordNumbers(pov: Pov, verb: string, numbers: number[], deps: Deps): Promise<ChosenExamples> {
  if (numbers.length === 0) throw new DomainError("not_found");
  await recordAct(pov, { verb, objectKind: "classifier", facts: { numbers } }, deps);
  return { numbers };
}

async function readableOf(pov: Pov, numbers: readonly number[], { db }: Deps): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`
    select e.number from ${EXAMPLES}
    where e.organization_id = ${pov.organizationId} and e.number = any(${numbers}) and ${readsExample(pov)}
    order by e.number`.execute(db);
  return rows.map(({ number }) => number);
}

/**
 * Forgets the texts of removed examples once they cannot come back and the live model does not learn them any more. For
 * a request it stays recorded that it is no example of that category.
 */
export async function forgetRemovedExamples(organizationId: string, { pool, clock }: Deps): Promise<void> {
  await pool.query(FORGET, [organizationId, new Date(clock.now().getTime() - RESTORABLE_MS)]);
}

const FORGET = `
  with past as (
    select r.number, r.sequence_id from classifier_removal r
    where r.organization_id = $1 and r.removed_at <= $2 and r.text <> ''
      and not exists (select 1 from classifier_model m where m.organization_id = $1 and m.facet = 'category'
        and m.state = 'live' and m.learns_after < r.removed_as)),
  imported as (
    delete from classifier_removal r using past
    where r.organization_id = $1 and r.number = past.number and past.sequence_id is null)
  update classifier_removal r set text = '' from past
  where r.organization_id = $1 and r.number = past.number and past.sequence_id is not null`;
