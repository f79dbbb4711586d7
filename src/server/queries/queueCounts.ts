import type { Pov } from "@/domain/pov/pov";
import type { BackchannelRow, QueueCounts } from "@/domain/views/repViews";
import type { Deps } from "../deps";

/** More than this is shown as "999+": a count never costs more than a page. */
const COUNTED_MAX = 1_000;
const BACKCHANNELS_MAX = 200;

/** How much waits for a member, per view: the same rows as the lists, counted. */
export async function queueCounts(pov: Pov, { pool }: Pick<Deps, "pool">): Promise<QueueCounts> {
  const { rows } = await pool.query<QueueCounts>({
    name: "queue_counts",
    text: QUEUE_COUNTS,
    values: [pov.partyId, pov.groupIds, pov.organizationId],
  });
  const counts = rows[0];
  if (!counts) throw new Error("a count always has a row");
  return counts;
}

const QUEUE_COUNTS = `
  select
    (select count(*) from (select 1 from request r where r.state = 'assigned' and r.assigned_to_id = $1::uuid limit ${COUNTED_MAX}) x) as mine,
    (select count(*) from (select 1 from request r where r.organization_id = $3 and r.state = 'unassigned' limit ${COUNTED_MAX}) x) as unassigned,
    (select count(*) from participation p join interaction i on i.id = p.interaction_id
      where p.party_id = $1::uuid and p.from_at is not null and p.until_at is null and p.declined_at is null and i.audience = 'internal' and i.ended_at is null) as backchannels,
    (select count(distinct p.interaction_id) from participation p
      where p.party_id = any($2::uuid[] || $1::uuid) and p.from_at is null and p.until_at is null and p.declined_at is null) as invitations,
    coalesce((select json_agg(json_build_object('teamId', t.id, 'name', t.name, 'waiting',
        (select count(*) from (select 1 from request r where r.organization_id = $3 and r.state = 'queued' and r.team_id = t.id limit ${COUNTED_MAX}) x)) order by t.name)
      from party t where t.id = any($2::uuid[]) and t.kind = 'team'), '[]') as teams`;

/** The backchannels that a member takes part in or is invited to, newest first; nothing of a parent is in them (P4). */
export async function backchannelRows(
  pov: Pov,
  { pool }: Pick<Deps, "pool">,
  interactionId: string | null = null,
): Promise<BackchannelRow[]> {
  const { rows } = await pool.query<BackchannelRow>({
    name: "backchannel_rows",
    text: BACKCHANNEL_ROWS,
    values: [pov.partyId, pov.groupIds, interactionId],
  });
  return rows;
}

const BACKCHANNEL_ROWS = `
  select * from (
    select distinct on (i.id) i.id as "interactionId", coalesce(i.name, '') as name, inviter.name as "invitedBy",
      case when p.from_at is null then p.invitation_note end as note,
      case when p.from_at is null then 'invited' else 'taking_part' end as participation, i.started_at as "startedAt",
      case when p.from_at is not null then i.last_message_at end as "lastMessageAt",
      case when p.from_at is null then 0 else (select count(*) from (
        select 1 from pov_entry e where e.list_id = $1 and e.interaction_id = i.id and e.kind = 'message'
          and e.ordinal > coalesce((select ordinal from pov_read x where x.party_id = $1 and x.interaction_id = i.id), 0) limit 100) u) end as "unreadCount"
    from participation p
      join interaction i on i.id = p.interaction_id
      left join party inviter on inviter.id = p.invited_by_id
    where p.party_id = any($2::uuid[] || $1::uuid) and p.until_at is null and p.declined_at is null and i.audience = 'internal'
      and i.ended_at is null and (p.party_id = $1 or p.from_at is null) and ($3::uuid is null or i.id = $3)
    order by i.id, p.from_at nulls last
  ) rows
  order by participation, coalesce("lastMessageAt", "startedAt") desc
  limit ${BACKCHANNELS_MAX}`;
