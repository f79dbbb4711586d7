import { afterEvent } from "@/domain/request/afterEvent";
import type { RoutingDecision } from "@/domain/routing/routingDecision";
import { requestChanges } from "@/server/request/changes/requestChanges";
import { responderChanges } from "@/server/request/changes/responderChanges";
import { type LoadedRequest, requestSettings } from "@/server/request/load/loadRequest";
import { decisionRow } from "@/server/routing/changes/decisionRow";
import { commitAt, type Desk, loadAt, newRowId, presentAt } from "./desk";
import { routeAt } from "./routeAt";
import type { Story } from "./story";

/**
 * Routes a request that waits, as `routeRequest` (server/commands) does: to a rep with room, else to its team's queue.
 *
 * @returns whether a rep has it now
 */
export function routeStory(desk: Desk, story: Story, sequenceId: string): boolean {
  const loaded = loadAt(desk, sequenceId);
  const { request, sequence } = loaded;
  if (request.state !== "unassigned" && request.state !== "queued") return request.state === "assigned";
  const decision = routeAt(desk, story, {
    requestId: sequenceId,
    contactId: request.contact_id,
    categoryId: sequence.category_id,
    categorySource: request.category_source,
    teamId: request.team_id,
    text: sequence.category_id === null ? story.opening : "",
    serviceTier: null,
    waitingSinceMs: (request.waiting_since ?? request.queued_at).getTime(),
  });
  const repId = decision.outcome.kind === "assign" ? (decision.outcome.candidates[0] ?? null) : null;
  if (repId === null && changesNothing(loaded, decision)) return false;
  commitRoute(desk, loaded, decision, repId);
  return repId !== null;
}

/** Twin of `routedChanges` (server/routing/commands/routeRequest). */
function commitRoute(desk: Desk, loaded: LoadedRequest, decision: RoutingDecision, repId: string | null): void {
  const { request, sequence, configuration } = loaded;
  const { sequence_id, organization_id } = request;
  const at = presentAt(desk);
  const newId = () => newRowId(desk);
  const settings = requestSettings(configuration, decision);
  const waiting = { ...loaded.facts, state: stateAfter(decision, repId) };
  const after = repId === null ? afterEvent(waiting, { type: "queued" }, settings, desk.nowMs) : waiting;
  const assigned = { team_id: decision.teamId, assigned_to_id: repId };
  const extra = {
    sequence_id,
    ...assigned,
    category_id: decision.categoryId,
    assigned_at: repId === null ? null : at,
    bump: true,
    ...(sequence.category_id === null && decision.categoryId !== null ? { category_source: "rule" as const } : {}),
  };
  const written = requestChanges(loaded, after, at, newId, extra);
  const changed = { ...assigned, category_id: decision.categoryId };
  commitAt(desk, {
    ...written,
    ...(repId === null ? {} : { take: [{ repId, weight: request.weight }] }),
    ...responderChanges(loaded, responderOf(decision, repId, organization_id), changed, at, newId),
    decision: [
      decisionRow(decision, { id: newId(), organizationId: organization_id, sequenceId: sequence_id, repId, at }),
    ],
  });
}

function stateAfter(decision: RoutingDecision, repId: string | null): "assigned" | "queued" | "unassigned" {
  if (repId !== null) return "assigned";
  return decision.outcome.kind === "unassigned" ? "unassigned" : "queued";
}

function responderOf(decision: RoutingDecision, repId: string | null, organizationId: string) {
  if (repId !== null) return { id: repId, kind: "rep" as const };
  if (decision.outcome.kind === "unassigned" || decision.teamId === null) {
    return { id: organizationId, kind: "organization" as const };
  }
  return { id: decision.teamId, kind: "team" as const };
}

function changesNothing({ request }: LoadedRequest, { outcome, teamId }: RoutingDecision): boolean {
  if (outcome.kind === "unassigned") return request.state === "unassigned";
  return request.state === "queued" && request.team_id === teamId;
}
