import type { OfSequence } from "@/contract/inputs/request";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import { afterEvent } from "@/domain/request/afterEvent";
import { TAKE_BACK_WITHIN_MS } from "@/domain/request/beforeClosing";
import type { Deps } from "../../deps";
import type { Changes, Entry, PartOfChanges } from "../../writer/changes";
import { decideAndCommit } from "../../writer/commit";
import { composeChanges, composePart, withLists } from "../../writer/composeChanges";
import { requestChanges } from "../changes/requestChanges";
import { releaseOf } from "../changes/responderChanges";
import { type LoadedRequest, loadRequest } from "../load/loadRequest";
import { loadRequestFor, loadSeenRequest } from "../load/loadRequestFor";
import { copiedParts } from "./copiedParts";
import { type KeptSplit, readSplit } from "./keptSplit";
import { returningBackchannels } from "./movedBackchannels";
import { originChanges } from "./originChanges";
import { messagesOf } from "./partingMessages";
import { movedMessages } from "./splitSequence";

/**
 * Takes back a split. All messages of the new sequence, also those written since, return to the original, which
 * stands as it stood before. Only the member who split may do so, for ten minutes, and if nobody else has joined the
 * new sequence.
 *
 * @throws DomainError `not_found`, `invalid_input` if the sequence was not split off, `split_by_another`,
 *   `split_too_old`, `split_has_others`
 */
export async function undoSplit(pov: Pov, input: OfSequence, deps: Deps): Promise<{ sequenceId: string }> {
  let originId = "";
  await decideAndCommit(async () => {
    const part = await loadSeenRequest(pov, input.sequenceId, deps);
    const split = part && readSplit(part);
    if (!part || split?.before.byId !== pov.partyId) return refuseOther(pov, input, split, deps);
    const origin = await undoableOrigin(part, split, deps);
    originId = origin.request.sequence_id;
    if (part.sequence.merged_into_id !== null) return null;
    const isOwn = part.parties.every(({ id }) => origin.parties.some((each) => each.id === id));
    if (!isOwn) throw new DomainError("split_has_others");
    return undoChanges(part, origin, split, deps);
  }, deps);
  return { sequenceId: originId };
}

/** Throws why a member may not take the split back: they do not see it, nobody split it off, or somebody else did. */
async function refuseOther(pov: Pov, { sequenceId }: OfSequence, split: KeptSplit | null, deps: Deps): Promise<never> {
  await loadRequestFor(pov, sequenceId, "see", deps);
  if (split === null) throw new DomainError("invalid_input", { field: "sequenceId" });
  throw new DomainError("split_by_another");
}

/** The original of a split that may still be taken back. */
async function undoableOrigin(part: LoadedRequest, { before }: KeptSplit, deps: Deps): Promise<LoadedRequest> {
  const origin = await loadRequest(part.sequence.split_from_id ?? "", deps);
  if (origin === null) throw new DomainError("not_found");
  if (deps.clock.now().getTime() - before.before.closedAtMs > TAKE_BACK_WITHIN_MS)
    throw new DomainError("split_too_old");
  return origin;
}

async function undoChanges(part: LoadedRequest, origin: LoadedRequest, split: KeptSplit, deps: Deps): Promise<Changes> {
  const now = deps.clock.now();
  const moved = await messagesOf(part, deps);
  const { lists } = await copiedParts(part, origin.interaction.id, moved, deps);
  const last = origin.interaction.last_ordinal;
  const returned = lists.map(
    ({ id, afterOrdinal }): Entry => ({
      ...{ list: id, kind: "history", interaction_id: origin.interaction.id },
      after_ordinal: Number(last) + afterOrdinal,
    }),
  );
  const to = { sequenceId: origin.request.sequence_id, interactionId: origin.interaction.id };
  const backchannels = await returningBackchannels(part, to, deps);
  const isOver = origin.facts.state === "retired" && (split.wasOver || part.facts.state !== "retired");
  return composeChanges(
    { at: now, organizationId: part.request.organization_id },
    movedMessages(moved, { from: part.interaction.id, to: origin.interaction.id }, deps),
    { entries: returned },
    originChanges(origin, moved, { ...split, isOver }, deps),
    mergedChanges(part, origin, deps),
    backchannels,
  );
}

/** Closes the new sequence as merged into the original, and hides it from everybody. */
function mergedChanges(part: LoadedRequest, origin: LoadedRequest, deps: Deps): PartOfChanges {
  const { request, interaction, parties } = part;
  const now = deps.clock.now();
  const closed = afterEvent(part.facts, { type: "state_set", state: "closed" }, part.settings, now.getTime());
  const beside = { sequence_id: request.sequence_id, bump: true };
  const written = requestChanges(part, closed, now, deps.newId, beside);
  const patchRequest = (written.patchRequest ?? []).map((row) => ({ ...row, retire_reason: "merged" as const }));
  const merged = { state: "closed" as const, ended_at: now, merged_into_id: origin.request.sequence_id };
  return composePart(
    withLists(written, { patchRequest, patchSequence: [{ id: request.sequence_id, ...merged }] }),
    releaseOf(part),
    {
      patchInteraction: [{ id: interaction.id, ended_at: now }],
      entries: parties
        .filter(({ kind, from_at }) => kind !== "contact" && from_at !== null)
        .flatMap(({ id }): Entry[] => [
          { list: id, kind: "hidden", sequence_id: request.sequence_id, interaction_id: null },
          { list: id, kind: "interaction", interaction_id: interaction.id },
        ]),
    },
  );
}
