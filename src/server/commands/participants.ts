import { z } from "zod";
import { DomainError } from "@/domain/errors";
import { backchannelRefusal } from "@/domain/interaction/backchannelRefusal";
import type { Pov } from "@/domain/pov/pov";
import type { Changes, Entry } from "../db/changes";
import type { Deps } from "../deps";
import { currentParties, type PartyNow } from "../queries/currentParties";
import { type InteractionStanding, loadInteraction } from "../queries/loadInteraction";
import { loadInvitees } from "../queries/loadInvitees";
import { commit, decideAndCommit } from "./commit";
import { newParticipation } from "./newParticipation";

const REASON_LENGTH_MAX = 500;

export const InviteParty = z.object({
  interactionId: z.uuid(),
  partyId: z.uuid(),
  /** "now": what is said from then on; "start": also what was said before, as far as the inviter sees it (P2). */
  showFrom: z.enum(["now", "start"]),
});
export const AnswerInvitation = z.object({
  interactionId: z.uuid(),
  accepts: z.boolean(),
  reason: z.string().trim().max(REASON_LENGTH_MAX).optional(),
});
export const RemoveParticipant = z.object({ interactionId: z.uuid(), partyId: z.uuid() });

/**
 * Invites a rep or a team into an interaction in which one takes part (O4, O5).
 *
 * @throws DomainError `not_found`, `not_participating`, `already_member`, `nobody_left_out`, `invalid_input`
 */
export async function inviteParty(pov: Pov, input: z.infer<typeof InviteParty>, deps: Deps): Promise<void> {
  await decideAndCommit(() => invitationChanges(pov, input, deps), deps);
}

async function invitationChanges(pov: Pov, input: z.infer<typeof InviteParty>, deps: Deps): Promise<Changes> {
  const { interaction, parties } = await loadOwn(pov, input.interactionId, deps);
  if (parties.some(({ id }) => id === input.partyId)) throw new DomainError("already_member");
  const [invitee] = await loadInvitees(pov, [input.partyId], deps);
  if (!invitee) throw new DomainError("already_member");
  await refuseNoBackchannel(interaction, [...parties.map(({ id }) => id), invitee.id], deps);
  const now = deps.clock.now();
  const afterOrdinal = input.showFrom === "now" ? interaction.lastOrdinal : await firstShownTo(pov, interaction, deps);
  const isIn = invitee.isAdmittedWithoutAsking;
  return {
    at: now,
    organizationId: pov.organizationId,
    participation: [
      newParticipation({
        id: deps.newId(),
        interaction: { id: interaction.id, organization_id: pov.organizationId },
        partyId: invitee.id,
        role: "specialist",
        fromAt: isIn ? now : null,
        invitedAt: now,
        invitedById: pov.partyId,
        afterOrdinal,
      }),
    ],
    entries: [
      ...toldOf(interaction.id, [...parties.map(({ id }) => id), invitee.id]),
      ...(isIn ? [historyEntry(invitee.id, interaction.id, afterOrdinal)] : []),
    ],
  };
}

type Invitation = {
  id: string;
  party_id: string;
  role: "specialist" | "member";
  after_ordinal: number;
  invited_by_id: string | null;
};

/**
 * Accepts or rejects an invitation, one's own or that of a team one belongs to (O5). The first of a team who accepts
 * takes part; whoever invited is told by the list of participants.
 *
 * @throws DomainError `not_found`, `already_answered`, `already_member` where one is in it and accepts for one's team
 */
export async function answerInvitation(pov: Pov, input: z.infer<typeof AnswerInvitation>, deps: Deps): Promise<void> {
  const invitation = await loadInvitation(pov, input.interactionId, deps);
  const parties = await currentParties(input.interactionId, deps);
  const now = deps.clock.now();
  const told = parties.filter(({ isInvited }) => !isInvited).map(({ id }) => id);
  const isOwn = invitation.party_id === pov.partyId;
  if (input.accepts && told.includes(pov.partyId)) throw new DomainError(isOwn ? "already_answered" : "already_member");
  const entries = [
    ...(input.accepts && isOwn ? [] : [invitationGone(invitation.party_id, input.interactionId)]),
    ...toldOf(input.interactionId, told),
    ...(input.accepts ? joinedEntries(pov.partyId, input.interactionId, invitation.after_ordinal) : []),
  ];
  const base = { at: now, organizationId: pov.organizationId, entries };
  if (input.accepts && !isOwn) {
    return acceptForTeam({ ...base, ...joinedForTeam(pov, input.interactionId, invitation, now, deps) }, deps);
  }
  const answer = input.accepts
    ? { accepted_at: now, declined_at: null, decline_reason: null }
    : { accepted_at: null, declined_at: now, decline_reason: input.reason ?? null };
  await commit({ ...base, answerInvitation: [{ id: invitation.id, ...answer }] }, deps);
}

/** Of several of a team who accept at once the first takes part; for the others the invitation has been answered. */
async function acceptForTeam(changes: Changes, deps: Deps): Promise<void> {
  try {
    await commit(changes, deps);
  } catch (error) {
    if (error instanceof DomainError && error.code === "not_participating") throw new DomainError("already_answered");
    throw error;
  }
}

