import { sql } from "kysely";
import type { AnswerInvitation, InviteParty } from "@/contract/inputs/backchannel";
import type { UnverifiedId } from "@/contract/inputs/unverifiedId";
import { backchannelRefusal } from "@/domain/backchannel/backchannelRefusal";
import { DomainError } from "@/domain/errors";
import { historyOnJoining } from "@/domain/pov/historyOnJoining";
import type { Pov } from "@/domain/pov/pov";
import { newParticipation } from "../../conversation/changes/newParticipation";
import { currentParties, loadOwnPart } from "../../conversation/load/currentParties";
import type { InteractionStanding } from "../../conversation/load/loadInteraction";
import type { Deps } from "../../deps";
import { idToLookUp } from "../../pov/idToLookUp";
import { isInvitedNow, takesPartNow } from "../../pov/takesPartNow";
import type { Changes, Entry, PartOfChanges } from "../../writer/changes";
import { commit, decideAndCommit } from "../../writer/commit";
import { composeChanges, composePart } from "../../writer/composeChanges";
import { historyEntry, invitationGone, membersOf, sequenceFactsEntries, toldOf } from "../changes/participantEntries";
import { loadInvitees } from "../load/loadInvitees";

/**
 * Invites a rep or a team into an interaction in which the member takes part (O4, O5).
 *
 * @throws DomainError `not_found`, `not_participating`, `interaction_ended`, `already_member`, `nobody_left_out`,
 *   `invalid_input`
 */
export async function inviteParty(pov: Pov, input: InviteParty, deps: Deps): Promise<void> {
  await decideAndCommit(() => invitationChanges(pov, input, deps), deps);
}

async function invitationChanges(pov: Pov, input: InviteParty, deps: Deps): Promise<Changes> {
  const { interaction, parties } = await loadOwnPart(pov, input.interactionId, deps);
  if (interaction.isEnded) throw new DomainError("interaction_ended");
  if (parties.some(({ id }) => id === input.partyId)) throw new DomainError("already_member");
  const [invitee] = await loadInvitees(pov, [input.partyId], deps);
  if (!invitee) throw new DomainError("already_member");
  await refuseNobodyLeftOut(interaction, [...parties.map(({ id }) => id), invitee.id], deps);
  const now = deps.clock.now();
  const own = input.showFrom === "now" ? null : await ownBeginning(pov, interaction, deps);
  const afterOrdinal = historyOnJoining(input.showFrom, interaction, own);
  const isIn = invitee.isAdmittedWithoutAsking;
  return composeChanges(
    { at: now, organizationId: pov.organizationId },
    {
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
        ...toldOf(interaction.id, [...membersOf(parties).map(({ id }) => id), invitee.id]),
        ...(isIn
          ? [
              ...(await sequenceFactsEntries(invitee.id, interaction, deps)),
              historyEntry(invitee.id, interaction.id, afterOrdinal),
            ]
          : []),
      ],
    },
  );
}

type Invitation = {
  id: string;
  party_id: string;
  role: "specialist" | "member";
  after_ordinal: number;
  invited_by_id: string | null;
  interaction_id: string;
  audience: "customer" | "internal";
  sequence_id: string | null;
  is_ended: boolean;
};

/**
 * Accepts or rejects an invitation to the member, or to a team of theirs (O5). The first of a team who accepts takes
 * part. The list of participants tells the inviter the answer.
 *
 * @throws DomainError `not_found`, `already_answered`, `interaction_ended` on accepting for an ended interaction,
 *   `already_member` on accepting for a team as a participant
 */
