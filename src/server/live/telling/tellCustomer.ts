import type { CustomerEvent, CustomerMessage } from "@/contract/views/customerViews";
import type { Visitor } from "../../auth/visitors";
import { customerStanding } from "../../customer/queries/customerConversation";
import { customerMessages, customerMessagesById } from "../../customer/queries/customerMessages";
import type { Deps } from "../../deps";
import type { ListEntry } from "../entries";
import type { Told } from "./framesOf";

/** What a customer is told of new entries in their list, followed by the status of their request. */
export async function tellCustomer(
  visitor: Visitor,
  entries: readonly ListEntry[],
  deps: Deps,
): Promise<Told<CustomerEvent>[]> {
  const idsOf = (...kinds: ListEntry["kind"][]) =>
    entries.flatMap(({ kind, message_id }) => (kinds.includes(kind) && message_id !== null ? message_id : []));
  const messageIds = idsOf("message", "message_edited");
  const [messages, deleted, standing] = await Promise.all([
    messageIds.length === 0 ? new Map<string, CustomerMessage>() : customerMessagesById(visitor, { messageIds }, deps),
    deletedIds(visitor, idsOf("message_deleted"), deps),
    customerStanding(visitor, deps, entries.at(-1)?.position),
  ]);
  const told: Told<CustomerEvent>[] = [];
  for (const entry of entries) {
    const message = messages.get(entry.message_id ?? "");
    if (message) told.push({ entry, event: { type: "message", message } });
    const messageId = entry.kind === "message_deleted" ? deleted.get(entry.message_id ?? "") : undefined;
    if (messageId !== undefined) told.push({ entry, event: { type: "message_removed", messageId } });
  }
  const last = entries.at(-1);
  if (last) {
    told.push({ entry: last, event: { type: "status", ...standing } });
  }
  return told;
}

/**
 * The ids, as the customer knows them, of messages that were deleted. A message that a split only moved into another
 * request of theirs is not among them.
 */
async function deletedIds(
  visitor: Visitor,
  messageIds: readonly string[],
  deps: Deps,
): Promise<ReadonlyMap<string, string>> {
  if (messageIds.length === 0) return new Map();
  const { rows } = await deps.pool.query<{ message_id: string; id: string }>(
    "select id as message_id, coalesce((metadata ->> 'copyOf')::uuid, id) as id from message where id = any($1)",
    [messageIds],
  );
  const stillThere = await customerMessages(visitor, { ids: rows.map(({ id }) => id) }, deps);
  const present = new Set(stillThere.map(({ id }) => id));
  return new Map(
    rows
      .map(({ message_id, id }) => [message_id, deps.sealIds.seal(id, visitor.contactId)] as const)
      .filter(([, sealed]) => !present.has(sealed)),
  );
}
