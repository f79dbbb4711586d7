import type { SplitSequence } from "@/contract/inputs/request";
import { firstWords } from "@/domain/classifier/text/firstWords";
import type { Pov } from "@/domain/pov/pov";
import type { RequestFacts } from "@/domain/request/requestFacts";
import { overAgain, remainingFacts } from "@/domain/request/split/partedFacts";
import { underPolicy } from "@/domain/request/underPolicy";
import { classificationRows, classified } from "../../classifier/changes/classified";
import type { Deps } from "../../deps";
import { decisionRow } from "../../routing/changes/decisionRow";
import { decideRoute, type Routed } from "../../routing/load/decideRoute";
import type { Changes, Entry, PartOfChanges } from "../../writer/changes";
import { decideAndCommit } from "../../writer/commit";
import { composeChanges, composePart, withLists } from "../../writer/composeChanges";
import { requestChanges } from "../changes/requestChanges";
import { releaseOf } from "../changes/responderChanges";
import { memberFacts, sequenceEntries } from "../changes/sequenceEntries";
import { handOverRequest } from "../commands/handOverRequest";
import type { LoadedRequest } from "../load/loadRequest";
import { loadRequestFor } from "../load/loadRequestFor";
import { copiedParts } from "./copiedParts";
import { partingBackchannels } from "./movedBackchannels";
import { type Parting, type PartingMessage, partingMessages, writtenOf } from "./partingMessages";
import { type PartIds, partRows } from "./partRows";

/**
 * Splits a customer's message and all that follows it off into a new sequence with its own request (O7). The clocks
 * of the new request run from the times of its messages. Both sequences keep their participants, so nobody sees more or
 * less, and the customer sees the same conversation (P8). If the original was over before that message, it is over
 * again, with its rating. A backchannel that shares only moved messages moves too.
 *
 * @throws DomainError `not_found`, `not_allowed`, `invalid_input` if the message is not the customer's or is their
 *   first, `too_many_messages`
 */
export async function splitSequence(pov: Pov, input: SplitSequence, deps: Deps): Promise<{ sequenceId: string }> {
  const ids: PartIds = { sequenceId: deps.newId(), interactionId: deps.newId() };
  let teamId: string | null = null;
  await decideAndCommit(async () => {
    const loaded = await loadRequestFor(pov, input.sequenceId, "reply", deps);
    const parting = await partingMessages(pov, loaded, input.messageId, deps);
    const routed = await routeOf(loaded, parting, deps);
    teamId = loaded.request.state === "assigned" ? routed.decision.teamId : null;
    return splitChanges(pov, loaded, parting, routed, ids, deps);
  }, deps);
  if (!input.keeps && teamId !== null) await handOverRequest(pov, { sequenceId: ids.sequenceId, to: { teamId } }, deps);
  return { sequenceId: ids.sequenceId };
}

/** Where routing would send the moved messages. */
async function routeOf(loaded: LoadedRequest, { moved }: Parting, deps: Deps): Promise<Routed> {
  const { request, configuration } = loaded;
  const text = firstWords(moved.filter(({ isSpoken }) => isSpoken));
  const said = await classified(text, { ...loaded, organizationId: request.organization_id }, deps);
  const decision = await decideRoute(
    {
      requestId: request.sequence_id,
      contactId: request.contact_id,
      categoryId: null,
      categorySource: null,
      teamId: null,
      personId: null,
      text,
      classification: said?.classification ?? null,
      weight: request.weight,
      serviceTier: loaded.serviceTier,
      requiredSkills: [],
      excludedRepIds: [],
      waitingSinceMs: moved[0].sentAt.getTime(),
    },
    configuration,
    deps,
  );
  return { decision, said };
}

async function splitChanges(
  pov: Pov,
  loaded: LoadedRequest,
  parting: Parting,
  routed: Routed,
  ids: PartIds,
  deps: Deps,
): Promise<Changes> {
  const { request, interaction } = loaded;
  const now = deps.clock.now();
  const after = factsOfRemaining(loaded, parting, now);
  const written = partRows(pov, loaded, parting, { decision: routed.decision, after }, ids, deps);
  const parts = await copiedParts(loaded, ids.interactionId, parting.moved, deps);
  const remaining = remainingChanges(loaded, parting, after, deps);
  const backchannels = await partingBackchannels(loaded, parting, ids, deps);
  const of = { organizationId: request.organization_id, sequenceId: ids.sequenceId, at: now };
  return composeChanges(
    { at: now, organizationId: request.organization_id },
    written,
    { participation: parts.participation },
    request.state === "assigned" && request.assigned_to_id !== null
      ? { take: [{ repId: request.assigned_to_id, weight: request.weight, beyondCapacity: true }] }
      : {},
    { decision: [decisionRow(routed.decision, { ...of, id: deps.newId(), repId: request.assigned_to_id })] },
    classificationRows(routed.said, of),
    movedMessages(parting.moved, { from: interaction.id, to: ids.interactionId }, deps),
    {
      entries: parts.lists.flatMap(({ id, isMember, afterOrdinal }): Entry[] => [
        { list: id, kind: "interaction", interaction_id: ids.interactionId },
        ...(isMember
          ? [
              {
                list: id,
                kind: "sequence" as const,
                sequence_id: ids.sequenceId,
                facts: memberFacts({ sequence: written.sequence[0], request: written.request[0] }),
              },
            ]
          : []),
        { list: id, kind: "history", interaction_id: ids.interactionId, after_ordinal: afterOrdinal },
      ]),
    },
    remaining,
    backchannels,
  );
}

/**
 * Copies messages to another interaction and removes the originals. A party who left before keeps the originals (P2).
 */
export function movedMessages(
  moved: readonly PartingMessage[],
  { from, to }: { from: string; to: string },
  deps: Deps,
): PartOfChanges {
  const now = deps.clock.now();
  const messages = moved.map(({ id }) => ({ id: deps.newId(), of: id, client_id: deps.newId() }));
  return composePart({
    copyMessages: [{ from, to, messages }],
    editMessage: moved.map(({ id, revision }) => ({
      ...{ id, revision, body: "", deleted_at: now, interaction_id: from },
      by_the_house: true,
    })),
  });
}

/** The original request without the moved messages: it goes on, or is over again as it was. */
function factsOfRemaining({ facts, settings }: LoadedRequest, parting: Parting, now: Date): RequestFacts {
  const nowMs = now.getTime();
  const fromMs = parting.moved[0].sentAt.getTime();
  const remaining = remainingFacts(facts, fromMs, writtenOf(parting.remaining), nowMs);
  if (parting.ending === null) return underPolicy(remaining, settings, nowMs);
  return overAgain(remaining, parting.ending, fromMs, settings, nowMs);
}

function remainingChanges(loaded: LoadedRequest, { ending }: Parting, after: RequestFacts, deps: Deps): PartOfChanges {
  const now = deps.clock.now();
  const extra = { sequence_id: loaded.request.sequence_id, before_closing: null, bump: true };
  const written = requestChanges(loaded, after, now, deps.newId, extra);
  const endedAt = ending === null ? {} : { ended_at: new Date(ending.atMs) };
  const patchSequence = written.patchSequence?.map((row) => ({ ...row, ...endedAt })) ?? null;
  return composePart(withLists(written, { patchSequence }), ending === null ? {} : releaseOf(loaded), {
    entries: sequenceEntries(loaded, ending === null ? {} : { state: "closed" }),
  });
}
