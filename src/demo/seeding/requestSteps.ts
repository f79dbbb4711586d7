import { afterEvent } from "@/domain/request/afterEvent";
import { decideLook } from "@/domain/request/decideLook";
import { tellClosed } from "@/domain/request/outOfHours";
import type { RequestEvent } from "@/domain/request/requestFacts";
import type { SequenceState } from "@/domain/request/sequenceState";
import { closedPosts, feedbackPost, ratingPost } from "@/server/conversation/changes/housePost";
import { drainTimer, releaseOf } from "@/server/request/changes/releaseOf";
import { requestChanges } from "@/server/request/changes/requestChanges";
import { customerEntry, sequenceEntries } from "@/server/request/changes/sequenceEntries";
import type { LoadedRequest } from "@/server/request/load/loadRequest";
import type { ChangeLists, Post } from "@/server/writer/changes";
import { commitAt, type Desk, loadAt, newRowId, presentAt, readAll } from "./desk";
import type { Story } from "./story";

/** Most customers wait for the reply in front of the page. */
const READ_AT_ONCE_SHARE = 0.85;

/** The rep's first look, which is the pick-up (`markRead` in server/commands). */
export function lookFirst(desk: Desk, sequenceId: string): void {
  const loaded = loadAt(desk, sequenceId);
  const repId = loaded.request.assigned_to_id;
  if (repId === null) return;
  readAll(desk, repId, loaded.interaction.id);
  if (loaded.facts.pickedUpAtMs !== null) return;
  commitAt(desk, { ...changesBy(desk, loaded, { type: "picked_up" }), entries: sequenceEntries(loaded) });
}

/** The rep gives a request its subject, its tags and, where the rules had it wrong, its category (O11). */
export function tidySequence(desk: Desk, story: Story, sequenceId: string): void {
  const loaded = loadAt(desk, sequenceId);
  const category_id = desk.structure.categoryIds.get(story.scenario.categoryKey) ?? loaded.sequence.category_id;
  const isCorrected = category_id !== loaded.sequence.category_id;
  const changed = { subject: story.fill(story.scenario.subject), tags: [...story.scenario.tags] };
  const beside = {
    ...{ sequence_id: sequenceId, category_id, bump: true },
    ...(isCorrected ? { category_source: "rep" as const } : {}),
  };
  const written = requestChanges(loaded, loaded.facts, presentAt(desk), () => newRowId(desk), beside);
  commitAt(desk, {
    ...written,
    patchSequence: [{ id: sequenceId, ...changed, ...written.patchSequence?.[0] }],
    entries: sequenceEntries(loaded, { ...changed, category_id }),
  });
}

/** A member sets the category of a request that waits for no team, or the customer picks it (R8). */
export function setCategory(desk: Desk, story: Story, sequenceId: string, by: "customer" | "rep"): void {
  const loaded = loadAt(desk, sequenceId);
  const category_id = desk.structure.categoryIds.get(story.scenario.categoryKey) ?? null;
  const beside = { sequence_id: sequenceId, category_id, category_source: by, bump: true };
  commitAt(desk, {
    ...requestChanges(loaded, loaded.facts, presentAt(desk), () => newRowId(desk), beside),
    entries: sequenceEntries(loaded, { category_id }),
  });
}

/** A reply to the customer (`postMessage`): it ends their waiting, and may set the state in the same commit. */
export function replyToCustomer(desk: Desk, sequenceId: string, body: string, thenState?: SequenceState): void {
  const loaded = loadAt(desk, sequenceId);
  const repId = loaded.request.assigned_to_id;
  if (repId === null) return;
  const at = presentAt(desk);
  const event: RequestEvent = { type: "rep_reply", thenState };
  const { contact_id, organization_id } = loaded.request;
  const { sequenceState: state } = afterEvent(loaded.facts, event, loaded.settings, desk.nowMs);
  const isChanged = state !== loaded.sequence.state;
  const changes = {
    ...changesBy(desk, loaded, event),
    posts: [replyPost(desk, loaded, repId, body)],
    ...(isChanged ? { entries: sequenceEntries(loaded, { state }) } : {}),
    ...(loaded.facts.waitingSinceMs === null
      ? {}
      : { answered: [{ contact_id, rep_id: repId, organization_id, last_answered_at: at }] }),
  };
  commitAt(desk, thenState === "closed" ? withClosing(desk, loaded, changes) : changes);
  readAll(desk, repId, loaded.interaction.id);
  if (desk.random.chance(READ_AT_ONCE_SHARE)) readAll(desk, contact_id, loaded.interaction.id);
}

/** A further message of the customer (`postAsCustomer`). */
export function writeAsCustomer(desk: Desk, { contact }: Story, sequenceId: string, body: string): void {
  const loaded = loadAt(desk, sequenceId);
  const isReopened = loaded.sequence.state !== "open";
  const written = afterEvent(loaded.facts, { type: "customer_message" }, loaded.settings, desk.nowMs);
  const { after, word } = tellClosed(written, loaded.settings, desk.nowMs);
  const { interaction, configuration } = loaded;
  const to = () => ({ id: newRowId(desk), interactionId: interaction.id, configuration });
  commitAt(desk, {
    ...requestChanges(loaded, after, presentAt(desk), () => newRowId(desk)),
    entries: isReopened ? sequenceEntries(loaded, { state: "open" }) : [],
    posts: [
      post(desk, loaded, { author_id: contact.id, alias_name: contact.demo.name, body }),
      ...closedPosts(word, to),
    ],
  });
  readAll(desk, contact.id, loaded.interaction.id);
}

