import { afterEvent } from "@/domain/request/afterEvent";
import { nextLookAtMs } from "@/domain/request/decideLook";
import { nextDueAtMs } from "@/domain/request/nextDueAt";
import { type ClosedWord, tellClosed } from "@/domain/request/outOfHours";
import type { RequestFacts } from "@/domain/request/requestFacts";
import { NEW_REQUEST } from "@/domain/request/requestFacts";
import { subjectOf } from "@/domain/request/subjectOf";
import type { RoutingDecision } from "@/domain/routing/routingDecision";
import { closedPosts, feedbackPost } from "@/server/conversation/changes/housePost";
import { newParticipation } from "@/server/conversation/changes/newParticipation";
import { memberFacts } from "@/server/request/changes/memberFacts";
import { clockRow, lookTimer, requestColumns } from "@/server/request/changes/requestChanges";
import { requestSettings } from "@/server/request/load/loadRequest";
import { decisionRow } from "@/server/routing/changes/decisionRow";
import type { Entry, Post } from "@/server/writer/changes";
import { conversationRow, interactionRow, type OpeningIds, sequenceRow } from "./constructRows";
import { commitAt, type Desk, newRowId, presentAt } from "./desk";
import { newReference } from "./newReference";
import { routeAt } from "./routeAt";
import type { Story } from "./story";

/** The customer's first message and its routing, in one commit (R1, R6–R14): what `openRequest` (server/commands) writes. */
export function openStory(desk: Desk, story: Story): void {
  const ids = openingIds(desk, story.contact.id);
  const decision = routeAt(desk, story, {
    requestId: ids.sequenceId,
    contactId: story.contact.id,
    categoryId: story.pickedCategoryId,
    categorySource: story.pickedCategoryId === null ? null : "customer",
    text: story.opening,
    serviceTier: story.contact.demo.tier,
    waitingSinceMs: desk.nowMs,
  });
  const repId = decision.outcome.kind === "assign" ? (decision.outcome.candidates[0] ?? null) : null;
  story.sequenceId = ids.sequenceId;
  desk.stories.set(ids.sequenceId, story);
  commitOpening(desk, story, ids, decision, repId);
}

function openingIds(desk: Desk, contactId: string): OpeningIds {
  const present = [...desk.ledger.conversations.values()].find((each) => each.primary_party_id === contactId);
  return {
    organizationId: desk.structure.organization.id,
    contactId,
    conversationId: present?.id ?? newRowId(desk),
    isNewConversation: present === undefined,
    sequenceId: newRowId(desk),
    interactionId: newRowId(desk),
    messageId: newRowId(desk),
    reference: newReference(desk),
  };
}

function commitOpening(
  desk: Desk,
  story: Story,
  ids: OpeningIds,
  decision: RoutingDecision,
  repId: string | null,
): void {
  const { configuration, organization } = desk.structure;
  const { organizationId, sequenceId, contactId } = ids;
  const at = presentAt(desk);
  const settings = requestSettings(configuration, decision);
  const asked = afterEvent(NEW_REQUEST, { type: "customer_message" }, settings, desk.nowMs);
  const queued = afterEvent(asked, { type: "queued" }, settings, desk.nowMs);
  const { after: facts, word } = tellClosed({ ...queued, state: stateAfter(decision, repId) }, settings, desk.nowMs);
  const timer = lookTimer(sequenceId, nextLookAtMs(facts, settings, desk.nowMs), null, at);
  const sequence = sequenceRow(ids, { subject: subjectOf(story.opening), categoryId: decision.categoryId, at });
  const request = requestRow(story, ids, decision, repId, facts, timer?.runAt ?? null, at);
  const responderId = repId ?? (facts.state === "queued" ? (decision.teamId ?? organization.id) : organization.id);
  const interaction = { id: ids.interactionId, organization_id: organizationId };
  const part = { interaction, fromAt: at };
  commitAt(desk, {
    ...(ids.isNewConversation ? { conversation: [conversationRow(ids, at)] } : {}),
    sequence: [sequence],
    interaction: [interactionRow(ids, at)],
    request: [request],
    clocks: facts.clocks.map((clock) =>
      clockRow(clock, { id: newRowId(desk), organizationId, sequenceId, instance: 1, configuration }, desk.nowMs),
    ),
    participation: [
      newParticipation({ ...part, id: newRowId(desk), partyId: contactId, role: "customer" }),
      newParticipation({ ...part, id: newRowId(desk), partyId: responderId, role: "responder" }),
    ],
    decision: [decisionRow(decision, { id: newRowId(desk), organizationId, sequenceId, repId, at })],
    ...(repId === null ? {} : { take: [{ repId, weight: request.weight }] }),
    posts: [firstPost(desk, story, ids), ...houseWords(desk, decision, word, ids.interactionId)],
    entries: openingEntries(ids, responderId, memberFacts({ request, sequence })),
    ...(timer ? { timers: [timer] } : {}),
  });
}

