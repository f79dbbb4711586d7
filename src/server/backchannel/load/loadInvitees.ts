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
  { prisma }: Deps,
): Promise<Invitee[]> {
  const wanted = [...new Set(ids.map(idToLookUp))].filter((id) => id !== pov.partyId);
  const admitting = { until_at: null, team_id: { in: [...pov.groupIds] }, team: { admits_without_asking: true } };
  const parties = await prisma.party.findMany({
    where: { id: { in: wanted }, organization_id: pov.organizationId, deactivated_at: null },
    select: {
      ...{ id: true, kind: true, name: true },
      rep: { select: { memberships: { where: admitting, take: 1, select: { id: true } } } },
    },
  });
  const found = wanted.flatMap((id): Invitee[] => {
    const party = parties.find((each) => each.id === id);
    if (party?.kind !== "team" && party?.kind !== "rep") return [];
    const isAdmittedWithoutAsking = (party.rep?.memberships.length ?? 0) > 0;
    return [{ id, kind: party.kind, name: party.name, isAdmittedWithoutAsking }];
  });
  if (found.length < wanted.length) throw new DomainError("invalid_input", { field: "partyIds" });
  return found;
}
