import { DomainError } from "@/domain/errors";
import { afterEvent } from "@/domain/request/afterEvent";
import { type ClosedWord, tellClosed } from "@/domain/request/feedback/outOfHours";
import type { RequestFacts, RequestSettings } from "@/domain/request/requestFacts";
import type { RoutingDecision } from "@/domain/routing/routingDecision";
import type { RoutingRequest } from "@/domain/routing/routingRequest";
import { type Classified, classificationRows, classified } from "../../classifier/changes/classified";
import { closedPosts } from "../../conversation/changes/housePost";
import { loadFirstWords } from "../../conversation/load/firstWords";
import type { Deps } from "../../deps";
import { requestChanges } from "../../request/changes/requestChanges";
import { responderChanges } from "../../request/changes/responderChanges";
import { customerEntry } from "../../request/changes/sequenceEntries";
import { type LoadedRequest, loadRequest, requestSettings } from "../../request/load/loadRequest";
import type { Changes } from "../../writer/changes";
import { commitUnlessRaced } from "../../writer/commit";
import { composeChanges } from "../../writer/composeChanges";
import { categoryFoundBy, decisionRow } from "../changes/decisionRow";
import { decideRoute, type Routed } from "../load/decideRoute";
import { declinedBy } from "../load/declinedBy";
import { firstWithRoom } from "./firstWithRoom";

const ATTEMPTS_MAX = 12;
const WAITING: ReadonlySet<string> = new Set(["unassigned", "queued"]);

/** What a caller knows better than the rules: the team of a hand-over, reps to exclude. */
export type RouteHints = {
  teamId?: string;
  personId?: string;
  excludedRepIds?: readonly string[];
  requiredRole?: "supervisor";
  /** An act of the customer caused it, so they are told if the organization is closed. */
  isByCustomer?: boolean;
};

/**
 * Routes a waiting request (R6–R14): to a rep with room, else to its team's queue, else to the unassigned queue. If two
 * processes route the same request or fill the same rep, the later one decides again, so that no rep is filled above
 * capacity and no request gets two responders.
 *
 * @returns "assigned" to a rep, still "waiting", or "none" if the request was not waiting any more
 */
export async function routeRequest(
  sequenceId: string,
  deps: Deps,
  hints: RouteHints = {},
): Promise<"assigned" | "waiting" | "none"> {
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    const loaded = await loadRequest(sequenceId, deps);
    if (!loaded) throw new DomainError("not_found");
    if (!WAITING.has(loaded.request.state)) return "none";
    const [heard, declined] = await Promise.all([saidOf(loaded, deps), declinedBy([sequenceId], deps)]);
    const sought = routingRequest(loaded, hints, heard, declined.get(sequenceId) ?? []);
    const decision = await decideRoute(sought, loaded.configuration, deps);
    const result = await carryOut(loaded, { decision, said: heard.said }, hints, deps);
    if (result !== "decide_again") return result;
  }
  throw new DomainError("stale_version");
}

/** Carries out a decision: the first of its candidates who still has room gets the request. */
async function carryOut(
  loaded: LoadedRequest,
  routed: Routed,
  hints: RouteHints,
  deps: Deps,
): Promise<"assigned" | "waiting" | "decide_again"> {
  const { decision } = routed;
  if (decision.outcome.kind !== "assign") {
    if (changesNothing(loaded, decision)) return "waiting";
    const { outcome } = await commitUnlessRaced(routedChanges(loaded, routed, null, hints, deps), deps);
    return outcome === "committed" ? "waiting" : "decide_again";
  }
  const { candidates } = decision.outcome;
  const outcome = await firstWithRoom(candidates, (repId) => routedChanges(loaded, routed, repId, hints, deps), deps);
  return outcome?.outcome === "committed" ? "assigned" : "decide_again";
}

