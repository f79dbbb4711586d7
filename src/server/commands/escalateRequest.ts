import { z } from "zod";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import { writtenText } from "@/domain/text/inputText";
import type { Changes } from "../db/changes";
import { joinChanges } from "../db/joinChanges";
import type { Deps } from "../deps";
import type { LoadedRequest } from "../queries/loadRequest";
import { loadRequestFor } from "../queries/loadRequestFor";
import { unverifiedId } from "../queries/unverifiedId";
import { decideAndCommit } from "./commit";
import { decideRoute } from "./decideRoute";
import { decisionRow } from "./decisionRow";
import { drainTimer, releaseOf } from "./releaseOf";
import { requestChanges } from "./requestChanges";
import { responderChanges } from "./responderChanges";
import { sequenceEntries } from "./sequenceEntries";

const REASON_LENGTH_MAX = 1_000;
const ATTEMPTS_MAX = 8;

export const EscalateRequest = z.object({
  sequenceId: unverifiedId("sequence"),
  reason: writtenText(REASON_LENGTH_MAX),
});
export type EscalateRequest = z.infer<typeof EscalateRequest>;

/**
 * Escalates a request to a supervisor of its team (O8, R16): one who is available and has room gets it, by the same
 * routing as any request; where there is none it stays, marked, so that the board shows it.
 *
 * @returns whether a supervisor has it now
 * @throws DomainError `not_found`, `not_allowed`, `stale_version` after 8 attempts
 */
export async function escalateRequest(
  pov: Pov,
  input: EscalateRequest,
  deps: Deps,
): Promise<{ isHandedOver: boolean }> {
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    const result = await escalateOnce(pov, input, deps);
    if (result !== "decide_again") return result;
  }
  throw new DomainError("stale_version");
}

/** Of many escalated at once some find the supervisor filled meanwhile: they decide again on who is left. */
async function escalateOnce(
  pov: Pov,
  input: EscalateRequest,
  deps: Deps,
): Promise<{ isHandedOver: boolean } | "decide_again"> {
  let isHandedOver = false;
  const outcome = await decideAndCommit(async () => {
    const loaded = await loadRequestFor(pov, input.sequenceId, "escalate", deps);
    const decision = await decideRoute(supervisorSought(loaded, pov.partyId), loaded.configuration, deps);
    const supervisorId = decision.outcome.kind === "assign" ? (decision.outcome.candidates[0] ?? null) : null;
    isHandedOver = supervisorId !== null;
    const marked = markedChanges(loaded, input.reason, supervisorId, pov.partyId, deps);
    const now = deps.clock.now();
    const { request } = loaded;
    return joinChanges(marked, {
      decision: [
        decisionRow(decision, {
          id: deps.newId(),
          organizationId: request.organization_id,
          sequenceId: request.sequence_id,
          repId: supervisorId,
          at: now,
        }),
      ],
    });
  }, deps);
  return outcome?.outcome === "no_capacity" ? "decide_again" : { isHandedOver };
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
    excludedRepIds: [byRepId],
    waitingSinceMs: (request.waiting_since ?? request.queued_at).getTime(),
    requiredRole: "supervisor" as const,
  };
}

function markedChanges(
  loaded: LoadedRequest,
  reason: string,
  supervisorId: string | null,
  by: string,
  deps: Deps,
): Changes {
  const { request, facts } = loaded;
  const now = deps.clock.now();
  const mark = { escalated_at: now, escalated_by_id: by, escalation_reason: reason };
  const base = { at: now, organizationId: request.organization_id };
  if (supervisorId === null) {
    const extra = { sequence_id: request.sequence_id, ...mark, bump: true };
    return { ...base, ...requestChanges(loaded, facts, now, deps.newId, extra), entries: sequenceEntries(loaded) };
  }
  const changed = { team_id: request.team_id, assigned_to_id: supervisorId };
  const extra = { sequence_id: request.sequence_id, ...mark, ...changed, assigned_at: now, bump: true };
  const handed: Changes = {
    ...base,
    ...requestChanges(loaded, { ...facts, state: "assigned" }, now, deps.newId, extra),
    ...releaseOf(loaded),
    take: [{ repId: supervisorId, weight: request.weight }],
    ...responderChanges(loaded, { id: supervisorId, kind: "rep" }, changed, now, deps.newId, by),
  };
  return request.assigned_to_id === null
    ? handed
    : joinChanges(handed, { timers: [drainTimer(request.assigned_to_id, now)] });
}
