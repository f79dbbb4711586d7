import type { UnverifiedId } from "@/contract/inputs/unverifiedId";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../../deps";
import { idToLookUp } from "../../pov/idToLookUp";

/** A team or rep to invite. `isAdmittedWithoutAsking`: it joins at once (O5). */
export type Invitee = { id: string; kind: "team" | "rep"; name: string; isAdmittedWithoutAsking: boolean };

/**
 * The teams and reps with these ids, in that order, without the member themselves. A rep of a team that admits without
 * asking joins at once when a colleague of that team invites them (O5).
 *
 * @throws DomainError `invalid_input` if one of them is not an active team or rep of this organization
 */
export async function loadInvitees(
  pov: Pov,
  ids: readonly UnverifiedId<"team" | "rep">[],
  { pool }: Deps,
): Promise<Invitee[]> {
  const wanted = [...new Set(ids.map(idToLookUp))].filter((id) => id !== pov.partyId);
  const { rows } = await pool.query<Invitee>(
    `select p.id, p.kind, p.name,
       p.kind = 'rep' and exists (select 1 from team_member m join team t on t.party_id = m.team_id
         where m.rep_id = p.id and m.until_at is null and t.admits_without_asking and t.party_id = any($3)) as "isAdmittedWithoutAsking"
     from party p
     where p.id = any($1) and p.organization_id = $2 and p.kind in ('team', 'rep') and p.deactivated_at is null`,
    [wanted, pov.organizationId, pov.groupIds],
  );
  const found = wanted.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  if (found.length < wanted.length) throw new DomainError("invalid_input", { field: "partyIds" });
  return found;
}
