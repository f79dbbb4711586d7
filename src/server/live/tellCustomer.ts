import type { CustomerEvent } from "@/domain/views/customerViews";
import type { Visitor } from "../auth/visitors";
import type { Deps } from "../deps";
import { customerStanding } from "../queries/customerConversation";
import { customerMessages } from "../queries/customerMessages";
import type { ListEntry } from "./entries";
import type { Told } from "./told";

/** What a customer is told of new entries in their own list, and where they stand after them. */
export async function tellCustomer(
  visitor: Visitor,
  entries: readonly ListEntry[],
  deps: Deps,
): Promise<Told<CustomerEvent>[]> {
  const said = entries.filter(({ kind }) => kind === "message" || kind === "message_edited");
  const messageIds = said.flatMap(({ message_id }) => message_id ?? []);
  const [messages, standing] = await Promise.all([
    messageIds.length === 0 ? [] : customerMessages(visitor, { messageIds }, deps),
    customerStanding(visitor, deps),
  ]);
  const byId = new Map(messages.map((message) => [message.id, message]));
  const told: Told<CustomerEvent>[] = [];
  for (const entry of entries) {
    const id = entry.message_id === null ? "" : deps.sealIds.seal(entry.message_id, visitor.contactId);
    const message = byId.get(id);
    if (message) told.push({ entry, event: { type: "message", message } });
    if (entry.kind === "message_deleted") told.push({ entry, event: { type: "message_removed", messageId: id } });
  }
  const last = entries.at(-1);
  if (last) {
    const { status, asksCategory } = standing;
    told.push({ entry: last, event: { type: "status", status, asksCategory } });
  }
  return told;
}
