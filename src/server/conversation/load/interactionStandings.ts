import type pg from "pg";
import type { Pov } from "@/domain/pov/pov";
import { together } from "../../db/together";
import { isOpenPart, takesPartNow } from "../../pov/takesPartNow";

/** An interaction and a party's part in it, as stored. */
export type StandingRow = {
  id: string;
  organization_id: string;
  conversation_id: string;
  sequence_id: string | null;
  parent_id: string | null;
  audience: "customer" | "internal";
  opened_by_id: string;
  last_ordinal: number;
  is_ended: boolean;
  team_id: string | null;
  participation_id: string | null;
  takes_part: boolean;
  is_invited: boolean;
  group_takes_part: boolean;
  took_part: boolean;
  name: string;
  public_name: string | null;
  picture: string | null;
  shows_reps_as: string;
  org_alias: string;
  org_picture: string | null;
};
type Asked = { pov: Pov; interactionId: string };
export type InteractionStandings = (asked: Asked) => Promise<StandingRow | null>;

const BOUNDS = { lanesMax: 2, itemsMax: 64 };

/**
 * Reads interactions that exist for a point of view; simultaneous calls share one query. Null for a hidden or missing
 * one: the database filters, so that both cost the same.
 */
export function interactionStandings(pool: pg.Pool): InteractionStandings {
  return together<Asked, StandingRow | null>(async (asked) => {
    const { rows } = await pool.query<StandingRow & { n: number }>({
      name: "interaction_standings",
      text: INTERACTION_STANDINGS,
      values: [
        asked.map(({ interactionId }) => interactionId),
        asked.map(({ pov }) => pov.partyId),
        asked.map(({ pov }) => pov.organizationId),
        asked.map(({ pov }) => `{${pov.groupIds.join()}}`),
        asked.map(({ pov }) => `{${pov.supervisedTeamIds.join()}}`),
        asked.map(({ pov }) => (pov.kind === "member" ? pov.memberView : null)),
      ],
    });
    const found = new Map(rows.map((row) => [row.n, row]));
    return asked.map((_, index) => found.get(index + 1) ?? null);
  }, BOUNDS);
}

const INTERACTION_STANDINGS = `
  select a.n, i.id, i.organization_id, i.conversation_id, i.sequence_id, i.parent_id, i.audience, i.opened_by_id,
    i.last_ordinal, (i.ended_at is not null or i.deactivated_at is not null) as is_ended, r.team_id,
    own.id as participation_id, coalesce(own.from_at is not null, false) as takes_part,
    coalesce(own.id is not null and own.from_at is null, false) as is_invited,
    exists (select 1 from participation g where g.interaction_id = i.id and g.party_id = any(a.group_ids::uuid[])
      and ${takesPartNow("g")}) as group_takes_part,
    exists (select 1 from participation w where w.interaction_id = i.id and w.party_id = a.party_id
      and w.from_at is not null) as took_part,
    p.name, rep.public_name, rep.picture, o.shows_reps_as, o.alias_name as org_alias, o.alias_picture as org_picture
  from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[]) with ordinality
      as a (interaction_id, party_id, organization_id, group_ids, supervised_ids, member_view, n)
    join interaction i on i.id = a.interaction_id and i.organization_id = a.organization_id
    join organization o on o.id = i.organization_id
    join party p on p.id = a.party_id
    left join rep on rep.party_id = p.id
    left join request r on r.sequence_id = i.sequence_id
    left join participation own on own.interaction_id = i.id and own.party_id = a.party_id and ${isOpenPart("own")}
  where own.id is not null
    or exists (select 1 from participation g where g.interaction_id = i.id and g.from_at is not null
      and (g.party_id = a.party_id
        or (g.party_id = any(a.group_ids::uuid[]) and ${isOpenPart("g")})))
    or (a.member_view is not null and (a.member_view = 'everything' or r.team_id = any(a.supervised_ids::uuid[])
      or (i.audience = 'customer' and (a.member_view = 'organization_customer_facing'
        or (a.member_view = 'team_customer_facing' and r.team_id = any(a.group_ids::uuid[]))))))`;
