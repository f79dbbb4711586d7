import type { ExcerptLine, MessageView } from "@/domain/views/repViews";

/** Messages that one excerpt can hold at most. */
export const EXCERPT_MESSAGES_MAX = 50;

/** What can be shared of a thread: what people wrote themselves, not what the desk said or was shared into it before. */
export function shareableMessages(messages: readonly MessageView[]): MessageView[] {
  return messages.filter((message) => message.kind === "text");
}

/**
 * The lines that the specialists will see, as the server will freeze them (P4): under the customer's name only where
 * the rep shares it on purpose, else under `customerWord`.
 */
export function excerptPreview(
  messages: readonly MessageView[],
  sharedIds: ReadonlySet<string>,
  { sharesCustomerName, customerWord }: { sharesCustomerName: boolean; customerWord: string },
): ExcerptLine[] {
  return messages
    .filter((message) => sharedIds.has(message.id))
    .map(({ author, body, sentAt }) => ({
      authorName: author.kind === "contact" && !sharesCustomerName ? customerWord : author.name,
      body,
      sentAt,
    }));
}

/** The chosen ids after ticking or clearing one; with `rangeFromId`, also everything between the two. */
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