function stateAfter(decision: RoutingDecision, repId: string | null): "assigned" | "queued" | "unassigned" {
  if (repId !== null) return "assigned";
  return decision.outcome.kind === "unassigned" ? "unassigned" : "queued";
}

function requestRow(
  story: Story,
  ids: OpeningIds,
  decision: RoutingDecision,
  repId: string | null,
  facts: RequestFacts,
  lookAt: Date | null,
  at: Date,
) {
  const dueMs = nextDueAtMs(facts.clocks, at.getTime());
  const source = decision.categoryId === null ? null : ("rule" as const);
  return {
    ...requestColumns(facts),
    sequence_id: ids.sequenceId,
    organization_id: ids.organizationId,
    conversation_id: ids.conversationId,
    interaction_id: ids.interactionId,
    contact_id: ids.contactId,
    category_source: story.pickedCategoryId === null ? source : ("customer" as const),
    topic_picked: story.pickedCategoryId !== null,
    team_id: decision.teamId,
    assigned_to_id: repId,
    asked_person_id: null,
    carrier: "web_chat" as const,
    priority: 0,
    weight: 1,
    required_skills: [],
    queued_at: at,
    assigned_at: repId === null ? null : at,
    next_due_at: dueMs === null ? null : new Date(dueMs),
    look_at: lookAt,
    escalated_at: null,
    escalated_by_id: null,
    escalation_reason: null,
    escalation_state: null,
    escalation_held_by: null,
    escalation_tried_at: null,
    before_closing: null,
    created_at: at,
    version: 1,
  };
}

function firstPost(desk: Desk, { contact, opening }: Story, ids: OpeningIds): Post {
  return {
    id: ids.messageId,
    interaction_id: ids.interactionId,
    author_id: contact.id,
    alias_name: contact.demo.name,
    alias_picture: null,
    kind: "text",
    carrier: "web_chat",
    body: opening,
    client_id: newRowId(desk),
  };
}

/** What the house says at once: that nobody is there (R2), or the question where the request belongs (R8). */
function houseWords(desk: Desk, { outcome }: RoutingDecision, word: ClosedWord["word"], interactionId: string): Post[] {
  const to = () => ({ id: newRowId(desk), interactionId, configuration: desk.structure.configuration });
  const isAsked = outcome.kind === "unassigned" && outcome.askCustomer;
  return [...closedPosts(word, to), ...(isAsked ? [feedbackPost("asked_category", {}, to())] : [])];
}

function openingEntries(ids: OpeningIds, responderId: string, facts: unknown): Entry[] {
  const { contactId, interactionId, sequenceId } = ids;
  return [
    { list: contactId, kind: "interaction", interaction_id: interactionId },
    { list: responderId, kind: "interaction", interaction_id: interactionId },
    { list: responderId, kind: "sequence", sequence_id: sequenceId, facts },
  ];
}
