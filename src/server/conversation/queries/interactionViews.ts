import { sql } from "kysely";
import type { InteractionView, ParticipantView } from "@/contract/views/repViews";
import { endingRefusal, removalRefusal } from "@/domain/backchannel/mayChangeParts";
import { grantsSight as grants, type Pov } from "@/domain/pov/pov";
import { povOrdinal } from "../../pov/povOrdinals";
import { lookAt, type Sighted, type TraceDeps, tracedRows } from "../../pov/tracedRows";
import { knowsInteraction, seesInteraction, unreadCount } from "../../pov/visibility";

const UNREAD_COUNTED_MAX = 100;

type ParticipantRow = {
  partyId: string;
  kind: ParticipantView["party"]["kind"];
  name: string;
  role: ParticipantView["role"];
  invitedById: string | null;
  invitedAt: string | null;
  fromAt: string | null;
  untilAt: string | null;
  declinedAt: string | null;
  declineReason: string | null;
  afterOrdinal: number;
};

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
  return rows.map((row) => interactionView(row, pov));
}

/** SQL: whether `pov` knows the interaction whose id is in `column`. */
function seesOther(pov: Pov, column: "i.parent_id" | "r.interaction_id") {
  return sql<boolean>`exists (select 1 from (select * from interaction o where o.id = ${sql.raw(column)}) i where ${knowsInteraction(pov)})`;
}

function interactionView(row: Row, pov: Pov): InteractionView {
  const viewer = viewerOf(row, pov);
  const participants = shownParts(viewer, row, pov);
  const leftAtMs = viewer === "took_part" ? leftAt(row, pov) : Number.POSITIVE_INFINITY;
  return {
    id: row.id,
    sequenceId: row.seesSequence && !(viewer === "invited" && row.parentId === null) ? row.sequenceId : null,
    parentId: row.seesParent ? row.parentId : null,
    audience: row.audience,
    name: row.name,
    startedAt: row.startedAt,
    endedAt: row.endedAt !== null && row.endedAt.getTime() < leftAtMs ? row.endedAt : null,
    participants: latestParts(participants).map((part) => participantView(part, mayRemove(viewer, part, row, pov))),
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

const isTakingPart = ({ fromAt, untilAt, declinedAt }: ParticipantRow) =>
  fromAt !== null && untilAt === null && declinedAt === null;

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

function shownParts(viewer: InteractionView["viewer"], row: Row, pov: Pov): ParticipantRow[] {
  if (viewer === "invited") return row.participants.filter((each) => isShownToInvited(each, row, pov));
  if (viewer === "took_part") return partsUntil(leftAt(row, pov), row.participants, pov);
  return viewer === "taking_part" ? partsSince(row.participants, pov) : row.participants;
}

/** The parts that a member who joined without the history sees: none that ended before they joined (P2). */
function partsSince(parts: readonly ParticipantRow[], { partyId, groupIds }: Pov): ParticipantRow[] {
  const own = parts.filter((each) => [partyId, ...groupIds].includes(each.partyId) && each.fromAt !== null);
  if (own.some(({ afterOrdinal }) => afterOrdinal === 0)) return [...parts];
  const sinceMs = Math.min(...own.map(({ fromAt }) => msOf(fromAt)));
  return parts.filter(({ untilAt, declinedAt }) => Math.min(msOf(untilAt), msOf(declinedAt)) >= sinceMs);
}

/** When the viewer last left; infinite if they have not. */
function leftAt({ participants }: Row, { partyId }: Pov): number {
  const own = participants.filter((each) => each.partyId === partyId && each.fromAt !== null);
  return Math.max(...own.map(({ untilAt }) => msOf(untilAt)));
}

/** The parts as they stood at an instant. The viewer's own part has its end. */
function partsUntil(atMs: number, parts: readonly ParticipantRow[], { partyId }: Pov): ParticipantRow[] {
  const before = (instant: string | null) => (msOf(instant) < atMs ? instant : null);
  return parts
    .filter(({ invitedAt, fromAt }) => Math.min(msOf(invitedAt), msOf(fromAt)) < atMs)
    .map((each) =>
      each.partyId === partyId
        ? each
        : {
            ...each,
            fromAt: before(each.fromAt),
            untilAt: before(each.untilAt),
            declinedAt: before(each.declinedAt),
            declineReason: before(each.declinedAt) === null ? null : each.declineReason,
          },
    );
}

const msOf = (instant: string | null) => (instant === null ? Number.POSITIVE_INFINITY : Date.parse(instant));

function isShownToInvited(each: ParticipantRow, row: Row, pov: Pov): boolean {
  const own = [pov.partyId, ...pov.groupIds];
  const invitation = row.participants.find(({ partyId, untilAt }) => own.includes(partyId) && untilAt === null);
  return own.includes(each.partyId) || each.partyId === invitation?.invitedById;
}

/** The last part of each party. */
function latestParts(rows: readonly ParticipantRow[]): ParticipantRow[] {
  return [...new Map(rows.map((row) => [row.partyId, row])).values()];
}

function participantView(row: ParticipantRow, mayBeRemoved: boolean): ParticipantView {
  return {
    party: { id: row.partyId, kind: row.kind, name: row.name },
    role: row.role,
    status: statusOf(row),
    declineReason: row.declineReason,
    joinedAt: row.fromAt === null ? null : new Date(row.fromAt),
    leftAt: row.untilAt === null ? null : new Date(row.untilAt),
    mayRemove: mayBeRemoved,
  };
}

function statusOf({ declinedAt, untilAt, fromAt }: ParticipantRow): ParticipantView["status"] {
  if (declinedAt !== null) return "declined";
  if (untilAt !== null) return "left";
  return fromAt === null ? "invited" : "taking_part";
}
