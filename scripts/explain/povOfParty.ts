import type { Client } from "pg";
import type { MemberView, Pov } from "../../src/domain/pov/pov";
import { ForeseenFailure } from "../launch/foreseenFailure";

type Row = {
  id: string;
  kind: string;
  name: string;
  organization_id: string;
  member_view: MemberView;
  team_ids: string[];
  supervised_ids: string[];
};

export type Person = { name: string; pov: Pov };

/**
 * Loads the present point of view of a party. `named` is its id or, for a rep, the e-mail address.
 *
 * @throws ForeseenFailure if no party or more than one matches
 */
export async function povOfParty(named: string, client: Client): Promise<Person> {
  const { rows } = await client.query<Row>(PARTIES, [named.trim().toLowerCase()]);
  const [row] = rows;
  if (!row) throw new ForeseenFailure(`No party has the id or the address “${named}”.`);
  if (rows.length > 1) {
    const choices = rows.map(({ id, organization_id }) => `${id} (organization ${organization_id})`);
    throw new ForeseenFailure(`“${named}” is more than one party; name one by its id: ${choices.join(", ")}.`);
  }
  const isMember = row.kind === "rep";
  return {
    name: `${row.name} (${row.kind})`,
    pov: {
      partyId: row.id,
      organizationId: row.organization_id,
      kind: isMember ? "member" : "external",
      groupIds: isMember ? [...row.team_ids, row.organization_id] : [],
      supervisedTeamIds: row.supervised_ids,
      memberView: row.member_view,
    },
  };
}

const PARTIES = `
  select p.id, p.kind::text as kind, p.name, p.organization_id, o.member_view,
    array(select m.team_id from team_member m where m.rep_id = p.id and m.until_at is null order by m.team_id) as team_ids,
    array(select m.team_id from team_member m where m.rep_id = p.id and m.until_at is null and m.is_supervisor
      and r.role <> 'rep' order by m.team_id) as supervised_ids
  from party p join organization o on o.id = p.organization_id
    left join rep r on r.party_id = p.id left join app_user u on u.id = r.user_id
  where p.id::text = $1 or lower(u.email) = $1`;
