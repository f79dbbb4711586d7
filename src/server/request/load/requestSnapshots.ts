import type pg from "pg";
import type { ParticipantRole, PartyKind } from "../../db/generated/enums";
import { together } from "../../db/together";
import { isOpenPart } from "../../pov/takesPartNow";

/** A party that takes part in a request's interaction now, or is invited (`from_at` is null). */
export type CurrentParty = {
  id: string;
  kind: PartyKind;
  role: ParticipantRole;
  from_at: Date | null;
};

/** The rows of a request at one moment. */
export type RequestSnapshot = {
  config_version: number;
  classifier_stamp: number;
  request: object;
  sequence: object;
  interaction: object;
  tier: string | null;
  parties: CurrentParty[] | null;
  clocks: (object & { pauses: object[] | null })[] | null;
};
export type RequestSnapshots = (sequenceId: string) => Promise<RequestSnapshot | null>;

const BOUNDS = { lanesMax: 2, itemsMax: 64 };

/** Reads the rows of a request by its sequence; null if there is none. Simultaneous calls share one query. */
export function requestSnapshots(pool: pg.Pool): RequestSnapshots {
  return together<string, RequestSnapshot | null>(async (sequenceIds) => {
    const { rows } = await pool.query<RequestSnapshot & { sequence_id: string }>({
      name: "request_snapshots",
      text: REQUEST_SNAPSHOTS,
      values: [sequenceIds],
    });
    const found = new Map(rows.map((row) => [row.sequence_id, row]));
    return sequenceIds.map((id) => found.get(id) ?? null);
  }, BOUNDS);
}

const REQUEST_SNAPSHOTS = `
  select r.sequence_id, o.config_version, coalesce(k.stamp, 0) as classifier_stamp, to_jsonb(r) as request, to_jsonb(s) as sequence, to_jsonb(i) as interaction, t.tier,
    (select jsonb_agg(jsonb_build_object('id', p.party_id, 'kind', party.kind, 'role', p.role, 'from_at', p.from_at))
      from participation p join party on party.id = p.party_id
      where p.interaction_id = r.interaction_id and ${isOpenPart("p")}) as parties,
    (select jsonb_agg(to_jsonb(c) || jsonb_build_object('pauses',
        (select jsonb_agg(to_jsonb(x) order by x.from_at) from sla_pause x where x.sla_clock_id = c.id)) order by c.started_at, c.instance)
      from (select distinct on (k.metric) k.* from sla_clock k where k.sequence_id = r.sequence_id
        order by k.metric, k.instance desc) c) as clocks
  from request r
    join sequence s on s.id = r.sequence_id
    join interaction i on i.id = r.interaction_id
    join contact t on t.party_id = r.contact_id
    join organization o on o.id = r.organization_id
    left join classifier k on k.organization_id = r.organization_id
  where r.sequence_id = any($1::uuid[])`;
