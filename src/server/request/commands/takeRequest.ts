import type { UnverifiedId } from "@/contract/inputs/unverifiedId";
import { DomainError, type DomainErrorCode } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import { afterEvent } from "@/domain/request/afterEvent";
import type { Deps } from "../../deps";
import { teamBroughtBy } from "../../routing/changes/teamBroughtBy";
import type { Changes } from "../../writer/changes";
import { decideAndCommit } from "../../writer/commit";
import { composeChanges } from "../../writer/composeChanges";
import { moveToKeep } from "../changes/keptMove";
import { type Beside, requestChanges } from "../changes/requestChanges";
import { releaseOf, responderChanges } from "../changes/responderChanges";
import type { LoadedRequest } from "../load/loadRequest";
import { loadRequestFor } from "../load/loadRequestFor";

/**
 * Takes a request out of a queue, or takes it over as a supervisor. If many take it at once, exactly one gets it. A
 * person may take more than their capacity; routing never gives them more.
 *
 * @throws DomainError `not_found`, `not_allowed`, `already_taken`, `already_yours`, `sequence_closed`
 */
export async function takeRequest(pov: Pov, sequenceId: UnverifiedId<"sequence">, deps: Deps): Promise<void> {
  let sawWaiting = false;
  await decideAndCommit(async () => {
    const loaded = await loadTakeable(pov, sequenceId, sawWaiting, deps);
    sawWaiting = true;
    return takenChanges(loaded, pov, deps);
  }, deps);
}

/** How a request looks to a member of its team once somebody else has taken it. */
const GONE: ReadonlySet<DomainErrorCode> = new Set(["not_found", "not_allowed"]);

/** A member who saw it waiting and then finds it gone was too late. To all others it is not there. */
async function loadTakeable(
  pov: Pov,
  sequenceId: UnverifiedId<"sequence">,
  sawWaiting: boolean,
  deps: Deps,
): Promise<LoadedRequest> {
  try {
    return await loadRequestFor(pov, sequenceId, "take", deps);
  } catch (error) {
    if (sawWaiting && error instanceof DomainError && GONE.has(error.code)) throw new DomainError("already_taken");
    throw error;
  }
}

function takenChanges(loaded: LoadedRequest, pov: Pov, deps: Deps): Changes {
  const teamId = teamBroughtBy(loaded.sequence.category_id, loaded);
  const escalationState = isFoundBy(pov.partyId, pov, teamId, loaded) ? "given" : loaded.request.escalation_state;
  const to = { state: "assigned" as const, teamId, assignedToId: pov.partyId, escalationState };
  const now = deps.clock.now();
  const before_move = moveToKeep("take", loaded, pov.partyId, to, now);
  // What is kept names the instant of the assignment, so both must have the same.
  return assignmentChanges(loaded, pov.partyId, pov, { ...deps, clock: { now: () => now } }, { before_move });
}

/** The changes that give a request to a rep by a person's decision, not by routing. */
export function assignmentChanges(
  loaded: LoadedRequest,
  repId: string,
  by: Pov,
  deps: Deps,
  beside: Partial<Beside> = {},
): Changes {
  const { request } = loaded;
  const now = deps.clock.now();
  const after = afterEvent(
    { ...loaded.facts, state: "assigned" },
    { type: "picked_up" },
    loaded.settings,
    now.getTime(),
  );
  const changed = { team_id: teamBroughtBy(loaded.sequence.category_id, loaded), assigned_to_id: repId };
  const isFound = isFoundBy(repId, by, changed.team_id, loaded);
  const extra = {
    sequence_id: request.sequence_id,
    ...beside,
    ...changed,
    ...(isFound ? { escalation_state: "given", escalation_held_by: null } : {}),
    assigned_at: now,
    bump: true,
  };
  return composeChanges(
    { at: now, organizationId: request.organization_id },
    requestChanges(loaded, after, now, deps.newId, extra),
    releaseOf(loaded),
    { take: [{ repId, weight: request.weight, beyondCapacity: true }] },
    responderChanges(loaded, { id: repId, kind: "rep" }, changed, now, deps.newId, by.partyId),
  );
}

/** If a supervisor of its team takes it, the escalation has found its supervisor. With anybody else it keeps waiting. */
function isFoundBy(repId: string, by: Pov, teamId: string | null, { request }: LoadedRequest): boolean {
  const isSought = repId === by.partyId && by.supervisedTeamIds.some((id) => id === teamId);
  return request.escalation_state === "waiting" && isSought && request.escalated_by_id !== repId;
}
