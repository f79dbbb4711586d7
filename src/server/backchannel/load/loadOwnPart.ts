import type { UnverifiedId } from "@/contract/inputs/unverifiedId";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import { currentParties, type PartyNow } from "../../conversation/load/currentParties";
import { type InteractionStanding, loadInteraction } from "../../conversation/load/loadInteraction";
import type { Deps } from "../../deps";

/**
 * An interaction in which `pov` takes part now, with its parties.
 *
 * @throws DomainError `not_found`, `not_participating`
 */
export async function loadOwnPart(
  pov: Pov,
  interactionId: UnverifiedId<"interaction">,
  deps: Deps,
): Promise<{ interaction: InteractionStanding; parties: PartyNow[] }> {
  const interaction = await loadInteraction(pov, interactionId, deps);
  if (interaction === null || interaction.viewer === "invited") throw new DomainError("not_found");
  if (interaction.viewer !== "taking_part") throw new DomainError("not_participating");
  return { interaction, parties: await currentParties(interaction.id, deps) };
}
