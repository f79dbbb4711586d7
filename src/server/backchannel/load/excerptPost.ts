import type { UnverifiedId } from "@/contract/inputs/unverifiedId";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import type { InteractionStanding } from "../../conversation/load/loadInteraction";
import type { Deps } from "../../deps";
import { idToLookUp } from "../../pov/idToLookUp";
import { visibleMessages } from "../../pov/visibleMessages";
import type { Post } from "../../writer/changes";

/**
 * The frozen copy of what is shared of the parent (P4): the text of messages, their times and aliases. It does not name
 * the customer unless that is shared too. Null if nothing is shared.
 *
 * @throws DomainError `invalid_input` for a message that the sharer does not see in the parent
 */
export async function excerptPost(
  pov: Pov,
  input: { sharedMessageIds: readonly UnverifiedId<"message">[]; sharesCustomerName: boolean },
  of: { interactionId: string; parent: InteractionStanding },
  deps: Deps,
): Promise<Post | null> {
  const customerName = input.sharesCustomerName ? await customerNameOf(of.parent.conversationId, deps) : null;
  if (input.sharedMessageIds.length === 0 && customerName === null) return null;
  const messages = await visibleMessages(
    pov,
    { interactionId: of.parent.id, messageIds: input.sharedMessageIds.map(idToLookUp) },
    deps,
  );
  if (messages.length < new Set(input.sharedMessageIds).size) {
    throw new DomainError("invalid_input", { field: "sharedMessageIds" });
  }
  const id = deps.newId();
  return {
    id,
    interaction_id: of.interactionId,
    author_id: pov.partyId,
    alias_name: of.parent.authorName,
    alias_picture: null,
    kind: "excerpt",
    carrier: "web_chat",
    body: "",
    content: {
      customerName,
      lines: messages.map((message) => ({
        authorName: message.author_kind === "contact" ? customerName : message.alias_name,
        isCustomer: message.author_kind === "contact",
        body: message.body,
        sentAt: message.sent_at,
      })),
    },
    client_id: id,
  };
}

async function customerNameOf(conversationId: string, { db }: Deps): Promise<string | null> {
  const row = await db
    .selectFrom("conversation")
    .innerJoin("party", "party.id", "conversation.primary_party_id")
    .select("party.name")
    .where("conversation.id", "=", conversationId)
    .executeTakeFirst();
  return row?.name ?? null;
}
