import { sql } from "kysely";
import type { UnverifiedId } from "@/contract/inputs/unverifiedId";
import type { InteractionView } from "@/contract/views/conversationViews";
import { endingRefusal, removalRefusal } from "@/domain/backchannel/mayChangeParts";
import { DomainError } from "@/domain/errors";
import { grantsSight as grants } from "@/domain/pov/grantsSight";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../../deps";
import { idToLookUp } from "../../pov/idToLookUp";
import { povOrdinal } from "../../pov/povOrdinals";
import { presentPosition } from "../../pov/presentPosition";
import { lookAt, type Sighted, type TraceDeps, tracedRows } from "../../pov/tracedRows";
import { knowsInteraction, seesInteraction, unreadCount } from "../../pov/visibility";
import { leftAt, type ParticipantRow, participantView, shownParts } from "./participantViews";

const UNREAD_COUNTED_MAX = 100;

type Row = {
  id: string;
  organizationId: string;
  sequenceId: string | null;
  parentId: string | null;
  openedById: string;
  teamId: string | null;
  audience: "customer" | "internal";
  name: string | null;
  startedAt: Date;
  endedAt: Date | null;
  seesParent: boolean;
  seesSequence: boolean;
  unreadCount: number;
  lastReadOrdinal: number;
  participants: ParticipantRow[];
};

/** One interaction as `pov` sees it. @throws DomainError `not_found` if it is missing or hidden */
export async function interactionView(
  pov: Pov,
  interactionId: UnverifiedId<"interaction">,
  deps: Deps,
): Promise<InteractionView & { asOf: string }> {
  const asOf = await presentPosition(pov, deps);
  const [view] = await interactionViews(pov, { interactionIds: [idToLookUp(interactionId)] }, deps);
  if (!view) throw new DomainError("not_found");
  return { ...view, asOf };
}

/**
 * Interactions as `pov` sees them. A backchannel whose parent is hidden from `pov` names neither the parent nor the
 * sequence (P4). An invited party sees only themselves and who invited them. A party who left sees the interaction as
 * it was then (P2).
 */
export async function interactionViews(
  pov: Pov,
  of: { sequenceId: string } | { interactionIds: readonly string[] },
  deps: TraceDeps,
): Promise<InteractionView[]> {
  const wanted =
    "sequenceId" in of ? sql`i.sequence_id = ${of.sequenceId}` : sql`i.id = any(${of.interactionIds}::uuid[])`;
  const rows = await tracedRows(
    pov,
    sql<Row & Sighted>`
    select i.id, i.organization_id as "organizationId", i.sequence_id as "sequenceId", i.parent_id as "parentId", i.opened_by_id as "openedById", r.team_id as "teamId",
      i.audience, i.name, ${lookAt(pov)} as look, i.started_at as "startedAt", i.ended_at as "endedAt",
      ${seesOther(pov, "i.parent_id")} as "seesParent",
      (i.parent_id is null or ${seesOther(pov, "r.interaction_id")}) as "seesSequence",
      ${povOrdinal(pov, sql`coalesce(read.ordinal, 0)`)} as "lastReadOrdinal",
      ${unreadCount(pov, sql`coalesce(read.ordinal, 0)`, UNREAD_COUNTED_MAX)} as "unreadCount",
      (select jsonb_agg(jsonb_build_object('partyId', p.party_id, 'kind', party.kind, 'name', party.name, 'role', p.role,
          'invitedById', p.invited_by_id, 'invitedAt', p.invited_at, 'fromAt', p.from_at, 'untilAt', p.until_at, 'declinedAt', p.declined_at,
          'declineReason', p.decline_reason, 'afterOrdinal', p.after_ordinal) order by p.id)
        from participation p join party on party.id = p.party_id where p.interaction_id = i.id) as participants
    from interaction i
      left join request r on r.sequence_id = i.sequence_id
      left join pov_read read on read.party_id = ${pov.partyId} and read.interaction_id = i.id
    where ${wanted} and i.organization_id = ${pov.organizationId} and ${seesInteraction(pov)}
    order by i.audience, i.started_at, i.id`,
    deps,
  );
  return rows.map((row) => viewOf(row, pov));
}

