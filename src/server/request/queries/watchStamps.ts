import { sql } from "kysely";
import type { Pov } from "@/domain/pov/pov";
import { preparedRows } from "../../db/preparedRows";
import type { Deps } from "../../deps";
import { seenRevision } from "../../pov/visibility";
import { watched } from "./queuePage";

/** The version of a request, which every change of its state, team or participants raises; null if there is none. */
export async function requestVersion(sequenceId: string, { pool }: Pick<Deps, "pool">): Promise<number | null> {
  const { rows } = await pool.query<{ version: number }>({
    name: "request_version",
    text: "select version from request where sequence_id = $1",
    values: [sequenceId],
  });
  return rows[0]?.version ?? null;
}

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

/**
 * A stamp of the live requests that a supervisor watches. It differs once one of them has come, gone, changed or got a
 * message, even if all figures of the board stay the same.
 */
export async function liveStamp(pov: Pov, { db }: Pick<Deps, "db">): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select coalesce(sum(hashtextextended(concat_ws(' ', r.sequence_id, r.version, s.version, s.last_message_id), 0)::numeric), 0)::text as stamp
    from request r join sequence s on s.id = r.sequence_id join interaction i on i.id = r.interaction_id
    where r.organization_id = ${pov.organizationId} and r.state <> 'retired' and ${watched(pov)}`.execute(db);
  return rows[0]?.stamp ?? "";
}
