import { type RawBuilder, sql } from "kysely";
import type { Pov } from "@/domain/pov/pov";
import { seesFirstWords } from "../../conversation/load/firstWords";
import { followsInteraction } from "../../pov/visibility";

/** Examples `e`, and of those that came from requests the request `r` and its interaction `i`. */
export const EXAMPLES: RawBuilder<unknown> = sql`classifier_example e
  left join request r on r.sequence_id = e.sequence_id
  left join interaction i on i.id = r.interaction_id`;

/**
 * Whether `pov` may read example `e`: an imported one, or one of a request that it follows and whose first words it
 * sees. The page, the export and removing ask this same question, so that none of them tells more than another.
 */
export function readsExample(pov: Pov): RawBuilder<boolean> {
  return sql<boolean>`(e.organization_id = ${pov.organizationId} and (e.sequence_id is null
    or (${followsInteraction(pov)} and ${seesFirstWords(pov)})))`;
}
