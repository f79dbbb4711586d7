import type { UnverifiedId } from "@/contract/inputs/unverifiedId";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../../deps";
import { idToLookUp } from "../../pov/idToLookUp";

/** The team of the member's organization that an input names. @throws DomainError `invalid_input` if there is none */
export async function knownTeamId(pov: Pov, teamId: UnverifiedId<"team">, deps: Deps): Promise<string> {
  const { teams } = await deps.configurations.of(pov.organizationId);
  const team = teams.get(idToLookUp(teamId));
  if (team === undefined) throw new DomainError("invalid_input", { field: "teamId" });
  return team.party_id;
}

/**
 * The active rep of the member's organization that an input names.
 *
 * @throws DomainError `invalid_input` if there is none
 */
export async function knownRepId(pov: Pov, repId: UnverifiedId<"rep">, { prisma }: Deps): Promise<string> {
  const rep = await prisma.rep.findFirst({
    where: { party_id: idToLookUp(repId), organization_id: pov.organizationId, party: { deactivated_at: null } },
    select: { party_id: true },
  });
  if (!rep) throw new DomainError("invalid_input", { field: "repId" });
  return rep.party_id;
}
