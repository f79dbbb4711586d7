import { sql } from "kysely";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../deps";
import { watched } from "../request/queries/queuePage";

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
