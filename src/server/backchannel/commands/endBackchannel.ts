import type { OfInteraction } from "@/contract/inputs/conversation";
import type { UnverifiedId } from "@/contract/inputs/unverifiedId";
import { endingRefusal } from "@/domain/backchannel/mayChangeParts";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import { loadOwnPart } from "../../conversation/load/currentParties";
import type { Deps } from "../../deps";
import { commit } from "../../writer/commit";
import { composeChanges } from "../../writer/composeChanges";
import { toldOf } from "../changes/participantEntries";

/**
 * Ends a backchannel: it accepts no more messages or answers to invitations (C7), and leaves everybody's list. Its
 * participants keep what was said. Ending an ended one changes nothing.
 *
 * @throws DomainError `not_found`, `not_participating`, `opener_ends`, `not_allowed` if it is not a backchannel
 */
export async function endBackchannel(pov: Pov, input: OfInteraction, deps: Deps): Promise<void> {
  await setEnd(pov, input.interactionId, deps.clock.now(), deps);
}

/** Opens an ended backchannel again, with its unanswered invitations. @throws as `endBackchannel` */
export async function reopenBackchannel(pov: Pov, input: OfInteraction, deps: Deps): Promise<void> {
  await setEnd(pov, input.interactionId, null, deps);
}

async function setEnd(
  pov: Pov,
  interactionId: UnverifiedId<"interaction">,
  endedAt: Date | null,
  deps: Deps,
): Promise<void> {
  const { interaction, parties } = await loadOwnPart(pov, interactionId, deps);
  if (interaction.parentId === null) throw new DomainError("not_allowed", { ability: "endBackchannel" });
  const refusal = endingRefusal({
    actorId: pov.partyId,
    openedById: interaction.openedById,
    partyIds: parties.flatMap(({ id, isInvited }) => (isInvited ? [] : id)),
  });
  if (refusal !== null) throw new DomainError(refusal);
  if (interaction.isEnded === (endedAt !== null)) return;
  await commit(
    composeChanges(
      { at: deps.clock.now(), organizationId: pov.organizationId },
      {
        patchInteraction: [{ id: interaction.id, ended_at: endedAt }],
        entries: toldOf(
          interaction.id,
          parties.map(({ id }) => id),
        ),
      },
    ),
    deps,
  );
}
