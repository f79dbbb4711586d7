import { FIRST_VERSION_MAX } from "@/server/request/changes/firstVersion";
import type { Row } from "./ledger";
import { seededRandom } from "./seededRandom";

/** The ids of what a customer's first message of a matter makes. */
export type OpeningIds = {
  readonly organizationId: string;
  readonly contactId: string;
  readonly conversationId: string;
  readonly isNewConversation: boolean;
  readonly sequenceId: string;
  readonly interactionId: string;
  readonly messageId: string;
  readonly reference: string;
};

/** A customer's one lasting conversation (C1). */
export function conversationRow(ids: OpeningIds, at: Date): Row<"conversation"> {
  return {
    ...newObject(ids.organizationId, at),
    id: ids.conversationId,
    kind: "external",
    primary_party_id: ids.contactId,
    owner_party_id: null,
    name: null,
    category_id: null,
  };
}

/** A new matter (C3). */
export function sequenceRow(
  ids: OpeningIds,
  { subject, categoryId, at }: { subject: string; categoryId: string | null; at: Date },
): Row<"sequence"> {
  return {
    ...newObject(ids.organizationId, at),
    id: ids.sequenceId,
    conversation_id: ids.conversationId,
    reference: ids.reference,
    subject,
    category_id: categoryId,
    state: "open",
    custom_state_id: null,
    primary_party_id: ids.contactId,
    last_message_id: ids.messageId,
    last_message_at: at,
    merged_into_id: null,
    split_from_id: null,
    version: 1 + seededRandom(ids.sequenceId).whole(FIRST_VERSION_MAX),
  };
}

/** The interaction in which the customer takes part. */
export function interactionRow(ids: OpeningIds, at: Date): Row<"interaction"> {
  return {
    ...newObject(ids.organizationId, at),
    id: ids.interactionId,
    conversation_id: ids.conversationId,
    sequence_id: ids.sequenceId,
    origin_sequence_id: null,
    parent_id: null,
    audience: "customer",
    opened_by_id: ids.contactId,
    name: null,
    category_id: null,
    opened_outside_at: null,
    last_ordinal: 0,
    last_message_at: null,
  };
}

/** The fields that every object has (C7), of one that has just begun. */
export function newObject(organizationId: string, at: Date) {
  return {
    organization_id: organizationId,
    tags: [],
    metadata: {},
    encryption: "transport" as const,
    started_at: at,
    ended_at: null,
    deactivated_at: null,
  };
}
