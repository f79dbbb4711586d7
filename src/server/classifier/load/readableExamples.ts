import { type RawBuilder, sql } from "kysely";
import type { Pov } from "@/domain/pov/pov";
import { seesFirstWords } from "../../conversation/load/firstWords";
import { followsInteraction } from "../../pov/visibility";

/** Examples `e`, each with its request `r` and that one's interaction `i` if it came from a request. */
export const EXAMPLES: RawBuilder<unknown> = sql`classifier_example e
  left join request r on r.sequence_id = e.sequence_id
  left join interaction i on i.id = r.interaction_id`;

/**
 * Whether `pov` may read example `e`: it was imported, or it came from a request that `pov` follows and whose first
 * words it sees. The page, the export and removing all ask this question, so that none of them tells more than the
 * others.
 */
export function readsExample(pov: Pov): RawBuilder<boolean> {
  return sql<boolean>`(e.organization_id = ${pov.organizationId} and (e.sequence_id is null
    or (${followsInteraction(pov)} and ${seesFirstWords(pov)})))`;
}
