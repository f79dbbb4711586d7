import type { Selectable } from "kysely";
import { type RawBuilder, sql } from "kysely";
import type { QueueRow } from "@/contract/views/queueViews";
import type { ClockView } from "@/contract/views/requestViews";
import type { Pov } from "@/domain/pov/pov";
import { clockTurns } from "@/domain/sla/clockTurns";
import { readClock } from "@/domain/sla/readClock";
import type { SlaClock, SlaPause } from "../../db/generated/tables";
import { reviveRow } from "../../db/reviveRow";
import type { Deps } from "../../deps";
import type { OrganizationConfiguration } from "../../organization/load/configurations";
import { lookAt, type Sighted, type TraceDeps, tracedRows } from "../../pov/tracedRows";
import { followsInteraction, seenRevision, unreadCount } from "../../pov/visibility";
import { domainClock, type StoredClock } from "../load/loadRequest";

const PREVIEW_LENGTH_MAX = 140;
/** More unread than this is shown as "99+". */
const UNREAD_COUNTED_MAX = 100;

type Row = Omit<QueueRow, "clock" | "assignedTo"> & {
  assignedToId: string | null;
  assignedToName: string | null;
  clock: (object & { pauses: object[] | null }) | null;
};

/** The order of every queue, as in its index: the next due first, and requests without a due time last. */
export const DUE_ORDER = sql`coalesce(r.next_due_at, 'infinity'::timestamptz), r.sequence_id`;

/** The clocks of request `r` that its page shows (`openClocks`): the latest of each metric, unless met or cancelled. */
export const OPEN_CLOCKS = sql`(select l.* from (select distinct on (x.metric) x.* from sla_clock x
  where x.sequence_id = r.sequence_id order by x.metric, x.instance desc) l where l.met_at is null and l.cancelled_at is null)`;

/** The next due first; paused clocks last, in the order of `SLA_METRICS`. */
export const CLOCK_ORDER = sql`k.due_at nulls last, k.metric`;

/**
 * The lines of a queue that `pov` sees and that meet `condition` (over request `r`, sequence `s`, interaction `i`),
 * most urgent first unless `order` says otherwise. Only the first `shownMax` are traced: the caller shows no more.
 */
export async function queueRows(
  pov: Pov,
  asked: { condition: RawBuilder<unknown>; limit: number; shownMax?: number; order?: RawBuilder<unknown> },
  deps: TraceDeps & Pick<Deps, "configurations">,
): Promise<QueueRow[]> {
  const rows = await tracedRows(
    pov,
    sql<Row & Sighted>`
    select r.sequence_id as "sequenceId", s.reference, s.subject, s.state, c.name as "customerName", s.category_id as "categoryId",
      s.tags, r.team_id as "teamId", r.assigned_to_id as "assignedToId", a.name as "assignedToName", r.state as "requestState",
      r.waiting_since as "waitingSince", r.next_due_at as "nextDueAt", case when m.id is not null and ${seenRevision(pov)} is not null then s.last_message_at end as "lastMessageAt",
      left(coalesce(case when m.id is not null and ${seenRevision(pov)} = m.revision then m.body end, ''), ${PREVIEW_LENGTH_MAX}) as "lastMessagePreview", r.escalation_state is not null as "isEscalated", r.escalation_held_by as "escalationHeldBy", r.retired_at as "closedAt", s.version, ${lookAt(pov)} as look,
      ${unreadCount(pov, sql`coalesce(read.ordinal, 0)`, UNREAD_COUNTED_MAX)} as "unreadCount",
      (select to_jsonb(k) || jsonb_build_object('pauses', (select jsonb_agg(to_jsonb(x)) from sla_pause x where x.sla_clock_id = k.id))
        from ${OPEN_CLOCKS} k where r.state <> 'retired' order by ${CLOCK_ORDER} limit 1) as clock
    from request r
      join sequence s on s.id = r.sequence_id
      join interaction i on i.id = r.interaction_id
      join party c on c.id = r.contact_id
      left join party a on a.id = r.assigned_to_id
      left join message m on m.id = s.last_message_id
      left join pov_read read on read.party_id = ${pov.partyId} and read.interaction_id = i.id
    where r.organization_id = ${pov.organizationId} and s.merged_into_id is null and ${asked.condition} and ${followsInteraction(pov)}
    order by ${asked.order ?? DUE_ORDER}
    limit ${asked.limit}`,
    deps,
    asked.shownMax,
  );
  if (rows.length === 0) return [];
  const configuration = await deps.configurations.of(pov.organizationId);
  const nowMs = deps.clock.now().getTime();
  return rows.map(({ assignedToId, assignedToName, clock, ...row }) => ({
    ...row,
    assignedTo: assignedToId === null ? null : { id: assignedToId, name: assignedToName ?? "" },
    clock: clock === null ? null : clockView(storedClock(clock), configuration, nowMs),
  }));
}

/** A stored clock as it is shown at `nowMs`. */
export function clockView(clock: StoredClock, configuration: OrganizationConfiguration, nowMs: number): ClockView {
  const ofDomain = domainClock(clock, configuration);
  const reading = readClock(ofDomain, nowMs);
  const { atRiskAtMs, turnsAtMs } = clockTurns(ofDomain, reading, nowMs);
  return {
    metric: clock.metric,
    state: reading.state,
    dueAt: reading.dueAtMs === null ? null : new Date(reading.dueAtMs),
    atRiskAt: atRiskAtMs === null ? null : new Date(atRiskAtMs),
    turnsAt: turnsAtMs.map((atMs) => new Date(atMs)),
  };
}

/** A clock row that was read through `to_jsonb`. */
export function storedClock(json: object & { pauses: object[] | null }): StoredClock {
  return {
    ...reviveRow<Selectable<SlaClock>>(json),
    pauses: (json.pauses ?? []).map((pause) => reviveRow<Selectable<SlaPause>>(pause)),
  };
}