/** Closing completes the request: room for the rep, pace, and the question how it was (`setSequenceState`, R15). */
export function closeSequence(desk: Desk, sequenceId: string): void {
  const loaded = loadAt(desk, sequenceId);
  const repId = loaded.request.assigned_to_id;
  const changes = {
    ...changesBy(desk, loaded, { type: "state_set", state: "closed" }),
    entries: sequenceEntries(loaded, { state: "closed" }),
  };
  commitAt(desk, withClosing(desk, loaded, changes));
  if (repId !== null) readAll(desk, repId, loaded.interaction.id);
}

/** The rep escalates, and no supervisor has room: it stays, marked, so that the board shows it (O8, R16). */
export function markEscalated(desk: Desk, sequenceId: string, reason: string): void {
  const loaded = loadAt(desk, sequenceId);
  const escalated_by_id = loaded.request.assigned_to_id;
  const mark = {
    ...{ escalated_at: presentAt(desk), escalated_by_id, escalation_reason: reason },
    ...{ escalation_state: "waiting", escalation_held_by: "no_rep_available", escalation_tried_at: presentAt(desk) },
  };
  const extra = { sequence_id: sequenceId, ...mark, bump: true };
  commitAt(desk, {
    ...requestChanges(loaded, loaded.facts, presentAt(desk), () => newRowId(desk), extra),
    entries: sequenceEntries(loaded),
  });
}

/** The customer's rating (`rateRequest`). */
export function rate(desk: Desk, { contact, scenario, fill }: Story, sequenceId: string): void {
  if (!scenario.rating || !desk.ledger.ratings.has(sequenceId)) return;
  const { score, comment } = scenario.rating;
  const loaded = loadAt(desk, sequenceId);
  const words = comment === undefined ? null : fill(comment);
  commitAt(desk, {
    rate: [{ sequence_id: sequenceId, contact_id: contact.id, score, comment: words }],
    entries: sequenceEntries(loaded),
  });
  readAll(desk, contact.id, loaded.interaction.id);
}

/** A timer's look (`lookAtRequest`): breaches, words to the waiting, customers who went away (R3, R4, R17). */
export function lookAgain(desk: Desk, sequenceId: string): void {
  const loaded = loadAt(desk, sequenceId);
  const { facts, interaction, configuration, request } = loaded;
  const look = decideLook(facts, loaded.settings, desk.nowMs);
  if (look.nextLookAtMs === null && look.after === facts) return;
  const isRetired = look.after.state === "retired";
  const isChanged = look.after.sequenceState !== facts.sequenceState || look.breached.length > 0;
  const drained = isRetired && request.assigned_to_id !== null;
  commitAt(desk, {
    ...requestChanges(loaded, look.after, presentAt(desk), () => newRowId(desk)),
    posts: look.feedback.map((code) =>
      feedbackPost(code, {}, { id: newRowId(desk), interactionId: interaction.id, configuration }),
    ),
    entries: [
      ...(isChanged ? sequenceEntries(loaded, { state: look.after.sequenceState }) : []),
      ...(look.after.toldClosed === facts.toldClosed ? [] : [customerEntry(loaded)]),
    ],
    ...(isRetired ? releaseOf(loaded) : {}),
    ...(drained ? { timers: [drainTimer(request.assigned_to_id ?? "", presentAt(desk))] } : {}),
  });
}

function changesBy(desk: Desk, loaded: LoadedRequest, event: RequestEvent) {
  const after = afterEvent(loaded.facts, event, loaded.settings, desk.nowMs);
  return requestChanges(loaded, after, presentAt(desk), () => newRowId(desk));
}

function replyPost(desk: Desk, loaded: LoadedRequest, repId: string, body: string): Post {
  const { organization, reps } = desk.structure;
  const publicName = reps.find(({ id }) => id === repId)?.demo.aliasName;
  const usesOwnName = organization.shows_reps_as === "public_name" && publicName !== undefined;
  return post(desk, loaded, { author_id: repId, alias_name: usesOwnName ? publicName : organization.alias_name, body });
}

function post(
  desk: Desk,
  { interaction }: LoadedRequest,
  words: { author_id: string; alias_name: string; body: string },
): Post {
  return {
    ...words,
    id: newRowId(desk),
    interaction_id: interaction.id,
    alias_picture: null,
    kind: "text",
    carrier: "web_chat",
    client_id: newRowId(desk),
  };
}

/** Twin of `closingChanges` (server/commands), added to what closed the request. */
function withClosing(desk: Desk, loaded: LoadedRequest, changes: ChangeLists): ChangeLists {
  const { request, sequence, interaction, configuration } = loaded;
  const at = presentAt(desk);
  const repId = request.assigned_to_id;
  const { sequence_id, organization_id, contact_id, team_id } = request;
  const asked = ratingPost(sequence_id, { id: newRowId(desk), interactionId: interaction.id, configuration });
  const isPaced = repId !== null && sequence.category_id !== null && request.picked_up_at !== null;
  const totalMs = desk.nowMs - (request.picked_up_at?.getTime() ?? desk.nowMs);
  const of = { rep_id: repId ?? "", category_id: sequence.category_id ?? "", organization_id };
  return {
    ...changes,
    ...releaseOf(loaded),
    timers: [...(changes.timers ?? []), ...(repId === null ? [] : [drainTimer(repId, at)])],
    ...(isPaced ? { pace: [{ ...of, closed_count: 1, total_ms: totalMs }] } : {}),
    rating: [{ sequence_id, organization_id, contact_id, rep_id: repId, team_id, asked_at: at }],
    posts: [...(changes.posts ?? []), asked],
  };
}
