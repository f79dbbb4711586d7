import { sql } from "kysely";
import type { UnverifiedId } from "@/contract/inputs/unverifiedId";
import type { InteractionView } from "@/contract/views/conversationViews";
import type { CustomerCard, SequenceView } from "@/contract/views/requestViews";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import { classificationOf } from "../../classifier/queries/classificationView";
import { interactionViews } from "../../conversation/queries/interactionViews";
import type { Deps } from "../../deps";
import { presentPosition } from "../../pov/presentPosition";
import { seenSequenceId } from "../../pov/seenSequenceId";
import { lookAt, type Sighted, tracedRows } from "../../pov/tracedRows";
import { followsInteraction, knowsInteraction } from "../../pov/visibility";
import { type LoadedRequest, loadRequest } from "../load/loadRequest";
import { abilitiesFor } from "../load/loadRequestFor";
import { isCategoryConfirmed } from "./isCategoryConfirmed";
import { clockView } from "./queueRows";

/**
 * A sequence with those of its interactions that `pov` sees. A party who left sees it as it was when they left (P2).
 *
 * @throws DomainError `not_found` if it is missing or hidden
 */
export async function sequenceView(pov: Pov, asked: UnverifiedId<"sequence">, deps: Deps): Promise<SequenceView> {
  const sequenceId = await seenSequenceId(pov, asked, deps);
  if (sequenceId === null) throw new DomainError("not_found");
  const asOf = await presentPosition(pov, deps);
  const loaded = await loadRequest(sequenceId, deps);
  if (!loaded || loaded.request.organization_id !== pov.organizationId) throw new DomainError("not_found");
  const interactions = await interactionViews(pov, { sequenceId }, deps);
  const main = interactions.find(({ id }) => id === loaded.interaction.id);
  if (!main || main.viewer === "invited") throw new DomainError("not_found");
  const [customer, otherSequences, classification, isConfirmed, rest] = await Promise.all([
    customerCard(loaded.request.contact_id, deps),
    otherSequencesOf(pov, loaded, deps),
    classificationOf(pov, sequenceId, loaded.configuration, deps),
    isCategoryConfirmed(loaded, deps),
    restOf(loaded, deps),
  ]);
  const now = {
    ...liveView(pov, loaded, interactions, deps),
    ...rest,
    ...{ customer, otherSequences, classification, isCategoryConfirmed: isConfirmed, asOf },
  };
  return main.viewer === "took_part" ? { ...now, ...(await factsAtLeaving(pov, sequenceId, deps)) } : now;
}

function liveView(pov: Pov, loaded: LoadedRequest, interactions: InteractionView[], deps: Deps) {
  const { sequence, request, storedClocks, configuration } = loaded;
  const nowMs = deps.clock.now().getTime();
  const may = abilitiesFor(pov, loaded);
  return {
    id: sequence.id,
    reference: sequence.reference,
    subject: sequence.subject,
    state: sequence.state,
    categoryId: sequence.category_id,
    tags: sequence.tags,
    version: sequence.version,
    requestState: request.state,
    teamId: request.team_id,
    waitingSince: request.waiting_since,
    clocks: storedClocks
      .filter(({ cancelled_at }) => cancelled_at === null)
      .map((clock) => clockView(clock, configuration, nowMs)),
    startedAt: sequence.started_at,
    endedAt: sequence.ended_at,
    interactions,
    may: {
      reply: may.reply,
      take: may.take,
      change: may.change,
      handOver: may.handOver,
      escalate: may.escalate,
      openBackchannel: may.openBackchannel,
      seeRouting: may.seeRouting,
    },
  };
}

