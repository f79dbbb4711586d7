import { sql } from "kysely";
import type { QueueCounts } from "@/contract/views/queueViews";
import type { Pov } from "@/domain/pov/pov";
import { freshSince, listedBackchannels } from "../../backchannel/queries/backchannelRows";
import { preparedRows } from "../../db/preparedRows";
import type { Deps } from "../../deps";
import { followsInteraction } from "../../pov/visibility";
import { closedOf } from "./queuePage";

/** More than 999 is shown as "999+", so counting stops here. */
const COUNTED_MAX = 1_000;

/** How many rows each view of a member has: the rows of the lists, counted to 1,000. */
export async function queueCounts(pov: Pov, deps: Pick<Deps, "db" | "pool" | "clock">): Promise<QueueCounts> {
  const [{ rows }, closed] = await Promise.all([
    deps.pool.query<Omit<QueueCounts, "closed">>({
      name: "queue_counts",
      text: QUEUE_COUNTS,
      values: [pov.partyId, pov.groupIds, pov.organizationId, freshSince(deps.clock.now())],
    }),
    closedCount(pov, deps),
  ]);
  const counts = rows[0];
  if (!counts) throw new Error("a count always has a row");
  return { ...counts, closed };
}

async function closedCount(pov: Pov, deps: Pick<Deps, "db" | "pool">): Promise<number> {
  const rows = await preparedRows(
    sql<{ closed: number }>`
    select count(*) as closed from (select 1 from request r join interaction i on i.id = r.interaction_id
      join sequence s on s.id = r.sequence_id and s.merged_into_id is null
      where r.organization_id = ${pov.organizationId} and ${closedOf(pov)} and ${followsInteraction(pov)} limit ${COUNTED_MAX}) x`,
    deps,
  );
  return rows[0]?.closed ?? 0;
}

const QUEUE_COUNTS = `
  select
    (select count(*) from (select 1 from request r where r.state = 'assigned' and r.assigned_to_id = $1::uuid limit ${COUNTED_MAX}) x) as mine,
    (select count(*) from (select 1 from request r where r.organization_id = $3 and r.state = 'unassigned' limit ${COUNTED_MAX}) x) as unassigned,
    listed.backchannels, listed.invitations,
    coalesce((select json_agg(json_build_object('teamId', t.id, 'name', t.name, 'waiting',
        (select count(*) from (select 1 from request r where r.organization_id = $3 and r.state = 'queued' and r.team_id = t.id limit ${COUNTED_MAX}) x)) order by t.name)
      from party t where t.id = any($2::uuid[]) and t.kind = 'team'), '[]') as teams
  from (select count(*) filter (where participation = 'taking_part') as backchannels,
      count(*) filter (where participation = 'invited') as invitations
    from (${listedBackchannels({ party: "$1", groups: "$2", since: "$4" })}) each) listed`;
