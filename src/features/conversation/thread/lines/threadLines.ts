import type { MessageView } from "@/contract/views/repViews";
import type { OutboxEntry } from "@/features/conversation/outbox/outbox";

/** Consecutive messages of one author within this time read as one block (UX 1.1). */
const GROUP_SPAN_MS = 3 * 60_000;

/** What the thread shows, in order; each has a key that stays the same while messages are added. */
export type ThreadLine =
  | { kind: "day"; key: string; day: Date }
  | { kind: "unread"; key: string; count: number }
  | { kind: "message"; key: string; message: MessageView; startsGroup: boolean }
  | { kind: "system"; key: string; message: MessageView }
  | { kind: "outgoing"; key: string; entry: OutboxEntry; startsGroup: boolean };

export type ThreadFacts = {
  messages: readonly MessageView[];
  outgoing: readonly OutboxEntry[];
  /** Up to where the viewer had read when the thread was opened; the divider does not move while they read. */
  readUpToOrdinal: number;
  /** The viewer's calendar day of an instant, as a comparable text. */
  dayOf: (at: Date) => string;
};

/** The thread as lines: days apart, authors in groups, the divider before what is unread, and last what is on its way. */
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

/** What the desk itself said is nothing that the viewer has to catch up on. */
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

/** Feedback and rating requests are said by the desk itself, to the customer, and are one line in the thread. */
export function isSaidByDesk({ kind }: Pick<MessageView, "kind">): boolean {
  return kind === "feedback" || kind === "rating_request";
}

export type LineBlock = { key: string; lines: ThreadLine[] };

/**
 * The lines with separators kept with the message below them. Each block goes by its message's key: a separator moves
 * when earlier messages come before it, and a list that held on to it would lose its place.
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
