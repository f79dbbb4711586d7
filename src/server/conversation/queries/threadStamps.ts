import { sql } from "kysely";
import type { Pov } from "@/domain/pov/pov";
import { preparedRows } from "../../db/preparedRows";
import type { Deps } from "../../deps";
import { seenRevision } from "../../pov/visibility";

export type ThreadStamp = { interactionId: string; count: number; lastOrdinal: number; revisions: number };

/**
 * Stamps of the messages of a sequence that `pov` sees, one for each interaction. Equal stamps mean equal messages: a
 * new message raises the last ordinal, an edit the revisions, and a deletion lowers the count.
 */
export function threadStamps(pov: Pov, sequenceId: string, deps: Pick<Deps, "db" | "pool">): Promise<ThreadStamp[]> {
  return preparedRows(
    sql<ThreadStamp>`
    select i.id as "interactionId", count(*) as count, max(m.ordinal) as "lastOrdinal", sum(v.revision)::int8 as revisions
    from interaction i
      join message m on m.interaction_id = i.id
      cross join lateral (select ${seenRevision(pov)} as revision) v
    where i.sequence_id = ${sequenceId} and i.organization_id = ${pov.organizationId} and v.revision is not null
    group by i.id order by i.id`,
    deps,
  );
}
