import type { Deps } from "../../deps";
import { isOpenPart } from "../../pov/takesPartNow";

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
