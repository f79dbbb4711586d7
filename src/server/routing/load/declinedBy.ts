import type { Deps } from "../../deps";
import { takesPartNow } from "../../pov/takesPartNow";

/**
 * The reps who handed waiting requests over into their queues, by sequence id. Routing does not give the requests back
 * to them (O8). Requests that nobody handed over are not in the map.
 */
export async function declinedBy(
  sequenceIds: readonly string[],
  { pool }: Pick<Deps, "pool">,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await pool.query<{ sequence_id: string; rep_ids: string[] }>({
    name: "declined_by",
    text: DECLINED_BY,
    values: [sequenceIds],
  });
  return new Map(rows.map(({ sequence_id, rep_ids }) => [sequence_id, rep_ids]));
}

/** A rep who hands over leaves in the commit in which the queue's team joins. */
const DECLINED_BY = `
  select r.sequence_id, array_agg(gone.party_id order by gone.party_id) as rep_ids
  from request r
    join participation queue on queue.interaction_id = r.interaction_id and queue.party_id = r.team_id
      and queue.role = 'responder' and ${takesPartNow("queue")}
    join participation gone on gone.interaction_id = r.interaction_id and gone.role = 'responder'
      and gone.until_at = queue.from_at and gone.removed_by_id is not null
    join rep on rep.party_id = gone.party_id
  where r.sequence_id = any($1::uuid[]) and r.state = 'queued'
  group by r.sequence_id`;
