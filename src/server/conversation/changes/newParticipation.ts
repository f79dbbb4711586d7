import type { Selectable } from "kysely";
import type { Interaction, Participation } from "../../db/generated/tables";

type Given = {
  id: string;
  interaction: Pick<Selectable<Interaction>, "id" | "organization_id">;
  partyId: string;
  role: Selectable<Participation>["role"];
  /** Null for an invitation without an answer (O5). */
  fromAt: Date | null;
  invitedAt?: Date;
  invitedById?: string;
  note?: string;
  /** The party sees the messages after this ordinal; 0 shows all (P2). */
  afterOrdinal?: number;
};

/** A new participation of a party in an interaction, or an invitation to it. */
export function newParticipation(given: Given): Selectable<Participation> {
  return {
    id: given.id,
    organization_id: given.interaction.organization_id,
    interaction_id: given.interaction.id,
    party_id: given.partyId,
    role: given.role,
    invited_at: given.invitedAt ?? null,
    invited_by_id: given.invitedById ?? null,
    invitation_note: given.note ?? null,
    accepted_at: null,
    declined_at: null,
    decline_reason: null,
    from_at: given.fromAt,
    until_at: null,
    after_ordinal: given.afterOrdinal ?? 0,
    removed_by_id: null,
    quiet_at: null,
  };
}
