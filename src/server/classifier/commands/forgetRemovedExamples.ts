import type { Deps } from "../../deps";
import { RESTORABLE_MS } from "./removeExamples";

/**
 * Forgets the texts of examples that were removed, once they cannot come back and no model in use learns them any more.
 * Of a request it stays known that it is no example of that category.
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
