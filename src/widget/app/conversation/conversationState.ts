import type {
  CustomerConversation,
  CustomerEvent,
  CustomerMessage,
  CustomerStatus,
} from "@/contract/views/customerViews";
import { NUMBER_TAKEN } from "../desk/refusal";
import { isBefore } from "./positions";

export type Delivery = "sending" | "retrying" | "sent" | "not_sent";

/** A message of the customer that the desk has not echoed (yet). */
export type Outgoing = {
  clientId: string;
  body: string;
  /** The category that was picked before writing, or null. The desk seals ids for each customer; the name stays. */
  category: { id: string; name: string } | null;
  /** Whether the customer asks something else than before. */
  isSomethingElse?: boolean;
  writtenAtMs: number;
  delivery: Delivery;
  /** The code of the last refusal; null if there was none. */
  refusal: string | null;
};

type Held = { message: CustomerMessage; position: string };

export type ConversationState = {
  organization: CustomerConversation["organization"] | null;
  /** The position of the newest page. What came before it is in the page or is gone. */
  asOf: string;
  held: ReadonlyMap<string, Held>;
  /** Ids of removed messages, which never come back, whatever the order of events. */
  removed: ReadonlySet<string>;
  outgoing: readonly Outgoing[];
  status: { value: CustomerStatus; asksCategory: boolean; position: string };
  offeredCategories: CustomerConversation["offeredCategories"];
  hasEarlier: boolean;
  unreadCount: number;
  isWatched: boolean;
  /** The first unread message at the time when the customer looked again. */
  dividerBeforeId: string | null;
  typing: { name: string; untilMs: number } | null;
  /** Messages heard live, for the announcements: at most `ARRIVALS_MAX`, the newest last. */
  arrivals: readonly CustomerMessage[];
};

export type ConversationChange =
  | { type: "page"; page: CustomerConversation }
  | { type: "earlier"; page: CustomerConversation }
  | { type: "heard"; event: CustomerEvent; position: string | null }
  | { type: "written"; outgoing: readonly Outgoing[] }
  | { type: "delivery"; clientId: string; delivery: Delivery; refusal?: string }
  | { type: "discarded"; clientId: string }
  | { type: "watched"; isWatched: boolean };

const ARRIVALS_MAX = 20;

export const EMPTY_CONVERSATION: ConversationState = {
  organization: null,
  asOf: "",
  held: new Map(),
  removed: new Set(),
  outgoing: [],
  status: { value: { code: "idle" }, asksCategory: false, position: "" },
  offeredCategories: [],
  hasEarlier: false,
  unreadCount: 0,
  isWatched: false,
  dividerBeforeId: null,
  typing: null,
  arrivals: [],
};

/** The conversation after one change. Page and events, in any order and however often heard, come to the same lines. */
export function conversationAfter(state: ConversationState, change: ConversationChange): ConversationState {
  switch (change.type) {
    case "page":
      return afterPage(state, change.page);
    case "earlier":
      return withMessages({ ...state, hasEarlier: change.page.hasEarlier }, change.page.messages, change.page.asOf);
    case "heard":
      return afterEvent(state, change.event, change.position ?? state.asOf);
    case "written":
      return afterWriting(state, change.outgoing);
    case "delivery":
      return {
        ...state,
        outgoing: state.outgoing.map((each) => (each.clientId === change.clientId ? delivered(each, change) : each)),
      };
    case "discarded":
      return { ...state, outgoing: state.outgoing.filter((each) => each.clientId !== change.clientId) };
    case "watched":
      return afterWatching(state, change.isWatched);
  }
}

/** The confirmed messages in the order of the conversation. */
export function messagesOf(state: ConversationState): CustomerMessage[] {
  return [...state.held.values()].map((each) => each.message).sort(byOrderOfSending);
}

function afterPage(state: ConversationState, page: CustomerConversation): ConversationState {
  // A newer page has overtaken this one.
  if (state.organization && isBefore(page.asOf, state.asOf)) return state;
  const held = new Map([...state.held].filter(([, each]) => !isGoneFrom(page, each)));
  const isNewest = !isBefore(page.asOf, state.status.position);
  const next = {
    ...state,
    organization: page.organization,
    asOf: page.asOf,
    held,
    hasEarlier: state.organization && held.size > page.messages.length ? state.hasEarlier : page.hasEarlier,
    offeredCategories: page.offeredCategories,
    outgoing: state.outgoing.filter((each) => each.delivery !== "sent"),
    unreadCount:
      page.unreadCount +
      [...held.values()].filter((each) => isBefore(page.asOf, each.position) && each.message.from === "them").length,
    status: isNewest ? { value: page.status, asksCategory: page.asksCategory, position: page.asOf } : state.status,
  };
  const known = withMessages(next, page.messages, page.asOf);
  return state.isWatched ? withDivider(known) : known;
}