export async function answerInvitation(pov: Pov, input: AnswerInvitation, deps: Deps): Promise<void> {
  const invitation = await loadInvitation(pov, input.interactionId, deps);
  const parties = await currentParties(invitation.interaction_id, deps);
  const now = deps.clock.now();
  const told = membersOf(parties).flatMap(({ isInvited, id }) => (isInvited ? [] : id));
  const isOwn = invitation.party_id === pov.partyId;
  if (input.accepts) refuseAcceptance(pov, invitation, told);
  const entries = [
    ...(input.accepts && isOwn ? [] : [invitationGone(invitation.party_id, invitation.interaction_id)]),
    ...toldOf(invitation.interaction_id, told),
    ...(input.accepts ? await joinedEntries(pov.partyId, invitation, deps) : []),
  ];
  const base = composeChanges({ at: now, organizationId: pov.organizationId }, { entries });
  if (input.accepts && !isOwn) {
    const joined = joinedForTeam(pov, invitation.interaction_id, invitation, now, deps);
    return acceptForTeam(composeChanges(base, joined), deps);
  }
  const answer = input.accepts
    ? { accepted_at: now, declined_at: null, decline_reason: null }
    : { accepted_at: null, declined_at: now, decline_reason: input.reason ?? null };
  await commit(composeChanges(base, { answerInvitation: [{ id: invitation.id, ...answer }] }), deps);
}

function refuseAcceptance(pov: Pov, invitation: Invitation, presentIds: readonly string[]): void {
  if (invitation.is_ended) throw new DomainError("interaction_ended");
  if (!presentIds.includes(pov.partyId)) return;
  throw new DomainError(invitation.party_id === pov.partyId ? "already_answered" : "already_member");
}

/** If several members of a team accept at once, the first takes part; the others are refused as `already_answered`. */
async function acceptForTeam(changes: Changes, deps: Deps): Promise<void> {
  try {
    await commit(changes, deps);
  } catch (error) {
    if (error instanceof DomainError && error.code === "not_participating") throw new DomainError("already_answered");
    throw error;
  }
}

/** Ends the team's invitation, and adds the member who accepted it. */
function joinedForTeam(pov: Pov, interactionId: string, invitation: Invitation, now: Date, deps: Deps): PartOfChanges {
  return composePart({
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
  });
}

async function joinedEntries(list: string, invitation: Invitation, deps: Deps): Promise<Entry[]> {
  const { interaction_id, after_ordinal, audience, sequence_id } = invitation;
  return [
    ...toldOf(interaction_id, [list]),
    ...(await sequenceFactsEntries(list, { audience, sequenceId: sequence_id }, deps)),
    historyEntry(list, interaction_id, after_ordinal),
  ];
}

async function refuseNobodyLeftOut(interaction: InteractionStanding, partyIds: string[], deps: Deps): Promise<void> {
  if (interaction.parentId === null) return;
  const parent = await currentParties(interaction.parentId, deps);
  const refusal = backchannelRefusal({ parentPartyIds: parent.map(({ id }) => id), partyIds });
  if (refusal === "nobody_left_out") throw new DomainError(refusal);
}

async function loadInvitation(
  pov: Pov,
  interactionId: UnverifiedId<"interaction">,
  { pool }: Deps,
): Promise<Invitation> {
  const { rows } = await pool.query<Invitation>(
    `select p.id, p.party_id, p.role, p.after_ordinal, p.invited_by_id, p.interaction_id, i.audience, i.sequence_id,
       i.ended_at is not null or i.deactivated_at is not null as is_ended
     from participation p join interaction i on i.id = p.interaction_id
     where p.interaction_id = $1 and p.party_id = any($2) and ${isInvitedNow("p")}
     order by p.party_id = $3 desc limit 1`,
    [idToLookUp(interactionId), [pov.partyId, ...pov.groupIds], pov.partyId],
  );
  const invitation = rows[0];
  if (!invitation) throw new DomainError("not_found");
  return invitation;
}

async function ownBeginning(pov: Pov, interaction: InteractionStanding, { db }: Deps): Promise<number | null> {
  const own = await db
    .selectFrom("participation")
    .select("after_ordinal")
    .where("interaction_id", "=", interaction.id)
    .where("party_id", "=", pov.partyId)
    .where(sql<boolean>`${sql.raw(takesPartNow("participation"))}`)
    .executeTakeFirst();
  return own?.after_ordinal ?? null;
}
