import { currentMatter } from "@/domain/conversation/resolveInbound";
import { afterEvent } from "@/domain/request/afterEvent";
import { nextLookAtMs } from "@/domain/request/decideLook";
import { type ClosedWord, tellClosed } from "@/domain/request/feedback/outOfHours";
import { NEW_REQUEST } from "@/domain/request/requestFacts";
import { classificationRows, classified } from "../../classifier/changes/classified";
import { categoryQuestion, closedPosts } from "../../conversation/changes/housePost";
import { newParticipation } from "../../conversation/changes/newParticipation";
import { contentOfSent } from "../../conversation/load/sentAgain";
import { newReference } from "../../db/newReference";
import type { Deps } from "../../deps";
import type { OrganizationConfiguration } from "../../organization/load/configurations";
import { clockRow } from "../../request/changes/clockRows";
import { firstVersion } from "../../request/changes/firstVersion";
import { lookTimer } from "../../request/changes/requestChanges";
import { memberFacts } from "../../request/changes/sequenceEntries";
import { requestSettings } from "../../request/load/loadRequest";
import { decisionRow } from "../../routing/changes/decisionRow";
import { firstWithRoom } from "../../routing/commands/firstWithRoom";
import { decideRoute, type Routed } from "../../routing/load/decideRoute";
import type { Changes, Entry, PartOfChanges, Post } from "../../writer/changes";
import { commitUnlessRaced } from "../../writer/commit";
import { composeChanges, composePart } from "../../writer/composeChanges";
import { constructRows, type FirstMessage, type OpeningIds, requestRow } from "../changes/constructRows";
import type { CustomerContext } from "../load/loadCustomer";
import { offeredCategories } from "../queries/offeredCategories";

/**
 * Opens a request with a customer's first message of a matter. One commit creates the conversation, if there is none
 * yet (C1), the sequence, its interaction and the message, and routes the request (R1, R6–R14).
 *
 * @returns "known" if the client id is known; "decide_again" if the chosen rep has been filled meanwhile, or the
 *   customer wrote from two places at once
 */
export async function openRequest(
  customer: CustomerContext,
  first: FirstMessage,
  deps: Deps,
): Promise<{ messageId: string; sequenceId: string } | "known" | "decide_again"> {
  const ids: OpeningIds = {
    conversationId: customer.conversationId ?? deps.newId(),
    sequenceId: deps.newId(),
    interactionId: deps.newId(),
    messageId: deps.newId(),
    reference: newReference(deps.chance),
    version: firstVersion(deps.chance),
  };
  const said = first.categoryId === null ? await classified(first.body, customer, deps) : null;
  const decision = await decideRoute(
    {
      requestId: ids.sequenceId,
      contactId: customer.contactId,
      categoryId: first.categoryId,
      categorySource: first.categoryId === null ? null : "customer",
      teamId: null,
      personId: null,
      text: first.body,
      classification: said?.classification ?? null,
      weight: 1,
      serviceTier: customer.tier,
      requiredSkills: [],
      excludedRepIds: [],
      waitingSinceMs: deps.clock.now().getTime(),
    },
    customer.configuration,
    deps,
  );
  const routed: Routed = { decision, said };
  const changesFor = (repId: string | null) => openingChanges(customer, first, ids, routed, repId, deps);
  const outcome =
    decision.outcome.kind === "assign"
      ? await firstWithRoom(decision.outcome.candidates, changesFor, deps)
      : await commitUnlessRaced(changesFor(null), deps);
  if (outcome?.outcome === "committed") return { messageId: ids.messageId, sequenceId: ids.sequenceId };
  if (outcome?.outcome === "duplicate") return "known";
  return "decide_again";
}

