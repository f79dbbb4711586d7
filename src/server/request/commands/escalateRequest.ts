import type { EscalateRequest } from "@/contract/inputs/request";
import type { UnverifiedId } from "@/contract/inputs/unverifiedId";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import type { RoutingDecision, TeamQueueReason, UnassignedReason } from "@/domain/routing/routingDecision";
import type { Deps } from "../../deps";
import { decisionRow } from "../../routing/changes/decisionRow";
import { decideRoute } from "../../routing/load/decideRoute";
import type { Changes } from "../../writer/changes";
import { decideAndCommit } from "../../writer/commit";
import { composeChanges } from "../../writer/composeChanges";
import { moveToKeep } from "../changes/keptMove";
import { NOT_ESCALATED, requestChanges } from "../changes/requestChanges";
import { drainTimer, releaseOf, responderChanges } from "../changes/responderChanges";
import { sequenceEntries } from "../changes/sequenceEntries";
import { type LoadedRequest, loadRequest } from "../load/loadRequest";
import { loadRequestFor } from "../load/loadRequestFor";

const ATTEMPTS_MAX = 8;
const RETRIED_AT_ONCE_MAX = 50;

/** The result of an escalation: whether a supervisor has the request, else why nobody could take it. */
export type Escalated = { isHandedOver: boolean; heldBy: EscalationHold | null };
export type EscalationHold = TeamQueueReason | UnassignedReason;

type Escalation = { reason: string; byId: string; at: Date };

/**
 * Escalates a request to a supervisor of its team (O8, R16). The usual routing picks one who is available and has
 * room. If there is none, the request stays where it is and the escalation waits: it is tried again as people come on
 * duty, until it is withdrawn or the request is handed over or closed.
 *
 * @throws DomainError `not_found`, `not_allowed`, `stale_version` after 8 attempts
 */
export async function escalateRequest(pov: Pov, input: EscalateRequest, deps: Deps): Promise<Escalated> {
  return escalate(async () => {
    const loaded = await loadRequestFor(pov, input.sequenceId, "escalate", deps);
    return { loaded, escalation: { reason: input.reason, byId: pov.partyId, at: deps.clock.now() } };
  }, deps);
}

/** Withdraws a waiting escalation. Does nothing if none waits. */
export async function withdrawEscalation(pov: Pov, sequenceId: UnverifiedId<"sequence">, deps: Deps): Promise<void> {
  await decideAndCommit(async () => {
    const loaded = await loadRequestFor(pov, sequenceId, "escalate", deps);
    const { request, facts } = loaded;
    if (request.escalation_state !== "waiting") return null;
    const now = deps.clock.now();
    const { state, team_id: teamId, assigned_to_id: assignedToId } = request;
    const left = { state, teamId, assignedToId, escalationState: null };
    const before_move = moveToKeep("withdraw", loaded, pov.partyId, left, now);
    const beside = { sequence_id: request.sequence_id, ...NOT_ESCALATED, before_move, bump: true };
    return composeChanges(
      { at: now, organizationId: request.organization_id },
      requestChanges(loaded, facts, now, deps.newId, beside),
      { entries: sequenceEntries(loaded) },
    );
  }, deps);
}

/** Tries the waiting escalations of a team again, oldest first; null for requests without a team. */
export async function retryEscalations(teamId: string | null, deps: Deps): Promise<void> {
  const waiting = await deps.db
    .selectFrom("request")
    .select("sequence_id")
    .where("escalation_state", "=", "waiting")
    .where("state", "<>", "retired")
    .where("team_id", teamId === null ? "is" : "=", teamId)
    .orderBy("escalated_at")
    .orderBy("sequence_id")
    .limit(RETRIED_AT_ONCE_MAX)
    .execute();
  for (const { sequence_id } of waiting) await escalate(() => escalationThatWaits(sequence_id, deps), deps);
}

/** Tries all waiting escalations again. The sweep calls it, since no event tells that a supervisor joined a team. */
export async function retryAllEscalations(deps: Deps): Promise<void> {
  const teams = await deps.db
    .selectFrom("request")
    .select("team_id")
    .distinct()
    .where("escalation_state", "=", "waiting")
    .where("state", "<>", "retired")
    .execute();
  for (const { team_id } of teams) await retryEscalations(team_id, deps);
}

