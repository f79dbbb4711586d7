import type { CustomerMessage } from "@/contract/views/customerViews";
import { type ConversationState, messagesOf, type Outgoing } from "./conversationState";
import { isSameDay } from "./dayAndTime";

/** A line of the conversation. */
export type TimelineItem =
  | { kind: "day"; key: string; at: Date }
  | { kind: "divider"; key: string }
  | { kind: "message"; key: string; message: CustomerMessage; isFollowUp: boolean }
  | { kind: "outgoing"; key: string; outgoing: Outgoing };

/** Within this time a further message of the same author follows without the name. */
const FOLLOW_UP_MS = 5 * 60_000;

/** The lines from top to bottom: days, the divider before unread messages, messages, and last the outgoing ones. */
export function timelineOf(state: ConversationState): TimelineItem[] {
  const items: TimelineItem[] = [];
  let previous: CustomerMessage | undefined;
  for (const message of messagesOf(state)) {
    const isNewDay = !previous || !isSameDay(previous.sentAt, message.sentAt);
    const isDivided = message.id === state.dividerBeforeId;
    if (isNewDay) items.push({ kind: "day", key: `day ${message.sentAt.toDateString()}`, at: message.sentAt });
    if (isDivided) items.push({ kind: "divider", key: "divider" });
    const isFollowUp = !isNewDay && !isDivided && previous !== undefined && continues(previous, message);
    // A line keeps its key when its echo replaces it, so that nothing flickers and the focus stays.
    items.push({ kind: "message", key: message.clientId ?? message.id, message, isFollowUp });
    previous = message;
  }
  for (const outgoing of state.outgoing) items.push({ kind: "outgoing", key: outgoing.clientId, outgoing });
  return items;
}

function continues(previous: CustomerMessage, message: CustomerMessage): boolean {
  return (
    previous.kind === "text" &&
    message.kind === "text" &&
    previous.from === message.from &&
    previous.alias?.name === message.alias?.name &&
    message.sentAt.getTime() - previous.sentAt.getTime() < FOLLOW_UP_MS
  );
}
