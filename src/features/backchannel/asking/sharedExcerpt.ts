import { EXCERPT_MESSAGES_MAX } from "@/contract/inputs/limits";
import type { ExcerptLine, MessageView } from "@/contract/views/conversationViews";

export type SharedExcerpt = NonNullable<MessageView["excerpt"]>;

/** The messages of a thread that can be shared: texts of people, not feedback of the desk or excerpts. */
export function shareableMessages(messages: readonly MessageView[]): MessageView[] {
  return messages.filter((message) => message.kind === "text");
}

/**
 * What the specialists will see beside the question, as the server will freeze it (P4). The customer is named only if
 * the rep shares the name. Null if nothing is shared.
 */
export function excerptPreview(
  messages: readonly MessageView[],
  sharedIds: ReadonlySet<string>,
  { sharesCustomerName, customerName }: { sharesCustomerName: boolean; customerName: string },
): SharedExcerpt | null {
  const lines = messages
    .filter((message) => sharedIds.has(message.id))
    .map((message) => lineOf(message, sharesCustomerName));
  if (lines.length === 0 && !sharesCustomerName) return null;
  return { customerName: sharesCustomerName ? customerName : null, lines };
}

function lineOf({ author, body, sentAt }: MessageView, sharesCustomerName: boolean): ExcerptLine {
  const isCustomer = author.kind === "contact";
  return { authorName: isCustomer && !sharesCustomerName ? null : author.name, isCustomer, body, sentAt };
}

/** The selection after toggling one id; with `rangeFromId`, also everything between the two. */
export function toggledSelection(
  ids: readonly string[],
  selected: ReadonlySet<string>,
  toggle: { id: string; rangeFromId: string | null },
): Set<string> {
  const next = new Set(selected);
  const isAdding = !selected.has(toggle.id);
  for (const id of idsBetween(ids, toggle.rangeFromId ?? toggle.id, toggle.id)) {
    if (isAdding && next.size < EXCERPT_MESSAGES_MAX) next.add(id);
    if (!isAdding) next.delete(id);
  }
  return next;
}

function idsBetween(ids: readonly string[], oneId: string, otherId: string): string[] {
  const one = ids.indexOf(oneId);
  const other = ids.indexOf(otherId);
  if (one === -1) return [otherId];
  return ids.slice(Math.min(one, other), Math.max(one, other) + 1);
}
