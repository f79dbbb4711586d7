import type { OfInteraction } from "@/contract/inputs/conversation";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../../deps";
import { currentParties } from "../load/currentParties";
import { loadInteraction } from "../load/loadInteraction";

/** How long one sign of typing is shown. */
const TYPING_SHOWN_MS = 5_000;

/**
 * Shows the other participants that this party is writing; a customer sees the alias. Nothing is stored.
 *
 * @throws DomainError `not_found` if the party does not take part
 */
export async function showTyping(pov: Pov, { interactionId }: OfInteraction, deps: Deps): Promise<void> {
  const interaction = await loadInteraction(pov, interactionId, deps);
  if (interaction?.viewer !== "taking_part") throw new DomainError("not_found");
  const parties = await currentParties(interaction.id, deps);
  deps.bell.type({
    interactionId: interaction.id,
    authorName: interaction.authorName,
    aliasName: interaction.aliasName,
    aliasPicture: interaction.aliasPicture,
    untilMs: deps.clock.now().getTime() + TYPING_SHOWN_MS,
    listIds: parties.filter(({ id, isInvited }) => id !== pov.partyId && !isInvited).map(({ id }) => id),
  });
}