async function restOf({ request }: LoadedRequest, { db }: Deps) {
  const [names, rating] = await Promise.all([
    db
      .selectFrom("party")
      .select(["id", "name"])
      .where(
        "id",
        "in",
        [request.assigned_to_id, request.escalated_by_id].filter((id) => id !== null).concat(request.contact_id),
      )
      .execute(),
    db
      .selectFrom("rating")
      .select(["score", "comment"])
      .where("sequence_id", "=", request.sequence_id)
      .executeTakeFirst(),
  ]);
  const nameOf = (id: string | null) => names.find((each) => each.id === id)?.name ?? "";
  return {
    assignedTo:
      request.assigned_to_id === null ? null : { id: request.assigned_to_id, name: nameOf(request.assigned_to_id) },
    escalation:
      request.escalated_at === null || request.escalation_state === null
        ? null
        : {
            at: request.escalated_at,
            byName: nameOf(request.escalated_by_id),
            reason: request.escalation_reason ?? "",
            state: request.escalation_state === "waiting" ? ("waiting" as const) : ("given" as const),
            heldBy: request.escalation_held_by,
            triedAt: request.escalation_tried_at,
          },
    rating: rating?.score == null ? null : { score: rating.score, comment: rating.comment },
  };
}

async function customerCard(contactId: string, { db }: Deps): Promise<CustomerCard> {
  const row = await db
    .selectFrom("party")
    .innerJoin("contact", "contact.party_id", "party.id")
    .innerJoin("organization", "organization.id", "party.organization_id")
    .select([
      "party.id as contactId",
      "party.name",
      "contact.account_number as accountNumber",
      "contact.tier",
      "contact.location",
      "contact.locale",
      "contact.time_zone as timeZone",
      "contact.spending_cents as spendingCents",
      "organization.currency",
    ])
    .where("party.id", "=", contactId)
    .executeTakeFirstOrThrow();
  return row;
}

const OTHER_SEQUENCES_MAX = 50;

/** The other sequences of the conversation: as they are, or as they were when the viewer left them (P2). */
async function otherSequencesOf(pov: Pov, { request, sequence }: LoadedRequest, deps: Deps) {
  return tracedRows(
    pov,
    sql<SequenceView["otherSequences"][number] & Sighted>`
    select s.id, s.reference, s.started_at as "startedAt", ${lookAt(pov)} as look,
      case when now.is_followed then s.subject else known.facts ->> 'subject' end as subject,
      case when now.is_followed then s.state::text else known.facts ->> 'state' end as state
    from sequence s join request r on r.sequence_id = s.id join interaction i on i.id = r.interaction_id
      cross join lateral (select ${followsInteraction(pov)} as is_followed) now
      left join lateral (select e.facts from pov_entry e where e.list_id = ${pov.partyId} and e.sequence_id = s.id and e.kind = 'sequence'
        order by e.position desc limit 1) known on not now.is_followed
    where s.conversation_id = ${request.conversation_id} and s.id <> ${sequence.id} and s.merged_into_id is null
      and (now.is_followed or (known.facts is not null and ${knowsInteraction(pov)}))
    order by s.started_at desc limit ${OTHER_SEQUENCES_MAX}`,
    deps,
  );
}

/** What a viewer who left was last told of a sequence: the last entry about it in their list. */
async function factsAtLeaving(pov: Pov, sequenceId: string, { db }: Deps): Promise<Partial<SequenceView>> {
  const { rows } = await sql<{ facts: Pick<SequenceView, "subject" | "state" | "categoryId" | "tags" | "teamId"> }>`
    select facts from pov_entry where list_id = ${pov.partyId} and sequence_id = ${sequenceId} and kind = 'sequence'
    order by position desc limit 1`.execute(db);
  const facts = rows[0]?.facts;
  if (!facts) return {};
  const { subject, state, categoryId, tags, teamId } = facts;
  return {
    ...{ subject, state, categoryId, tags, teamId },
    requestState: state === "closed" ? "retired" : "assigned",
    // A version counts changes of others. A viewer who left needs none, since they cannot change anything.
    version: 0,
    endedAt: null,
    clocks: [],
    waitingSince: null,
    assignedTo: null,
    rating: null,
    // The classifier may have answered again after later messages.
    classification: null,
    // Somebody may have confirmed it later.
    isCategoryConfirmed: false,
    escalation: null,
  };
}