/** The changes that carry out a decision about an existing request. */
function routedChanges(
  loaded: LoadedRequest,
  { decision, said }: Routed,
  repId: string | null,
  hints: RouteHints,
  deps: Deps,
): Changes {
  const { request, sequence, configuration } = loaded;
  const now = deps.clock.now();
  const changed = { team_id: decision.teamId, assigned_to_id: repId, category_id: decision.categoryId };
  const place = { team_id: decision.teamId, assigned_to_id: repId };
  const settings = requestSettings(configuration, decision);
  const waiting = { ...loaded.facts, state: stateAfter(decision, repId) };
  const routedFacts = repId === null ? afterEvent(waiting, { type: "queued" }, settings, now.getTime()) : waiting;
  const { after, word } = closedWord(loaded, routedFacts, settings, hints, now);
  const extra = {
    sequence_id: request.sequence_id,
    ...place,
    ...(sequence.category_id === decision.categoryId ? {} : { category_id: decision.categoryId }),
    assigned_at: repId === null ? null : now,
    bump: true,
    ...(sequence.category_id === null && decision.categoryId !== null
      ? { category_source: categoryFoundBy(decision) }
      : {}),
  };
  const of = { organizationId: request.organization_id, sequenceId: request.sequence_id, at: now };
  return composeChanges(
    { at: now, organizationId: request.organization_id },
    requestChanges(loaded, after, now, deps.newId, extra),
    repId === null ? {} : { take: [{ repId, weight: request.weight }] },
    responderChanges(loaded, responderOf(decision, repId, loaded), changed, now, deps.newId),
    after.toldClosed === loaded.facts.toldClosed ? {} : { entries: [customerEntry(loaded)] },
    {
      posts: closedPosts(word, () => ({ id: deps.newId(), interactionId: request.interaction_id, configuration })),
      decision: [decisionRow(decision, { ...of, id: deps.newId(), repId })],
    },
    classificationRows(said, of),
  );
}

/**
 * Tells the customer of closed hours (R2) after an act of their own, or when their request gets its first team and that
 * is closed. A hand-over tells them nothing (P8).
 */
function closedWord(
  { request, facts }: LoadedRequest,
  routed: RequestFacts,
  settings: RequestSettings,
  { isByCustomer = false }: RouteHints,
  now: Date,
): ClosedWord {
  const told = tellClosed({ ...routed, toldClosed: facts.toldClosed }, settings, now.getTime());
  const isTold = isByCustomer || (request.team_id === null && told.word !== null);
  return isTold ? told : { after: routed, word: null };
}

function stateAfter(decision: RoutingDecision, repId: string | null): "assigned" | "queued" | "unassigned" {
  if (repId !== null) return "assigned";
  return decision.outcome.kind === "unassigned" ? "unassigned" : "queued";
}

function responderOf(decision: RoutingDecision, repId: string | null, { request }: LoadedRequest) {
  if (repId !== null) return { id: repId, kind: "rep" as const };
  if (decision.outcome.kind === "unassigned" || decision.teamId === null) {
    return { id: request.organization_id, kind: "organization" as const };
  }
  return { id: decision.teamId, kind: "team" as const };
}

/**
 * A request that keeps waiting in the same queue is not written again, so that draining a full team costs only reads.
 */
function changesNothing({ request }: LoadedRequest, { outcome, teamId }: RoutingDecision): boolean {
  if (outcome.kind === "unassigned") return request.state === "unassigned";
  return request.state === "queued" && request.team_id === teamId;
}

type Said = { words: string; said: Classified | null };

/** What the customer wrote first and what the classifier says of it; empty if the request has a category. */
async function saidOf({ request, sequence, ...loaded }: LoadedRequest, deps: Deps): Promise<Said> {
  if (sequence.category_id !== null) return { words: "", said: null };
  const words = await loadFirstWords(request.interaction_id, deps);
  return { words, said: await classified(words, { ...loaded, organizationId: request.organization_id }, deps) };
}

function routingRequest(
  { request, sequence, serviceTier }: LoadedRequest,
  hints: RouteHints,
  { words, said }: Said,
  declinedBy: readonly string[],
): RoutingRequest {
  return {
    requestId: request.sequence_id,
    contactId: request.contact_id,
    categoryId: sequence.category_id,
    categorySource: request.category_source,
    teamId: hints.teamId ?? request.team_id,
    personId: hints.personId ?? request.asked_person_id,
    text: words,
    classification: said?.classification ?? null,
    weight: request.weight,
    serviceTier,
    requiredSkills: request.required_skills,
    excludedRepIds: [...(hints.excludedRepIds ?? []), ...declinedBy],
    waitingSinceMs: (request.waiting_since ?? request.queued_at).getTime(),
    ...(hints.requiredRole ? { requiredRole: hints.requiredRole } : {}),
  };
}
