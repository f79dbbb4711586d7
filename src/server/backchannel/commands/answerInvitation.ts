import type { AnswerInvitation } from "@/contract/inputs/backchannel";
import type { UnverifiedId } from "@/contract/inputs/unverifiedId";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import { newParticipation } from "../../conversation/changes/newParticipation";
import { currentParties } from "../../conversation/load/currentParties";
import type { Deps } from "../../deps";
import { idToLookUp } from "../../pov/idToLookUp";
import { isInvitedNow } from "../../pov/takesPartNow";
import type { Changes, Entry, PartOfChanges } from "../../writer/changes";
import { commit } from "../../writer/commit";
import { composeChanges, composePart } from "../../writer/composeChanges";
import { historyEntry, invitationGone, membersOf, sequenceFactsEntries, toldOf } from "../changes/participantEntries";

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
