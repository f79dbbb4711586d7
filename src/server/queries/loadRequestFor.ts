import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import { type Abilities, abilities } from "@/domain/request/abilities";
import type { Deps } from "../deps";
import { type LoadedRequest, loadRequest } from "./loadRequest";
import { seenSequenceId } from "./seenSequenceId";
import type { UnverifiedId } from "./unverifiedId";

/**
 * A request that `pov` sees and may do `what` with. Not there and not yours are one answer.
 *
 * @throws DomainError `not_found` where it is not seen; `not_allowed` where it is seen but may not be changed so
 */
export async function loadRequestFor(
  pov: Pov,
  sequenceId: UnverifiedId<"sequence">,
  what: keyof Abilities,
  deps: Deps,
): Promise<LoadedRequest> {
  const loaded = await loadSeenRequest(pov, sequenceId, deps);
  if (!loaded) throw new DomainError("not_found");
  const may = abilitiesFor(pov, loaded);
  if (!may.see) throw new DomainError("not_found");
  // What became part of another sequence is worked on there.
  if (!may[what] || (what !== "see" && loaded.sequence.merged_into_id !== null))
    throw new DomainError("not_allowed", { ability: what });
  return loaded;
}

/** A request that `pov` knows, also as somebody who left it; null where it is not there for them, before anything of it is read. */
export async function loadSeenRequest(
  pov: Pov,
  sequenceId: UnverifiedId<"sequence">,
  deps: Deps,
): Promise<LoadedRequest | null> {
  const id = await seenSequenceId(pov, sequenceId, deps);
  return id === null ? null : loadRequest(id, deps);
}

/** What `pov` may do with a loaded request. */
export function abilitiesFor(pov: Pov, { request, sequence, parties }: LoadedRequest): Abilities {
  return abilities(pov, {
    organizationId: request.organization_id,
    teamId: request.team_id,
    currentPartyIds: new Set(parties.filter(({ from_at }) => from_at !== null).map(({ id }) => id)),
    state: request.state,
    sequenceState: sequence.state,
  });
}
