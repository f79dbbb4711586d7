import type { RepRole } from "@/contract/views/organizationViews";
import type { MemberView, Pov } from "@/domain/pov/pov";
import { together } from "../db/together";
import type { Deps } from "../deps";

/** A signed-in member as they are now: each request reads session, person, roles and teams anew. */
export type Viewer = {
  readonly sessionId: string;
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly role: RepRole;
  readonly pov: Pov;
};

type Row = {
  session_id: string;
  user_id: string;
  email: string;
  name: string;
  role: RepRole;
  rep_id: string;
  organization_id: string;
  member_view: MemberView;
  team_ids: string[];
  supervised_ids: string[];
};

/** Tells who a session belongs to; null once it is revoked or expired, or the person is deactivated. */
export type Viewers = { of(sessionId: string): Promise<Viewer | null> };

const BOUNDS = { lanesMax: 2, itemsMax: 2_000 };

/**
 * Reads viewers. Viewers that are asked for at the same moment share one query, so that a check on every request and
 * delivery costs little. Nothing is cached.
 */
export function viewers({ pool, clock }: Pick<Deps, "pool" | "clock">): Viewers {
  const of = together<string, Viewer | null>(async (sessionIds) => {
    const { rows } = await pool.query<Row>({
      name: "viewers",
      text: VIEWERS,
      values: [[...new Set(sessionIds)], clock.now()],
    });
    const found = new Map(rows.map((row) => [row.session_id, viewerOf(row)]));
    return sessionIds.map((id) => found.get(id) ?? null);
  }, BOUNDS);
  return { of };
}

function viewerOf(row: Row): Viewer {
  return {
    sessionId: row.session_id,
    userId: row.user_id,
    email: row.email,
    name: row.name,
    role: row.role,
    pov: {
      partyId: row.rep_id,
      organizationId: row.organization_id,
      kind: "member",
      groupIds: [...row.team_ids, row.organization_id],
      supervisedTeamIds: row.supervised_ids,
      memberView: row.member_view,
    },
  };
}

const VIEWERS = `
  select s.id as session_id, u.id as user_id, u.email, p.name, r.role, r.party_id as rep_id, r.organization_id, o.member_view,
    array(select m.team_id from team_member m where m.rep_id = r.party_id and m.until_at is null order by m.team_id) as team_ids,
    array(select m.team_id from team_member m where m.rep_id = r.party_id and m.until_at is null and m.is_supervisor
      and r.role <> 'rep' order by m.team_id) as supervised_ids
  from user_session s
    join app_user u on u.id = s.user_id and u.deactivated_at is null
    join rep r on r.party_id = s.rep_id
    join party p on p.id = r.party_id and p.deactivated_at is null
    join organization o on o.id = r.organization_id
  where s.id = any($1::uuid[]) and s.revoked_at is null and s.expires_at > $2`;