function openingChanges(
  customer: CustomerContext,
  first: FirstMessage,
  ids: OpeningIds,
  { decision, said }: Routed,
  repId: string | null,
  deps: Deps,
): Changes {
  const now = deps.clock.now();
  const { configuration, organizationId } = customer;
  const settings = requestSettings(configuration, decision);
  const asked = afterEvent(NEW_REQUEST, { type: "customer_message" }, settings, now.getTime());
  const queued = afterEvent(asked, { type: "queued" }, settings, now.getTime());
  const state = repId !== null ? "assigned" : decision.outcome.kind === "unassigned" ? "unassigned" : "queued";
  const { after: facts, word } = tellClosed({ ...queued, state }, settings, now.getTime());
  const timer = lookTimer(ids.sequenceId, nextLookAtMs(facts, settings, now.getTime()), null, now);
  const rows = constructRows(customer, first, ids, decision, now);
  const request = requestRow(customer, ids, decision, repId, facts, timer?.runAt ?? null, now, first);
  const responderId = repId ?? (state === "queued" && decision.teamId ? decision.teamId : organizationId);
  const interaction = { id: ids.interactionId, organization_id: organizationId };
  return composeChanges(
    { at: now, organizationId },
    afterCurrent(customer),
    rows,
    {
      request: [request],
      clocks: facts.clocks.map((clock) =>
        clockRow(
          clock,
          { id: deps.newId(), organizationId, sequenceId: ids.sequenceId, instance: 1, configuration },
          now.getTime(),
        ),
      ),
      participation: [
        newParticipation({ id: deps.newId(), interaction, partyId: customer.contactId, role: "customer", fromAt: now }),
        newParticipation({ id: deps.newId(), interaction, partyId: responderId, role: "responder", fromAt: now }),
      ],
      decision: [
        decisionRow(decision, { id: deps.newId(), organizationId, sequenceId: ids.sequenceId, repId, at: now }),
      ],
    },
    classificationRows(said, { organizationId, sequenceId: ids.sequenceId, at: now }),
    repId === null ? {} : { take: [{ repId, weight: request.weight }] },
    {
      posts: [firstPost(customer, first, ids), ...organizationPosts({ decision, said, word }, customer, ids, deps)],
      entries: openingEntries(customer.contactId, responderId, ids, {
        request,
        sequence: rows.sequence[0],
      }),
    },
    timer ? { timers: [timer] } : {},
  );
}

/** If the customer begins two matters at once, the second is stale, and its message goes into the first. */
function afterCurrent({ matters }: CustomerContext): PartOfChanges {
  const current = currentMatter(matters);
  if (current === null) return composePart();
  const { sequenceId, version } = current;
  return composePart({
    expect: [{ sequenceId, version }],
    patchRequest: [{ sequence_id: sequenceId, bump: true }],
  });
}

function firstPost(customer: CustomerContext, first: FirstMessage, ids: OpeningIds): Post {
  return {
    id: ids.messageId,
    interaction_id: ids.interactionId,
    author_id: customer.contactId,
    alias_name: customer.name,
    alias_picture: null,
    kind: "text",
    carrier: "web_chat",
    body: first.body,
    content: contentOfSent(first.asked),
    client_id: first.clientId,
  };
}

/** What the organization says at once: that it is closed (R2), and the question what the request is about (R8). */
function organizationPosts(
  { decision, said, word }: Routed & Pick<ClosedWord, "word">,
  customer: CustomerContext,
  ids: OpeningIds,
  deps: Deps,
): Post[] {
  const { configuration } = customer;
  const to = () => ({ id: deps.newId(), interactionId: ids.interactionId, configuration });
  const { outcome } = decision;
  const isAsked = outcome.kind === "unassigned" && outcome.askCustomer && offersCategories(configuration);
  const likelyIds = said?.classification.ranked.map(({ categoryId }) => categoryId) ?? [];
  return [...closedPosts(word, to), ...(isAsked ? [categoryQuestion(likelyIds, to())] : [])];
}

const offersCategories = (configuration: OrganizationConfiguration) =>
  offeredCategories(configuration, (id) => id).length > 0;

function openingEntries(
  contactId: string,
  responderId: string,
  ids: OpeningIds,
  rows: Parameters<typeof memberFacts>[0],
): Entry[] {
  return [
    { list: contactId, kind: "interaction", interaction_id: ids.interactionId },
    { list: responderId, kind: "interaction", interaction_id: ids.interactionId },
    { list: responderId, kind: "sequence", sequence_id: ids.sequenceId, facts: memberFacts(rows) },
  ];
}
