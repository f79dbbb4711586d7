import type { Changes, Post } from "@/server/writer/changes";
import { appendEntries, type Posted } from "./appendEntries";
import { addTo, known, type Ledger } from "./ledger";
import { partiesIn } from "./partiesIn";

/**
 * Writes the changes of one command into the ledger. Twin of the SQL function `commit_changes` (prisma/migrations), so
 * that a seeded past is what the commands would have left; a test compares the outcome with the visibility rule.
 *
 * @throws Error where `commit_changes` would refuse: no capacity, or somebody who takes no part writes or leaves
 */
export function commitToLedger(ledger: Ledger, changes: Changes): void {
  moveCapacity(ledger, changes);
  insertRows(ledger, changes);
  patchRows(ledger, changes);
  for (const { interaction_id, party_id, removed_by_id } of changes.leave ?? []) {
    const part = (ledger.partsOfInteraction.get(interaction_id) ?? []).find(
      (each) => each.party_id === party_id && each.until_at === null && each.declined_at === null,
    );
    if (!part) throw new Error("Somebody left an interaction without taking part in it.");
    Object.assign(part, { until_at: changes.at, removed_by_id });
  }
  for (const part of changes.participation ?? []) addTo(ledger.partsOfInteraction, part.interaction_id, part);
  const posted = (changes.posts ?? []).map((post) => writeMessage(ledger, changes, post));
  appendEntries(ledger, changes.entries ?? [], posted, changes.at);
}

function moveCapacity(ledger: Ledger, changes: Changes): void {
  for (const { repId, weight } of changes.release ?? []) {
    const load = known(ledger.loads, repId);
    load.used = Math.max(0, load.used - weight);
  }
  for (const { repId, weight } of changes.take ?? []) {
    const load = known(ledger.loads, repId);
    if (load.used + weight > load.capacity) throw new Error("A request was given to a rep without room for it.");
    load.used += weight;
    load.last_offered_at = changes.at;
  }
}

function insertRows(ledger: Ledger, changes: Changes): void {
  const { conversation = [], sequence = [], interaction = [], request = [], clocks = [] } = changes;
  for (const row of conversation) ledger.conversations.set(row.id, row);
  for (const row of sequence) ledger.sequences.set(row.id, row);
  for (const row of interaction) ledger.interactions.set(row.id, row);
  for (const row of request) ledger.requests.set(row.sequence_id, row);
  for (const row of clocks) {
    ledger.clocks.set(row.id, row);
    addTo(ledger.clocksOfSequence, row.sequence_id, row);
  }
  ledger.decisions.push(...(changes.decision ?? []));
  insertCounted(ledger, changes);
}

function insertCounted(ledger: Ledger, { answered = [], rating = [], pace = [] }: Changes): void {
  for (const row of answered) ledger.answered.set(`${row.contact_id} ${row.rep_id}`, row);
  for (const row of rating) {
    ledger.ratings.set(row.sequence_id, { ...row, score: null, comment: null, answered_at: null });
  }
  for (const row of pace) {
    const key = `${row.rep_id} ${row.category_id}`;
    const before = ledger.paces.get(key) ?? { ...row, closed_count: 0, total_ms: 0 };
    const closed_count = before.closed_count + row.closed_count;
    ledger.paces.set(key, { ...row, closed_count, total_ms: before.total_ms + row.total_ms });
  }
}

function patchRows(ledger: Ledger, changes: Changes): void {
  const { patchRequest = [], patchSequence = [], answerInvitation = [], rate = [] } = changes;
  for (const { bump, ...patch } of patchRequest) {
    const request = known(ledger.requests, patch.sequence_id);
    Object.assign(request, patch, { version: request.version + (bump ? 1 : 0) });
  }
  for (const patch of patchSequence) {
    const sequence = known(ledger.sequences, patch.id);
    Object.assign(sequence, patch, { version: sequence.version + 1 });
  }
  patchClocks(ledger, changes);
  for (const { id, ...answer } of answerInvitation) {
    const part = [...ledger.partsOfInteraction.values()].flat().find((each) => each.id === id);
    if (!part) throw new Error("An invitation was answered that was never given.");
    Object.assign(part, answer, { from_at: answer.accepted_at });
  }
  for (const { sequence_id, score, comment } of rate) {
    Object.assign(known(ledger.ratings, sequence_id), { score, comment, answered_at: changes.at });
  }
}

function patchClocks(ledger: Ledger, { patchClock = [], resume = [], pause = [], at }: Changes): void {
  for (const patch of patchClock) Object.assign(known(ledger.clocks, patch.id), patch);
  // What ends comes first: a pause that begins by the same change for another reason goes on.
  for (const { clockId } of resume) {
    for (const each of ledger.pausesOfClock.get(clockId) ?? []) each.until_at ??= at;
  }
  for (const each of pause) addTo(ledger.pausesOfClock, each.sla_clock_id, each);
}

function writeMessage(ledger: Ledger, changes: Changes, { content, by_the_house, ...post }: Post): Posted {
  const interaction = known(ledger.interactions, post.interaction_id);
  const takesPart = partiesIn(ledger, interaction.id).some(({ party_id }) => party_id === post.author_id);
  if (!by_the_house && !takesPart) throw new Error("Somebody wrote into an interaction without taking part in it.");
  interaction.last_ordinal += 1;
  interaction.last_message_at = changes.at;
  if (interaction.audience === "customer" && interaction.sequence_id !== null) {
    const last = { last_message_id: post.id, last_message_at: changes.at };
    Object.assign(known(ledger.sequences, interaction.sequence_id), last);
  }
  addTo(ledger.messagesOfInteraction, interaction.id, {
    ...post,
    organization_id: changes.organizationId,
    ordinal: interaction.last_ordinal,
    content: content ?? {},
    tags: [],
    metadata: {},
    encryption: "transport",
    revision: 1,
    sent_at: changes.at,
    edited_at: null,
    deleted_at: null,
  });
  return { id: post.id, interactionId: interaction.id, ordinal: interaction.last_ordinal };
}
