import type { UnverifiedId } from "@/contract/inputs/unverifiedId";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../../deps";
import { isOpenPart } from "../../pov/takesPartNow";
import { type InteractionStanding, loadInteraction } from "./loadInteraction";

/** A party with its open part in an interaction. */
export type PartyNow = {
  id: string;
  participationId: string;
  kind: "rep" | "contact" | "team" | "organization" | "system";
  name: string;
  role: "customer" | "responder" | "specialist" | "supervisor" | "member";
  invitedById: string | null;
  isInvited: boolean;
};

/** The parties that take part in an interaction now or are invited to it. The caller checks visibility. */
export async function currentParties(interactionId: string, { pool }: Deps): Promise<PartyNow[]> {
  const { rows } = await pool.query<PartyNow>({
    name: "current_parties",
    text: `select p.party_id as id, p.id as "participationId", party.kind, party.name, p.role,
        p.invited_by_id as "invitedById", p.from_at is null as "isInvited"
      from participation p join party on party.id = p.party_id
      where p.interaction_id = $1 and ${isOpenPart("p")} order by p.id`,
    values: [interactionId],
  });
  return rows;
}

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
