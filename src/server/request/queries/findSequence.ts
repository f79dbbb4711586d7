import { sql } from "kysely";
import type { FindSequence } from "@/contract/inputs/request";
import type { FoundSequence } from "@/contract/views/requestViews";
import { referenceIn } from "@/domain/conversation/referenceIn";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../../deps";
import { lookAt, type Sighted, tracedRows } from "../../pov/tracedRows";
import { knowsInteraction } from "../../pov/visibility";

/** The sequence whose reference is in `text`; null if it is missing or hidden, or the text has no reference. */
export async function findSequence(pov: Pov, { text }: FindSequence, deps: Deps): Promise<FoundSequence | null> {
  const reference = referenceIn(text);
  if (reference === null) return null;
  const [found] = await tracedRows(
    pov,
    sql<FoundSequence & Sighted>`
    select s.id, s.reference, ${lookAt(pov)} as look
    from sequence s join request r on r.sequence_id = s.id join interaction i on i.id = r.interaction_id
    where s.organization_id = ${pov.organizationId} and s.reference = ${reference} and ${knowsInteraction(pov)}`,
    deps,
  );
  return found ?? null;
}
