import type { UnverifiedId } from "@/contract/inputs/unverifiedId";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import { type Abilities, abilities } from "@/domain/request/abilities";
import type { Deps } from "../../deps";
import { seenSequenceId } from "../../pov/seenSequenceId";
import { type LoadedRequest, loadRequest } from "./loadRequest";

/**
 * A request that `pov` sees and may do `what` with.
 *
 * @throws DomainError `not_found` if it is missing or hidden; `sequence_merged`, `already_yours` (for `take`),
 *   `sequence_closed` or `not_allowed` if `pov` sees it but may not do that
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
  const isMerged = what !== "see" && loaded.sequence.merged_into_id !== null;
  if (!may[what] || isMerged) throw refusalOf(pov, loaded, what);
  return loaded;
}

/** Why a viewer of a request may not do this with it: because of its state, or because of who they are. */
function refusalOf(pov: Pov, loaded: LoadedRequest, what: keyof Abilities): DomainError {
  const { request, sequence } = loaded;
  // A merged request is worked on in the sequence that it became part of.
  if (sequence.merged_into_id !== null) return new DomainError("sequence_merged");
  const isTheirs = request.state === "assigned" && request.assigned_to_id === pov.partyId;
  if (what === "take" && isTheirs) return new DomainError("already_yours");
  const opened = { ...loaded, sequence: { ...sequence, state: "open" as const } };
  if (abilitiesFor(pov, opened)[what]) return new DomainError("sequence_closed");
  return new DomainError("not_allowed", { ability: what });
}

/**
 * A request that `pov` sees now or saw before it left; null if it is missing or hidden, before anything of it is read.
 */
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
