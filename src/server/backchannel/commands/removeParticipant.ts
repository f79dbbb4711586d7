import type { RemoveParticipant } from "@/contract/inputs/backchannel";
import type { UnverifiedId } from "@/contract/inputs/unverifiedId";
import { removalRefusal } from "@/domain/backchannel/mayChangeParts";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import { currentParties, loadOwnPart, type PartyNow } from "../../conversation/load/currentParties";
import type { InteractionStanding } from "../../conversation/load/loadInteraction";
import type { Deps } from "../../deps";
import { idToLookUp } from "../../pov/idToLookUp";
import { takesPartNow } from "../../pov/takesPartNow";
import type { Changes, Entry } from "../../writer/changes";
import { decideAndCommit } from "../../writer/commit";
import { composeChanges } from "../../writer/composeChanges";
import { invitationGone, membersOf, sequenceFactsEntries, toldOf } from "../changes/participantEntries";

/**
 * Removes a party from an interaction, or leaves it (O4). `removalRefusal` says who may. The party keeps what was there
 * and gets nothing later (P2). The customer is told nothing (P8).
 *
 * @throws DomainError `not_found`, `not_participating`, `not_allowed`, `responder_stays`, `last_shared_party`
 */
export async function removeParticipant(pov: Pov, input: RemoveParticipant, deps: Deps): Promise<void> {
  await decideAndCommit(() => removalChanges(pov, input, deps), deps);
}

async function removalChanges(pov: Pov, input: RemoveParticipant, deps: Deps): Promise<Changes> {
  const request = await requestOf(input.interactionId, deps);
  const { interaction, parties } = await loadOwnPart(pov, input.interactionId, deps);
  const actor = parties.find(({ id }) => id === pov.partyId);
  const removed = parties.find(({ id }) => id === input.partyId);
  if (!actor || !removed) throw new DomainError("not_found");
  const refusal = removalRefusal({ actor, removed, openedById: interaction.openedById });
  if (refusal === "not_allowed") throw new DomainError(refusal, { ability: "removeParticipant" });
  if (refusal !== null) throw new DomainError(refusal);
  await refuseLosingLastShared(interaction, parties, removed.id, deps);
  await refuseLeavingBackchannelsBehind(pov, interaction, parties, removed.id, deps);
  return composeChanges(
    { at: deps.clock.now(), organizationId: pov.organizationId },
    {
      // A party to whom the request is given at this moment answers it, and stays.
      expect: request === null ? [] : [request],
      leave: [
        {
          interaction_id: interaction.id,
          party_id: removed.id,
          removed_by_id: removed.id === pov.partyId ? null : pov.partyId,
        },
      ],
      entries: [
        ...toldOf(
          interaction.id,
          membersOf(parties).flatMap(({ id }) => (id === removed.id ? [] : id)),
        ),
        ...(removed.isInvited
          ? [invitationGone(removed.id, interaction.id)]
          : await leftEntries(removed.id, interaction, deps)),
      ],
    },
  );
}

/** The request of an interaction, null without one. Read first, so that its version covers all that is read later. */
async function requestOf(interactionId: UnverifiedId<"interaction">, { db }: Deps) {
  const row = await db
    .selectFrom("request")
    .select(["sequence_id as sequenceId", "version"])
    .where("interaction_id", "=", idToLookUp(interactionId))
    .executeTakeFirst();
  return row ?? null;
}

/**
 * A party who leaves keeps the interaction and what they last knew of its sequence. The request leaves their queues.
 */
async function leftEntries(list: string, interaction: InteractionStanding, deps: Deps): Promise<Entry[]> {
  const left = toldOf(interaction.id, [list]);
  if (interaction.audience === "internal" || interaction.sequenceId === null) return left;
  return [
    ...(await sequenceFactsEntries(list, interaction, deps)),
    { list, kind: "hidden", sequence_id: interaction.sequenceId, interaction_id: null },
    ...left,
  ];
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

/**
 * A backchannel shares a party with its parent (C6). The last shared party must first leave or end the backchannel.
 * Backchannels that the actor is not in are not checked, since a refusal would reveal them (P1, P3).
 */
async function refuseLeavingBackchannelsBehind(
  pov: Pov,
  interaction: InteractionStanding,
  parties: readonly PartyNow[],
  removedId: string,
  deps: Deps,
): Promise<void> {
  const remaining = parties.filter(({ id, isInvited }) => id !== removedId && !isInvited).map(({ id }) => id);
  for (const backchannelId of await backchannelsWith([pov.partyId, removedId], interaction.id, deps)) {
    const inside = (await currentParties(backchannelId, deps)).filter(({ isInvited }) => !isInvited);
    if (!inside.some(({ id }) => remaining.includes(id))) throw new DomainError("last_shared_party");
  }
}

/** The open backchannels of an interaction in which all of these parties take part now. */
async function backchannelsWith(partyIds: readonly string[], parentId: string, { pool }: Deps): Promise<string[]> {
  const wanted = [...new Set(partyIds)];
  const { rows } = await pool.query<{ id: string }>(
    `select i.id from interaction i where i.parent_id = $1 and i.ended_at is null and i.deactivated_at is null
       and (select count(*) from participation p where p.interaction_id = i.id and p.party_id = any($2)
         and ${takesPartNow("p")}) = cardinality($2::uuid[])
     order by i.id`,
    [parentId, wanted],
  );
  return rows.map(({ id }) => id);
}
