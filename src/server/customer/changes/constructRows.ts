import type { RequestFacts } from "@/domain/request/requestFacts";
import { subjectOf } from "@/domain/request/subjectOf";
import type { RoutingDecision } from "@/domain/routing/routingDecision";
import { nextDueAtMs } from "@/domain/routing/urgencyOrder";
import type { Asked } from "../../conversation/load/sentAgain";
import { requestColumns } from "../../request/changes/requestChanges";
import { categoryFoundBy } from "../../routing/changes/decisionRow";
import type { ChangeLists } from "../../writer/changes";
import type { CustomerContext } from "../load/loadCustomer";

/** A customer's first message of a matter. */
export type FirstMessage = { clientId: string; body: string; categoryId: string | null; asked: Asked };

/** The new ids of all that one opening creates. */
export type OpeningIds = {
  conversationId: string;
  sequenceId: string;
  interactionId: string;
  messageId: string;
  reference: string;
  version: number;
};

type ConstructRows = Required<Pick<ChangeLists, "interaction">> &
  Pick<ChangeLists, "conversation"> & { sequence: [NonNullable<ChangeLists["sequence"]>[number]] };

/** The conversation, if the customer has none yet (C1), the sequence and its interaction. */
export function constructRows(
  customer: CustomerContext,
  first: FirstMessage,
  ids: OpeningIds,
  decision: RoutingDecision,
  now: Date,
): ConstructRows {
  const shared = {
    organization_id: customer.organizationId,
    tags: [],
    metadata: {},
    encryption: "transport" as const,
    started_at: now,
    ended_at: null,
    deactivated_at: null,
  };
  return {
    ...(customer.conversationId === null
      ? {
          conversation: [
            {
              ...shared,
              id: ids.conversationId,
              kind: "external" as const,
              primary_party_id: customer.contactId,
              owner_party_id: null,
              name: null,
              category_id: null,
            },
          ],
        }
      : {}),
    sequence: [
      {
        ...shared,
        id: ids.sequenceId,
        conversation_id: ids.conversationId,
        reference: ids.reference,
        subject: subjectOf(first.body),
        category_id: decision.categoryId,
        state: "open",
        custom_state_id: null,
        primary_party_id: customer.contactId,
        last_message_id: ids.messageId,
        last_message_at: now,
        merged_into_id: null,
        split_from_id: null,
        version: ids.version,
      },
    ],
    interaction: [
      {
        ...shared,
        id: ids.interactionId,
        conversation_id: ids.conversationId,
        sequence_id: ids.sequenceId,
        origin_sequence_id: null,
        parent_id: null,
        audience: "customer",
        opened_by_id: customer.contactId,
        name: null,
        category_id: null,
        opened_outside_at: null,
        last_ordinal: 0,
        last_message_at: null,
      },
    ],
  };
}

/** The request, given to `repId` or waiting, with the time of its next look. */
export function requestRow(
  customer: CustomerContext,
  ids: OpeningIds,
  decision: RoutingDecision,
  repId: string | null,
  facts: RequestFacts,
  lookAt: Date | null,
  now: Date,
  first: FirstMessage,
): NonNullable<ChangeLists["request"]>[number] {
  const dueMs = nextDueAtMs(facts.clocks, now.getTime());
  return {
    ...requestColumns(facts),
    sequence_id: ids.sequenceId,
    organization_id: customer.organizationId,
    conversation_id: ids.conversationId,
    interaction_id: ids.interactionId,
    contact_id: customer.contactId,
    category_source: first.categoryId !== null ? "customer" : categoryFoundBy(decision),
    topic_picked: first.categoryId !== null,
    team_id: decision.teamId,
    assigned_to_id: repId,
    asked_person_id: null,
    carrier: "web_chat",
    priority: 0,
    weight: 1,
    required_skills: [],
    queued_at: now,
    assigned_at: repId === null ? null : now,
    next_due_at: dueMs === null ? null : new Date(dueMs),
    look_at: lookAt,
    escalated_at: null,
    escalated_by_id: null,
    escalation_reason: null,
    escalation_state: null,
    escalation_held_by: null,
    escalation_tried_at: null,
    before_closing: null,
    before_move: null,
    created_at: now,
    version: 1,
  };
}
