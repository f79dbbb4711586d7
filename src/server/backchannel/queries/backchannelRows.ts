import type { BackchannelRow } from "@/contract/views/backchannelViews";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../../deps";
import { isOpenPart } from "../../pov/takesPartNow";

const ROWS_MAX = 200;
const UNREAD_COUNTED_MAX = 100;
/** A backchannel leaves the list when nobody has written in it for so long. Its address still opens it. */
const FRESH_MS = 7 * 86_400_000;

/**
 * A backchannel is listed if somebody has written in it since this moment. Others are later marked as quiet, and then
 * not read at all (`markQuietBackchannels`).
 */
export function freshSince(now: Date): Date {
  return new Date(now.getTime() - FRESH_MS);
}

/**
 * The backchannels that a member is invited to or takes part in: invitations first, then the latest. They contain
 * nothing of a parent (P4).
 *
 * @param interactionIds only these; all if absent
 */
export async function backchannelRows(
  pov: Pov,
  { pool, clock }: Pick<Deps, "pool" | "clock">,
  interactionIds?: readonly string[],
): Promise<BackchannelRow[]> {
  const { rows } = await pool.query<BackchannelRow>({
    name: "backchannel_rows",
    text: BACKCHANNEL_ROWS,
    values: [pov.partyId, pov.groupIds, interactionIds ?? null, freshSince(clock.now())],
  });
  return rows;
}

/**
 * SQL: what is listed: backchannels that the party takes part in, and all interactions that it or a group is invited
 * to, also those with a customer. Both the list and its badges use it, so that they agree.
 *
 * @param of placeholders: the party, its groups, since when somebody must have written, and the only ids, if any
 */
export function listedBackchannels(of: { party: string; groups: string; since: string; only?: string }): string {
  const only = of.only === undefined ? "" : `and (${of.only}::uuid[] is null or i.id = any(${of.only}))`;
  return `select * from (
      select distinct on (i.id) i.id as interaction_id, p.id as participation_id,
        case when p.from_at is null then 'invited' else 'taking_part' end as participation, i.started_at,
        case when p.from_at is not null and i.last_ordinal > p.after_ordinal then i.last_message_at end as last_message_at
      from participation p join interaction i on i.id = p.interaction_id
      where p.party_id = any(${of.groups}::uuid[] || ${of.party}::uuid) and p.role in ('member', 'specialist')
        and ${isOpenPart("p")} and p.quiet_at is null
        and i.ended_at is null and i.deactivated_at is null ${only}
        and (p.from_at is null or (i.audience = 'internal' and p.party_id = ${of.party}
          and coalesce(i.last_message_at, i.started_at) > ${of.since}))
      order by i.id, p.from_at nulls last, p.party_id = ${of.party} desc
    ) listed
    order by participation, coalesce(last_message_at, started_at) desc, interaction_id
    limit ${ROWS_MAX}`;
}

const BACKCHANNEL_ROWS = `
  select i.id as "interactionId", coalesce(i.name, '') as name, inviter.name as "invitedBy",
    case when p.from_at is null then p.invitation_note end as note, listed.participation, listed.started_at as "startedAt",
    listed.last_message_at as "lastMessageAt",
    case when p.from_at is null then 0 else (select count(*) from (
      select distinct e.ordinal from pov_entry e join message m on m.id = e.message_id and m.author_id <> $1 and m.deleted_at is null
      where e.list_id = $1 and e.interaction_id = i.id and e.kind = 'message'
        and e.ordinal > coalesce((select ordinal from pov_read x where x.party_id = $1 and x.interaction_id = i.id), 0)
      limit ${UNREAD_COUNTED_MAX}) u) end as "unreadCount"
  from (${listedBackchannels({ party: "$1", groups: "$2", only: "$3", since: "$4" })}) listed
    join interaction i on i.id = listed.interaction_id
    join participation p on p.id = listed.participation_id
    left join party inviter on inviter.id = p.invited_by_id
  order by listed.participation, coalesce(listed.last_message_at, listed.started_at) desc, i.id`;
