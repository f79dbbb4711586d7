import type { MessageView } from "@/contract/views/conversationViews";
import type { OutboxEntry } from "@/features/conversation/outbox/outbox";

/** Consecutive messages of one author within this time read as one block (UX 1.1). */
const GROUP_SPAN_MS = 3 * 60_000;

/** One line of a thread. Its key stays the same while messages are added. */
export type ThreadLine =
  | { kind: "day"; key: string; day: Date }
  | { kind: "unread"; key: string; count: number }
  | { kind: "message"; key: string; message: MessageView; startsGroup: boolean }
  | { kind: "system"; key: string; message: MessageView }
  | { kind: "outgoing"; key: string; entry: OutboxEntry; startsGroup: boolean };

export type ThreadFacts = {
  messages: readonly MessageView[];
  outgoing: readonly OutboxEntry[];
  /** How far the viewer had read when the thread was opened. */
  readUpToOrdinal: number;
  /** The viewer's calendar day of an instant, as a text to compare. */
  dayOf: (at: Date) => string;
};

/**
 * The lines of a thread: a separator before each day, messages grouped by author, a divider before the unread ones, and
 * unsent messages last.
 */
export function threadLines({ messages, outgoing, readUpToOrdinal, dayOf }: ThreadFacts): ThreadLine[] {
  const lines: ThreadLine[] = [];
  const firstUnread = messages.find((each) => isUnread(each, readUpToOrdinal));
  let previous: MessageView | null = null;
  for (const message of messages) {
    const startsDay = previous === null || dayOf(previous.sentAt) !== dayOf(message.sentAt);
    if (startsDay) lines.push({ kind: "day", key: `day ${dayOf(message.sentAt)}`, day: message.sentAt });
    const isFirstUnread = message.id === firstUnread?.id;
    if (isFirstUnread) lines.push({ kind: "unread", key: "unread", count: unreadCount(messages, readUpToOrdinal) });
    const startsGroup = startsDay || isFirstUnread || previous === null || !isSameGroup(previous, message);
    lines.push(lineOf(message, startsGroup));
    previous = message;
  }
  return [...lines, ...outgoingLines(messages, outgoing)];
}

function lineOf(message: MessageView, startsGroup: boolean): ThreadLine {
  if (isSaidByDesk(message)) return { kind: "system", key: message.id, message };
  return { kind: "message", key: message.clientId || message.id, message, startsGroup };
}

/** Messages that the desk wrote by itself do not count as unread. */
function isUnread(message: MessageView, readUpToOrdinal: number): boolean {
  return !message.isMine && !isSaidByDesk(message) && message.ordinal > readUpToOrdinal;
}

function unreadCount(messages: readonly MessageView[], readUpToOrdinal: number): number {
  return messages.filter((each) => isUnread(each, readUpToOrdinal)).length;
}

function isSameGroup(previous: MessageView, message: MessageView): boolean {
  return (
    !isSaidByDesk(previous) &&
    previous.author.id === message.author.id &&
    previous.kind === message.kind &&
    message.sentAt.getTime() - previous.sentAt.getTime() <= GROUP_SPAN_MS
  );
}

function outgoingLines(messages: readonly MessageView[], outgoing: readonly OutboxEntry[]): ThreadLine[] {
  const arrived = new Set(messages.map((each) => each.clientId));
  const followsMine = messages.at(-1)?.isMine === true;
  return outgoing
    .filter((entry) => !arrived.has(entry.clientId))
    .map((entry, index) => ({
      kind: "outgoing",
      key: entry.clientId,
      entry,
      startsGroup: index === 0 && !followsMine,
    }));
}

/** Whether the desk wrote the message to the customer by itself: feedback and rating requests. */
export function isSaidByDesk({ kind }: Pick<MessageView, "kind">): boolean {
  return kind === "feedback" || kind === "rating_request";
}

export type LineBlock = { key: string; lines: ThreadLine[] };

/**
 * Groups each separator with the message below it, under the key of that message. A separator alone is no anchor for a
 * virtual list: it moves when earlier messages are loaded before it.
 */
export function lineBlocks(lines: readonly ThreadLine[]): LineBlock[] {
  const blocks: LineBlock[] = [];
  let separators: ThreadLine[] = [];
  for (const line of lines) {
    if (line.kind === "day" || line.kind === "unread") {
      separators.push(line);
      continue;
    }
    blocks.push({ key: line.key, lines: [...separators, line] });
    separators = [];
  }
  return blocks;
}