/** SQL: whether `pov` knows the interaction whose id is in `column`. */
function seesOther(pov: Pov, column: "i.parent_id" | "r.interaction_id") {
  return sql<boolean>`exists (select 1 from (select * from interaction o where o.id = ${sql.raw(column)}) i where ${knowsInteraction(pov)})`;
}

function viewOf(row: Row, pov: Pov): InteractionView {
  const viewer = viewerOf(row, pov);
  const leftAtMs = viewer === "took_part" ? leftAt(row.participants, pov) : Number.POSITIVE_INFINITY;
  return {
    id: row.id,
    sequenceId: row.seesSequence && !(viewer === "invited" && row.parentId === null) ? row.sequenceId : null,
    parentId: row.seesParent ? row.parentId : null,
    audience: row.audience,
    name: row.name,
    startedAt: row.startedAt,
    endedAt: row.endedAt !== null && row.endedAt.getTime() < leftAtMs ? row.endedAt : null,
    participants: shownParts(viewer, row.participants, pov).map((part) =>
      participantView(part, mayRemove(viewer, part, row, pov)),
    ),
    viewer,
    mayEnd: viewer === "taking_part" && mayEnd(row, pov),
    unreadCount: viewer === "invited" ? 0 : row.unreadCount,
    lastReadOrdinal: row.lastReadOrdinal,
  };
}

function mayEnd({ parentId, openedById, participants }: Row, { partyId }: Pov): boolean {
  const partyIds = participants.filter(isTakingPart).map((each) => each.partyId);
  return parentId !== null && endingRefusal({ actorId: partyId, openedById, partyIds }) === null;
}

/** A party who has left or declined cannot be removed. The command refuses to remove the last shared party (C6). */
function mayRemove(
  viewer: InteractionView["viewer"],
  part: ParticipantRow,
  { participants, openedById }: Row,
  { partyId }: Pov,
): boolean {
  const own = participants.find((each) => each.partyId === partyId && isTakingPart(each));
  if (viewer !== "taking_part" || !own || part.untilAt !== null || part.declinedAt !== null) return false;
  const partOf = (each: ParticipantRow) => ({ id: each.partyId, role: each.role, invitedById: each.invitedById });
  return removalRefusal({ actor: partOf(own), removed: partOf(part), openedById }) === null;
}

/**
 * How `pov` stands in an interaction. An invitation takes nothing away: a member who sees a customer's interaction by
 * role or rule, or from before they left (P2), still sees it while they or a group of theirs are invited to it.
 */
function viewerOf(row: Row, pov: Pov): InteractionView["viewer"] {
  const isGranted = grants(pov, row);
  const current = row.participants.filter(({ untilAt, declinedAt }) => untilAt === null && declinedAt === null);
  const own = current.find(({ partyId }) => partyId === pov.partyId);
  if (own && own.fromAt !== null) return "taking_part";
  if (row.audience === "customer" && isGranted) return "privileged";
  const ofGroup = current.find(({ partyId }) => pov.groupIds.includes(partyId));
  const isInvited = own !== undefined || ofGroup?.fromAt === null;
  if (isInvited) return row.audience === "customer" && tookPart(row, pov) ? "took_part" : "invited";
  if (ofGroup || isGranted) return "privileged";
  return "took_part";
}

const tookPart = ({ participants }: Row, { partyId }: Pov) =>
  participants.some((each) => each.partyId === partyId && each.fromAt !== null);

const isTakingPart = ({ fromAt, untilAt, declinedAt }: ParticipantRow) =>
  fromAt !== null && untilAt === null && declinedAt === null;
