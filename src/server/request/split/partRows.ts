import type { Pov } from "@/domain/pov/pov";
import { nextLookAtMs } from "@/domain/request/decideLook";
import type { RequestFacts } from "@/domain/request/requestFacts";
import { partedFacts } from "@/domain/request/split/partedFacts";
import { subjectOf } from "@/domain/request/subjectOf";
import type { RoutingDecision } from "@/domain/routing/routingDecision";
import { nextDueAtMs } from "@/domain/routing/urgencyOrder";
import { newReference } from "../../db/newReference";
import type { Deps } from "../../deps";
import { categoryFoundBy } from "../../routing/changes/decisionRow";
import type { ChangeLists } from "../../writer/changes";
import { clockRow } from "../changes/clockRows";
import { firstVersion } from "../changes/firstVersion";
import { lookTimer, NOT_ESCALATED, requestColumns } from "../changes/requestChanges";
import { type LoadedRequest, requestSettings } from "../load/loadRequest";
import { keptSplit } from "./keptSplit";
import { type Parting, writtenOf } from "./partingMessages";

/** The ids of the new sequence and its interaction. */
export type PartIds = { sequenceId: string; interactionId: string };

/** The rows of the new sequence: those of the original, with its own values. */
export function partRows(
  pov: Pov,
  loaded: LoadedRequest,
  parting: Parting,
  { decision, after }: { decision: RoutingDecision; after: RequestFacts },
  ids: PartIds,
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
        before_move: null,
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
