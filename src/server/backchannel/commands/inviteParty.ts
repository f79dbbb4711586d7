import { sql } from "kysely";
import type { InviteParty } from "@/contract/inputs/backchannel";
import { backchannelRefusal } from "@/domain/backchannel/backchannelRefusal";
import { DomainError } from "@/domain/errors";
import { historyOnJoining } from "@/domain/pov/historyOnJoining";
import type { Pov } from "@/domain/pov/pov";
import { newParticipation } from "../../conversation/changes/newParticipation";
import { currentParties, loadOwnPart } from "../../conversation/load/currentParties";
import type { InteractionStanding } from "../../conversation/load/loadInteraction";
import type { Deps } from "../../deps";
import { takesPartNow } from "../../pov/takesPartNow";
import type { Changes } from "../../writer/changes";
import { decideAndCommit } from "../../writer/commit";
import { composeChanges } from "../../writer/composeChanges";
import { historyEntry, membersOf, sequenceFactsEntries, toldOf } from "../changes/participantEntries";
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

async function refuseNobodyLeftOut(interaction: InteractionStanding, partyIds: string[], deps: Deps): Promise<void> {
  if (interaction.parentId === null) return;
  const parent = await currentParties(interaction.parentId, deps);
  const refusal = backchannelRefusal({ parentPartyIds: parent.map(({ id }) => id), partyIds });
  if (refusal === "nobody_left_out") throw new DomainError(refusal);
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
