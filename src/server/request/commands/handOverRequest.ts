import type { HandOverRequest } from "@/contract/inputs/request";
import type { UnverifiedId } from "@/contract/inputs/unverifiedId";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import { canBeGiven } from "@/domain/routing/availability";
import type { Deps } from "../../deps";
import { teamBroughtBy } from "../../routing/changes/teamBroughtBy";
import { routeRequest } from "../../routing/commands/routeRequest";
import type { Changes } from "../../writer/changes";
import { decideAndCommit } from "../../writer/commit";
import { composeChanges } from "../../writer/composeChanges";
import { keptMove, moveToKeep } from "../changes/keptMove";
import { NOT_ESCALATED, requestChanges } from "../changes/requestChanges";
import { drainTimer, releaseOf, responderChanges } from "../changes/responderChanges";
import { knownRepId, knownTeamId } from "../load/knownReceiver";
import { type LoadedRequest, loadRequest } from "../load/loadRequest";
import { loadRequestFor } from "../load/loadRequestFor";

/**
 * Hands a request to another rep or team (O8). A rep gets it if they have room. A team's rules route it, but not back
 * to the rep who had it. The customer is told nothing (P8).
 *
 * @throws DomainError `not_found`, `not_allowed`, `rep_absent`, `rep_full`, `invalid_input` for an unknown receiver
 */
export async function handOverRequest(pov: Pov, input: HandOverRequest, deps: Deps): Promise<void> {
  const { sequenceId, to } = input;
  if ("repId" in to) return handToRep(pov, sequenceId, await knownRepId(pov, to.repId, deps), deps);
  await handToTeam(pov, sequenceId, await knownTeamId(pov, to.teamId, deps), deps);
}

async function handToRep(pov: Pov, asked: UnverifiedId<"sequence">, repId: string, deps: Deps): Promise<void> {
  const outcome = await decideAndCommit(async () => {
    const loaded = await loadRequestFor(pov, asked, "handOver", deps);
    if (loaded.request.assigned_to_id === repId) return null;
    return handedChanges(loaded, { id: repId, kind: "rep" }, pov.partyId, deps);
  }, deps);
  if (outcome?.outcome === "no_capacity") throw await refusalFor(repId, deps);
}

/** Why a rep cannot be given a request: they are off duty, or full. */
async function refusalFor(repId: string, { db }: Deps): Promise<DomainError> {
  const { availability, used, capacity } = await db
    .selectFrom("rep_load")
    .select(["availability", "used", "capacity"])
    .where("rep_id", "=", repId)
    .executeTakeFirstOrThrow();
  if (!canBeGiven(availability)) return new DomainError("rep_absent", { availability });
  return new DomainError("rep_full", { used, capacity });
}

async function handToTeam(pov: Pov, asked: UnverifiedId<"sequence">, teamId: string, deps: Deps): Promise<void> {
  let from: string | null = null;
  let sequenceId = "";
  await decideAndCommit(async () => {
    const loaded = await loadRequestFor(pov, asked, "handOver", deps);
    from = loaded.request.assigned_to_id;
    sequenceId = loaded.request.sequence_id;
    return handedChanges(loaded, { id: teamId, kind: "team" }, pov.partyId, deps);
  }, deps);
  const routed = await routeRequest(sequenceId, deps, { teamId, excludedRepIds: from === null ? [] : [from] });
  if (routed === "assigned") await keepWhereRouted(sequenceId, pov, deps);
}

/** The routing belongs to the hand-over, so the hand-over leaves the request where the routing took it. */
async function keepWhereRouted(sequenceId: string, pov: Pov, deps: Deps): Promise<void> {
  await decideAndCommit(async () => {
    const loaded = await loadRequest(sequenceId, deps);
    const move = loaded && keptMove(loaded);
    if (!loaded || move?.kind !== "hand_over" || move.byId !== pov.partyId) return null;
    const { request } = loaded;
    if (request.state !== "assigned" || move.left.state !== "queued") return null;
    const left = {
      ...move.left,
      state: request.state,
      teamId: request.team_id,
      assignedToId: request.assigned_to_id,
      assignedAtMs: request.assigned_at?.getTime() ?? null,
    };
    return composeChanges(
      { at: deps.clock.now(), organizationId: request.organization_id },
      {
        expect: [{ sequenceId, version: request.version }],
        patchRequest: [{ sequence_id: sequenceId, before_move: { ...move, left }, bump: false }],
      },
    );
  }, deps);
}

/** A person's hand-over ends an escalation. If a rule takes the request from a rep, the escalation waits again. */
function escalationAfter(state: string | null, by: string | null) {
  if (state === null) return {};
  return by === null ? { escalation_state: "waiting" } : NOT_ESCALATED;
}

/** The changes that give a request to another rep or team. `by` is null if a rule decided it. */
export function handedChanges(
  loaded: LoadedRequest,
  to: { id: string; kind: "rep" | "team" },
  by: string | null,
  deps: Deps,
): Changes {
  const { request, facts } = loaded;
  const now = deps.clock.now();
  const changed =
    to.kind === "rep"
      ? { team_id: teamBroughtBy(loaded.sequence.category_id, loaded), assigned_to_id: to.id }
      : { team_id: to.id, assigned_to_id: null };
  const escalation = escalationAfter(request.escalation_state, by);
  const left = {
    state: to.kind === "rep" ? ("assigned" as const) : ("queued" as const),
    teamId: changed.team_id,
    assignedToId: changed.assigned_to_id,
    escalationState: null,
  };
  const extra = {
    sequence_id: request.sequence_id,
    ...changed,
    ...escalation,
    ...(by === null ? {} : { before_move: moveToKeep("hand_over", loaded, by, left, now) }),
    assigned_at: to.kind === "rep" ? now : null,
    bump: true,
  };
  const after = { ...facts, state: left.state };
  const from = request.assigned_to_id;
  return composeChanges(
    { at: now, organizationId: request.organization_id },
    requestChanges(loaded, after, now, deps.newId, extra),
    releaseOf(loaded),
    to.kind === "rep" ? { take: [{ repId: to.id, weight: request.weight }] } : {},
    responderChanges(loaded, to, changed, now, deps.newId, by),
    from === null ? {} : { timers: [drainTimer(from, now)] },
  );
}