type Found = { loaded: LoadedRequest; escalation: Escalation };

async function escalationThatWaits(sequenceId: string, deps: Deps): Promise<Found | null> {
  const loaded = await loadRequest(sequenceId, deps);
  if (loaded?.request.escalation_state !== "waiting") return null;
  const { escalated_at, escalated_by_id, escalation_reason } = loaded.request;
  if (escalated_at === null || escalated_by_id === null) return null;
  return { loaded, escalation: { reason: escalation_reason ?? "", byId: escalated_by_id, at: escalated_at } };
}

/** Decides again if other escalations have filled the supervisor meanwhile. */
async function escalate(find: () => Promise<Found | null>, deps: Deps): Promise<Escalated> {
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    let escalated: Escalated = { isHandedOver: false, heldBy: null };
    const outcome = await decideAndCommit(async () => {
      const found = await find();
      if (found === null) return null;
      const { loaded, escalation } = found;
      const { configuration } = loaded;
      const decision = await decideRoute(supervisorSought(loaded, escalation.byId), configuration, deps);
      const { outcome: decided } = decision;
      const supervisorId = decided.kind === "assign" ? (decided.candidates[0] ?? null) : null;
      const heldBy = decided.kind === "assign" ? null : decided.reason;
      escalated = { isHandedOver: supervisorId !== null, heldBy };
      return escalationChanges(loaded, escalation, { decision, supervisorId, heldBy }, deps);
    }, deps);
    if (outcome?.outcome !== "no_capacity") return escalated;
  }
  throw new DomainError("stale_version");
}

function supervisorSought({ request, sequence, serviceTier }: LoadedRequest, byRepId: string) {
  return {
    requestId: request.sequence_id,
    contactId: request.contact_id,
    categoryId: sequence.category_id,
    categorySource: request.category_source,
    teamId: request.team_id,
    personId: null,
    text: "",
    weight: request.weight,
    serviceTier,
    requiredSkills: [],
    excludedRepIds: [byRepId, ...(request.assigned_to_id === null ? [] : [request.assigned_to_id])],
    waitingSinceMs: (request.waiting_since ?? request.queued_at).getTime(),
    requiredRole: "supervisor" as const,
  };
}

type Sought = { decision: RoutingDecision; supervisorId: string | null; heldBy: EscalationHold | null };

/** Null if the escalation still waits for the same reason, so that trying again writes nothing. */
function escalationChanges(
  loaded: LoadedRequest,
  escalation: Escalation,
  { decision, supervisorId, heldBy }: Sought,
  deps: Deps,
): Changes | null {
  const { request, facts } = loaded;
  const isSame = request.escalation_state === "waiting" && request.escalation_reason === escalation.reason;
  if (supervisorId === null && isSame && request.escalation_held_by === heldBy) return null;
  const now = deps.clock.now();
  const mark = {
    sequence_id: request.sequence_id,
    escalated_at: escalation.at,
    escalated_by_id: escalation.byId,
    escalation_reason: escalation.reason,
    escalation_state: supervisorId === null ? "waiting" : "given",
    escalation_held_by: heldBy,
    escalation_tried_at: now,
    bump: true,
  };
  const row = {
    id: deps.newId(),
    organizationId: request.organization_id,
    sequenceId: request.sequence_id,
    repId: supervisorId,
    at: now,
  };
  const base = { at: now, organizationId: request.organization_id };
  const decided = { decision: [decisionRow(decision, row)] };
  if (supervisorId === null) {
    const written = requestChanges(loaded, facts, now, deps.newId, mark);
    return composeChanges(base, decided, written, { entries: sequenceEntries(loaded) });
  }
  const changed = { team_id: request.team_id, assigned_to_id: supervisorId };
  const to = { id: supervisorId, kind: "rep" as const };
  const from = request.assigned_to_id;
  return composeChanges(
    base,
    decided,
    requestChanges(loaded, { ...facts, state: "assigned" }, now, deps.newId, {
      ...mark,
      ...changed,
      assigned_at: now,
    }),
    releaseOf(loaded),
    { take: [{ repId: supervisorId, weight: request.weight }] },
    responderChanges(loaded, to, changed, now, deps.newId, escalation.byId),
    from === null ? {} : { timers: [drainTimer(from, now)] },
  );
}