/** Whether the page covers a held message, by position and time: if it is not in the page, it was removed. */
function isGoneFrom(page: CustomerConversation, { message, position }: Held): boolean {
  if (isBefore(page.asOf, position)) return false;
  const oldest = page.messages[0];
  return !page.hasEarlier || oldest === undefined || message.sentAt >= oldest.sentAt;
}

function afterEvent(state: ConversationState, event: CustomerEvent, position: string): ConversationState {
  switch (event.type) {
    case "message":
      return isBefore(position, state.asOf) ? state : afterMessage(state, event.message, position);
    case "message_removed":
      return isBefore(position, state.asOf) ? state : afterRemoval(state, event.messageId);
    case "status":
      if (isBefore(position, state.status.position)) return state;
      return {
        ...state,
        status: { value: event.status, asksCategory: event.asksCategory, position },
        unreadCount: state.isWatched ? 0 : event.unreadCount,
      };
    case "typing":
      return { ...state, typing: { name: event.alias.name, untilMs: event.untilMs } };
    case "over":
    case "resync":
      return state;
  }
}

function afterMessage(state: ConversationState, message: CustomerMessage, position: string): ConversationState {
  const isNews = message.from === "them" && !state.held.has(message.id) && !state.removed.has(message.id);
  const next = withMessages(state, [message], position);
  if (!isNews) return next;
  return {
    ...next,
    typing: null,
    unreadCount: state.isWatched ? state.unreadCount : state.unreadCount + 1,
    arrivals: [...state.arrivals, message].slice(-ARRIVALS_MAX),
  };
}

function afterRemoval(state: ConversationState, messageId: string): ConversationState {
  const held = new Map(state.held);
  held.delete(messageId);
  return { ...state, held, removed: new Set(state.removed).add(messageId) };
}

function withMessages(
  state: ConversationState,
  messages: readonly CustomerMessage[],
  position: string,
): ConversationState {
  const held = new Map(state.held);
  for (const message of messages) {
    const known = held.get(message.id);
    if (state.removed.has(message.id) || (known && isBefore(position, known.position))) continue;
    held.set(message.id, { message, position });
  }
  const echoed = new Set(messages.map((message) => message.clientId));
  return { ...state, held, outgoing: state.outgoing.filter((each) => !isEchoed(each, echoed)) };
}

function afterWriting(state: ConversationState, written: readonly Outgoing[]): ConversationState {
  const known = new Set([...state.held.values()].map((each) => each.message.clientId));
  for (const each of state.outgoing) known.add(each.clientId);
  const added = written.filter((each) => !known.has(each.clientId));
  return { ...state, dividerBeforeId: null, outgoing: [...state.outgoing, ...added] };
}

/** Whether an outgoing message was echoed. If its client id was taken, the message of that id is another one. */
function isEchoed({ clientId, refusal }: Outgoing, echoed: ReadonlySet<string | null>): boolean {
  return echoed.has(clientId) && refusal !== NUMBER_TAKEN;
}

function delivered(outgoing: Outgoing, { delivery, refusal }: { delivery: Delivery; refusal?: string }): Outgoing {
  return { ...outgoing, delivery, refusal: refusal ?? null };
}

function afterWatching(state: ConversationState, isWatched: boolean): ConversationState {
  return isWatched ? withDivider({ ...state, isWatched }) : { ...state, isWatched, dividerBeforeId: null };
}

/** Puts the divider before the unread messages and counts them as read. */
function withDivider(state: ConversationState): ConversationState {
  if (state.unreadCount === 0) return state;
  const theirs = messagesOf(state).filter((message) => message.from === "them");
  const first = theirs[Math.max(0, theirs.length - state.unreadCount)];
  return { ...state, dividerBeforeId: first?.id ?? null, unreadCount: 0 };
}

const KIND_ORDER = { text: 0, feedback: 1, rating_request: 2 };

/** By time. Messages of one instant (a message and its feedback) come in the order of cause. */
function byOrderOfSending(first: CustomerMessage, second: CustomerMessage): number {
  return (
    first.sentAt.getTime() - second.sentAt.getTime() ||
    Number(first.from === "them") - Number(second.from === "them") ||
    KIND_ORDER[first.kind] - KIND_ORDER[second.kind] ||
    (first.id < second.id ? -1 : 1)
  );
}