/** The team's invitation ends, and the member who accepted it takes part in its place. */
function joinedForTeam(
  pov: Pov,
  interactionId: string,
  invitation: Invitation,
  now: Date,
  deps: Deps,
): Partial<Changes> {
  return {
    leave: [{ interaction_id: interactionId, party_id: invitation.party_id, removed_by_id: null }],
    participation: [
      newParticipation({
        id: deps.newId(),
        interaction: { id: interactionId, organization_id: pov.organizationId },
        partyId: pov.partyId,
        role: invitation.role,
        fromAt: now,
        afterOrdinal: invitation.after_ordinal,
        invitedAt: now,
        ...(invitation.invited_by_id === null ? {} : { invitedById: invitation.invited_by_id }),
      }),
    ],
  };
}

function joinedEntries(list: string, interactionId: string, afterOrdinal: number): Entry[] {
  return [...toldOf(interactionId, [list]), historyEntry(list, interactionId, afterOrdinal)];
}

function invitationGone(list: string, interactionId: string): Entry {
  return { list, kind: "hidden", interaction_id: interactionId, sequence_id: null };
}

/**
 * Takes somebody out of a backchannel: whoever opened it may, and everybody may leave (O4). They keep what was there
 * until then and get nothing after (P2).
 *
 * @throws DomainError `not_found`, `not_participating`, `not_allowed`, `last_shared_party`
 */
export async function removeParticipant(pov: Pov, input: z.infer<typeof RemoveParticipant>, deps: Deps): Promise<void> {
  const { interaction, parties } = await loadOwn(pov, input.interactionId, deps);
  const removed = parties.find(({ id }) => id === input.partyId);
  if (!removed) throw new DomainError("not_found");
  const isSelf = removed.id === pov.partyId;
  if (interaction.parentId === null || (!isSelf && interaction.openedById !== pov.partyId)) {
    throw new DomainError("not_allowed", { ability: "removeParticipant" });
  }
  await refuseLosingLastShared(interaction, parties, removed.id, deps);
  await commit(
    {
      at: deps.clock.now(),
      organizationId: pov.organizationId,
      leave: [{ interaction_id: interaction.id, party_id: removed.id, removed_by_id: isSelf ? null : pov.partyId }],
      entries: [
        ...toldOf(
          interaction.id,
          parties.filter(({ isInvited, id }) => !isInvited || id !== removed.id).map(({ id }) => id),
        ),
        ...(removed.isInvited ? [invitationGone(removed.id, interaction.id)] : []),
      ],
    },
    deps,
  );
}

async function loadOwn(pov: Pov, interactionId: string, deps: Deps) {
  const interaction = await loadInteraction(pov, interactionId, deps);
  if (interaction === null || interaction.viewer === "invited") throw new DomainError("not_found");
  if (interaction.viewer !== "taking_part") throw new DomainError("not_participating");
  return { interaction, parties: await currentParties(interactionId, deps) };
}

async function refuseNoBackchannel(interaction: InteractionStanding, partyIds: string[], deps: Deps): Promise<void> {
  if (interaction.parentId === null) return;
  const parent = await currentParties(interaction.parentId, deps);
  const refusal = backchannelRefusal({ parentPartyIds: parent.map(({ id }) => id), partyIds });
  if (refusal === "nobody_left_out") throw new DomainError(refusal);
}

async function refuseLosingLastShared(
  interaction: InteractionStanding,
  parties: readonly PartyNow[],
  removedId: string,
  deps: Deps,
): Promise<void> {
  if (interaction.parentId === null) return;
  const parent = await currentParties(interaction.parentId, deps);
  const stillIn = parties.filter(({ id, isInvited }) => id !== removedId && !isInvited);
  const isShared = ({ id }: PartyNow) => parent.some((each) => each.id === id);
  if (parties.some(isShared) && !stillIn.some(isShared)) throw new DomainError("last_shared_party");
}

async function loadInvitation(pov: Pov, interactionId: string, { pool }: Deps): Promise<Invitation> {
  const { rows } = await pool.query<Invitation>(
    `select id, party_id, role, after_ordinal, invited_by_id from participation
     where interaction_id = $1 and party_id = any($2) and from_at is null and until_at is null and declined_at is null
     order by party_id = $3 desc limit 1`,
    [interactionId, [pov.partyId, ...pov.groupIds], pov.partyId],
  );
  const invitation = rows[0];
  if (!invitation) throw new DomainError("not_found");
  return invitation;
}

/** What the inviter does not see they cannot show: their own beginning is the earliest. */
async function firstShownTo(pov: Pov, interaction: InteractionStanding, { db }: Deps): Promise<number> {
  const own = await db
    .selectFrom("participation")
    .select("after_ordinal")
    .where("interaction_id", "=", interaction.id)
    .where("party_id", "=", pov.partyId)
    .where("until_at", "is", null)
    .where("from_at", "is not", null)
    .executeTakeFirst();
  return own?.after_ordinal ?? interaction.lastOrdinal;
}

function toldOf(interactionId: string, listIds: readonly string[]): Entry[] {
  return listIds.map((list) => ({ list, kind: "interaction", interaction_id: interactionId }));
}

function historyEntry(list: string, interactionId: string, afterOrdinal: number): Entry {
  return { list, kind: "history", interaction_id: interactionId, after_ordinal: afterOrdinal };
}
