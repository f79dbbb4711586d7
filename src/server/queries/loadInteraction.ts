import { grantsSight, type Pov } from "@/domain/pov/pov";
import type { Deps } from "../deps";

/** Where a point of view stands in an interaction. */
export type InteractionStanding = {
  readonly id: string;
  readonly organizationId: string;
  readonly conversationId: string;
  readonly sequenceId: string | null;
  readonly parentId: string | null;
  readonly audience: "customer" | "internal";
  readonly openedById: string;
  readonly lastOrdinal: number;
  readonly isEnded: boolean;
  readonly viewer: "taking_part" | "invited" | "took_part" | "group" | "privileged";
  /** The viewer's own open participation or invitation. */
  readonly participationId: string | null;
  readonly authorId: string;
  readonly authorName: string;
  /** How the viewer appears to the other side (P8). */
  readonly aliasName: string;
  readonly aliasPicture: string | null;
};

type Row = {
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

/** The interaction as it stands to `pov`; null where it is not there for it, whatever the reason. */
export async function loadInteraction(
  pov: Pov,
  interactionId: string,
  deps: Deps,
): Promise<InteractionStanding | null> {
  const { rows } = await deps.pool.query<Row>({
    name: "load_interaction",
    text: LOAD_INTERACTION,
    values: [interactionId, pov.partyId, pov.groupIds, pov.organizationId],
  });
  const row = rows[0];
  const viewer = row ? viewerOf(pov, row) : null;
  if (!row || viewer === null) return null;
  const usesOwnName = row.shows_reps_as === "public_name" && row.public_name !== null;
  return {
    id: row.id,
    organizationId: row.organization_id,
    conversationId: row.conversation_id,
    sequenceId: row.sequence_id,
    parentId: row.parent_id,
    audience: row.audience,
    openedById: row.opened_by_id,
    lastOrdinal: row.last_ordinal,
    isEnded: row.is_ended,
    viewer,
    participationId: row.participation_id,
    authorId: pov.partyId,
    authorName: row.name,
    aliasName: usesOwnName ? (row.public_name ?? row.org_alias) : row.org_alias,
    aliasPicture: usesOwnName ? row.picture : row.org_picture,
  };
}

function viewerOf(pov: Pov, row: Row): InteractionStanding["viewer"] | null {
  if (row.takes_part) return "taking_part";
  if (row.is_invited) return "invited";
  if (row.group_takes_part) return "group";
  if (grantsSight(pov, { organizationId: row.organization_id, audience: row.audience, teamId: row.team_id }))
    return "privileged";
  return row.took_part ? "took_part" : null;
}

const LOAD_INTERACTION = `
  select i.id, i.organization_id, i.conversation_id, i.sequence_id, i.parent_id, i.audience, i.opened_by_id, i.last_ordinal,
    (i.ended_at is not null or i.deactivated_at is not null) as is_ended, r.team_id,
    own.id as participation_id, coalesce(own.from_at is not null, false) as takes_part,
    coalesce(own.id is not null and own.from_at is null, false) as is_invited,
    exists (select 1 from participation g where g.interaction_id = i.id and g.party_id = any($3)
      and g.from_at is not null and g.until_at is null and g.declined_at is null) as group_takes_part,
    exists (select 1 from participation w where w.interaction_id = i.id and w.party_id = $2 and w.from_at is not null) as took_part,
    p.name, rep.public_name, rep.picture, o.shows_reps_as, o.alias_name as org_alias, o.alias_picture as org_picture
  from interaction i
    join organization o on o.id = i.organization_id
    join party p on p.id = $2
    left join rep on rep.party_id = p.id
    left join request r on r.sequence_id = i.sequence_id
    left join participation own on own.interaction_id = i.id and own.party_id = $2 and own.until_at is null and own.declined_at is null
  where i.id = $1 and i.organization_id = $4`;
