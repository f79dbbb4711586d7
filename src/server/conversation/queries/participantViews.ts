import type { InteractionView, ParticipantView } from "@/contract/views/conversationViews";
import type { Pov } from "@/domain/pov/pov";

/** A part in an interaction: a row of `participation` that came through `jsonb`. */
export type ParticipantRow = {
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

/** The parts of an interaction that `pov`, standing in it as `viewer`, is shown: the last part of each party. */
export function shownParts(
  viewer: InteractionView["viewer"],
  parts: readonly ParticipantRow[],
  pov: Pov,
): ParticipantRow[] {
  return latestParts(visibleParts(viewer, parts, pov));
}

/** When the viewer last left; infinite if they have not. */
export function leftAt(parts: readonly ParticipantRow[], { partyId }: Pov): number {
  const own = parts.filter((each) => each.partyId === partyId && each.fromAt !== null);
  return Math.max(...own.map(({ untilAt }) => msOf(untilAt)));
}

/** A part as members see it. */
export function participantView(row: ParticipantRow, mayBeRemoved: boolean): ParticipantView {
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

function visibleParts(
  viewer: InteractionView["viewer"],
  parts: readonly ParticipantRow[],
  pov: Pov,
): readonly ParticipantRow[] {
  if (viewer === "invited") return parts.filter((each) => isShownToInvited(each, parts, pov));
  if (viewer === "took_part") return partsUntil(leftAt(parts, pov), parts, pov);
  return viewer === "taking_part" ? partsSince(parts, pov) : parts;
}

/** The parts that a member who joined without the history sees: none that ended before they joined (P2). */
function partsSince(parts: readonly ParticipantRow[], { partyId, groupIds }: Pov): readonly ParticipantRow[] {
  const own = parts.filter((each) => [partyId, ...groupIds].includes(each.partyId) && each.fromAt !== null);
  if (own.some(({ afterOrdinal }) => afterOrdinal === 0)) return parts;
  const sinceMs = Math.min(...own.map(({ fromAt }) => msOf(fromAt)));
  return parts.filter(({ untilAt, declinedAt }) => Math.min(msOf(untilAt), msOf(declinedAt)) >= sinceMs);
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

/** An invited party sees its own part, and that of the party who invited it. */
function isShownToInvited(each: ParticipantRow, parts: readonly ParticipantRow[], pov: Pov): boolean {
  const own = [pov.partyId, ...pov.groupIds];
  const invitation = parts.find(({ partyId, untilAt }) => own.includes(partyId) && untilAt === null);
  return own.includes(each.partyId) || each.partyId === invitation?.invitedById;
}

function latestParts(rows: readonly ParticipantRow[]): ParticipantRow[] {
  return [...new Map(rows.map((row) => [row.partyId, row])).values()];
}

function statusOf({ declinedAt, untilAt, fromAt }: ParticipantRow): ParticipantView["status"] {
  if (declinedAt !== null) return "declined";
  if (untilAt !== null) return "left";
  return fromAt === null ? "invited" : "taking_part";
}

const msOf = (instant: string | null) => (instant === null ? Number.POSITIVE_INFINITY : Date.parse(instant));
