import type { SplitSequence } from "@/contract/inputs/request";
import { firstWords } from "@/domain/classifier/text/firstWords";
import type { Pov } from "@/domain/pov/pov";
import { nextLookAtMs } from "@/domain/request/decideLook";
import { overAgain, partedFacts, remainingFacts } from "@/domain/request/partedFacts";
import type { RequestFacts } from "@/domain/request/requestFacts";
import { subjectOf } from "@/domain/request/subjectOf";
import { underPolicy } from "@/domain/request/underPolicy";
import type { RoutingDecision } from "@/domain/routing/routingDecision";
import { nextDueAtMs } from "@/domain/routing/urgencyOrder";
import { classificationRows, classified } from "../../classifier/changes/classified";
import { newReference } from "../../db/newReference";
import type { Deps } from "../../deps";
import { categoryFoundBy, decisionRow } from "../../routing/changes/decisionRow";
import { decideRoute, type Routed } from "../../routing/load/decideRoute";
import type { ChangeLists, Changes, Entry, PartOfChanges } from "../../writer/changes";
import { decideAndCommit } from "../../writer/commit";
import { composeChanges, composePart, withLists } from "../../writer/composeChanges";
import { clockRow } from "../changes/clockRows";
import { firstVersion } from "../changes/firstVersion";
import { releaseOf } from "../changes/releaseOf";
import { lookTimer, NOT_ESCALATED, requestChanges, requestColumns } from "../changes/requestChanges";
import { memberFacts, sequenceEntries } from "../changes/sequenceEntries";
import { handOverRequest } from "../commands/handOverRequest";
import { type LoadedRequest, requestSettings } from "../load/loadRequest";
import { loadRequestFor } from "../load/loadRequestFor";
import { copiedParts } from "./copiedParts";
import { keptSplit } from "./keptSplit";
import { partingBackchannels } from "./movedBackchannels";
import { type Parting, type PartingMessage, partingMessages } from "./partingMessages";

type Ids = { sequenceId: string; interactionId: string };

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
  const ids: Ids = { sequenceId: deps.newId(), interactionId: deps.newId() };
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
  ids: Ids,
  deps: Deps,
): Promise<Changes> {
  const { request, interaction } = loaded;
  const now = deps.clock.now();
  const after = factsOfRemaining(loaded, parting, now);
  const written = partRows(pov, loaded, parting, { decision: routed.decision, after }, ids, deps);
  const parts = await copiedParts(loaded, ids.interactionId, parting.moved, deps);
  const remaining = remainingChanges(loaded, parting, after, deps);
  const asides = await partingBackchannels(loaded, parting, ids, deps);
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
    asides,
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

/** The rows of the new sequence: those of the original, with its own values. */
function partRows(
  pov: Pov,
  loaded: LoadedRequest,
  parting: Parting,
  { decision, after }: { decision: RoutingDecision; after: RequestFacts },
  ids: Ids,
  deps: Deps,
) {
  const { request, sequence, interaction, configuration } = loaded;
  const now = deps.clock.now();
  const [first] = parting.moved;
  const teamId = request.state === "assigned" ? (decision.teamId ?? request.team_id) : request.team_id;
  const settings = requestSettings(configuration, { categoryId: decision.categoryId, teamId });
  const spoken = parting.moved.filter(({ isSpoken }) => isSpoken);
  const facts = partedFacts(writtenOf(spoken), request.state, settings);
  const dueMs = nextDueAtMs(facts.clocks, now.getTime());
  const timer = lookTimer(ids.sequenceId, nextLookAtMs(facts, settings, now.getTime()), null, now);
  const organizationId = request.organization_id;
  const own = { started_at: first.sentAt, ended_at: null, tags: [] };
  const rows: PartRows = {
    sequence: [
      {
        ...sequence,
        ...own,
        id: ids.sequenceId,
        reference: newReference(deps.chance),
        subject: subjectOf(first.body),
        category_id: decision.categoryId,
        state: facts.sequenceState,
        split_from_id: sequence.id,
        merged_into_id: null,
        last_message_id: null,
        version: firstVersion(deps.chance),
        metadata: keptSplit(loaded, parting, after, pov.partyId, now),
      },
    ],
    interaction: [
      { ...interaction, ...own, id: ids.interactionId, sequence_id: ids.sequenceId, last_ordinal: 0, metadata: {} },
    ],
    request: [
      {
        ...request,
        ...requestColumns(facts),
        sequence_id: ids.sequenceId,
        interaction_id: ids.interactionId,
        category_source: categoryFoundBy(decision),
        topic_picked: false,
        team_id: teamId,
        queued_at: first.sentAt,
        picked_up_at: request.state === "assigned" ? now : null,
        next_due_at: dueMs === null ? null : new Date(dueMs),
        look_at: timer?.runAt ?? null,
        ...NOT_ESCALATED,
        before_closing: null,
        created_at: now,
        version: firstVersion(deps.chance),
      },
    ],
    clocks: facts.clocks.map((clock, index) => {
      // A metric that started again has several clocks; the latest counts.
      const instance = facts.clocks.slice(0, index + 1).filter(({ metric }) => metric === clock.metric).length;
      const of = { id: deps.newId(), organizationId, sequenceId: ids.sequenceId, instance, configuration };
      return clockRow(clock, of, now.getTime());
    }),
    ...(timer ? { timers: [timer] } : {}),
  };
  return rows;
}

type RowOf<Part extends "sequence" | "request"> = NonNullable<ChangeLists[Part]>[number];
type PartRows = Pick<ChangeLists, "interaction" | "clocks" | "timers"> & {
  sequence: [RowOf<"sequence">];
  request: [RowOf<"request">];
};

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

/** Messages in the form in which the domain looks at them. */
export function writtenOf(messages: readonly PartingMessage[]) {
  return messages.map(({ isFromCustomer, sentAt }) => ({ isFromCustomer, sentAtMs: sentAt.getTime() }));
}
