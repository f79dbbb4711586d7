import fc from "fast-check";
import { expect, test } from "vitest";
import type {
  CustomerConversation,
  CustomerEvent,
  CustomerMessage,
  CustomerStatus,
} from "@/contract/views/customerViews";
import {
  type ConversationChange,
  conversationAfter,
  EMPTY_CONVERSATION,
  messagesOf,
  type Outgoing,
} from "./conversationState";

const SEED = 9_497_150;

function message(id: string, sentAtMs: number, more: Partial<CustomerMessage> = {}): CustomerMessage {
  return {
    id,
    clientId: null,
    from: "them",
    alias: { name: "Ana", picture: null },
    kind: "text",
    body: `text of ${id}`,
    feedback: null,
    rating: null,
    sentAt: new Date(sentAtMs),
    editedAt: null,
    ...more,
  };
}

function page(
  messages: CustomerMessage[],
  asOf: number,
  more: Partial<CustomerConversation> = {},
): CustomerConversation {
  return {
    organization: { name: "Shop", picture: null },
    messages,
    visit: "visit",
    hasEarlier: false,
    status: { code: "idle" },
    unreadCount: 0,
    offeredCategories: [],
    asksCategory: false,
    asOf: `list.${asOf}`,
    ...more,
  };
}

function outgoing(clientId: string, more: Partial<Outgoing> = {}): Outgoing {
  return { clientId, body: "Hello", category: null, writtenAtMs: 5, delivery: "sending", refusal: null, ...more };
}

const after = (...changes: ConversationChange[]) => changes.reduce(conversationAfter, EMPTY_CONVERSATION);
const heard = (event: CustomerEvent, position: number): ConversationChange => ({
  type: "heard",
  event,
  position: `list.${position}`,
});

/** A generated run of events, and the page that the desk would give after each of them. */
type History = {
  events: { event: CustomerEvent; position: number }[];
  pageAt: (position: number) => CustomerConversation;
};

type Step = { kind: "post" | "edit" | "remove" | "status"; target: number };

const history: fc.Arbitrary<History> = fc
  .array(fc.record({ kind: fc.constantFrom<Step["kind"]>("post", "edit", "remove", "status"), target: fc.nat(4) }), {
    maxLength: 14,
  })
  .map((steps) => {
    const events: History["events"] = [];
    const pages = [page([], 0)];
    for (const step of steps) {
      const position = events.length + 1;
      const last = pages[position - 1] ?? page([], 0);
      const event = eventOf(step, position, last.messages[step.target]);
      events.push({ event, position });
      pages.push(pageAfter(last, event, position));
    }
    return { events, pageAt: (position) => pages[position] ?? page([], 0) };
  });

function eventOf({ kind, target }: Step, position: number, chosen: CustomerMessage | undefined): CustomerEvent {
  // Some messages share an instant, as a message and its feedback do.
  if (kind === "post") return { type: "message", message: message(`m${position}`, Math.floor(position / 2)) };
  if (kind === "edit" && chosen)
    return { type: "message", message: { ...chosen, body: `edit ${position}`, editedAt: new Date(position) } };
  if (kind === "remove" && chosen) return { type: "message_removed", messageId: chosen.id };
  const status: CustomerStatus = { code: "waiting", since: new Date(position) };
  return { type: "status", status, asksCategory: target > 2, unreadCount: 0 };
}

function pageAfter(last: CustomerConversation, event: CustomerEvent, position: number): CustomerConversation {
  const asOf = `list.${position}`;
  if (event.type === "status") return { ...last, asOf, status: event.status, asksCategory: event.asksCategory };
  if (event.type === "message_removed")
    return { ...last, asOf, messages: last.messages.filter((each) => each.id !== event.messageId) };
  if (event.type !== "message") return { ...last, asOf };
  const isEdit = last.messages.some((each) => each.id === event.message.id);
  const edited = last.messages.map((each) => (each.id === event.message.id ? event.message : each));
  return { ...last, asOf, messages: isEdit ? edited : [...last.messages, event.message] };
}

const linesOf = (state: ReturnType<typeof after>) => ({
  lines: messagesOf(state),
  status: state.status.value,
  asks: state.status.asksCategory,
});

// Law: page + events since = later page, whatever their order and however often an event is heard.
test("events in any order, heard any number of times, with a page at any moment, come to the later page", () => {
  fc.assert(
    fc.property(history, fc.infiniteStream(fc.nat(1_000)), fc.infiniteStream(fc.nat(1_000)), (run, places, moments) => {
      const last = run.events.length;
      const at = () => (moments.next().value ?? 0) % (last + 1);
      const pages = [at(), at()].map((asOf): ConversationChange => ({ type: "page", page: run.pageAt(asOf) }));
      const changes = [...run.events, ...run.events].map(({ event, position }) => heard(event, position)).concat(pages);
      const shuffled = changes
        .map((change) => ({ change, place: places.next().value ?? 0 }))
        .sort((a, b) => a.place - b.place);

      const live = after(...shuffled.map(({ change }) => change));

      expect(linesOf(live)).toEqual(linesOf(after({ type: "page", page: run.pageAt(last) })));
    }),
    { seed: SEED, numRuns: 500 },
  );
});

// Law: every written message has exactly one line, held or outgoing, whatever the desk answers.
test("an optimistic line and its echo are one, and nothing written is lost", () => {
  const clientIds = ["a", "b", "c"];
  const step = fc.record({
    clientId: fc.constantFrom(...clientIds),
    kind: fc.constantFrom("echo", "not_sent", "retrying", "page"),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let state = after(
        { type: "page", page: page([], 0) },
        { type: "written", outgoing: clientIds.map((id) => outgoing(id)) },
      );
      steps.forEach(({ clientId, kind }, index) => {
        const echo = message(`id-${clientId}`, 10, { clientId, from: "you", alias: null });
        if (kind === "echo") state = conversationAfter(state, heard({ type: "message", message: echo }, index + 1));
        else if (kind === "page")
          state = conversationAfter(state, { type: "page", page: page(messagesOf(state), index + 1) });
        else
          state = conversationAfter(state, {
            type: "delivery",
            clientId,
            delivery: kind === "retrying" ? "retrying" : "not_sent",
          });
        const lines = [
          ...messagesOf(state).map((each) => each.clientId),
          ...state.outgoing.map((each) => each.clientId),
        ];
        expect(lines.sort()).toEqual(clientIds);
      });
    }),
    { seed: SEED },
  );
});

test("a message that could not be sent stays through pages and arrivals until it is discarded", () => {
  const state = after(
    { type: "page", page: page([], 1) },
    { type: "written", outgoing: [outgoing("mine")] },
    { type: "delivery", clientId: "mine", delivery: "not_sent", refusal: "invalid_input" },
    heard({ type: "message", message: message("m1", 3) }, 2),
    { type: "page", page: page([message("m1", 3)], 2) },
  );
  expect(state.outgoing).toEqual([outgoing("mine", { delivery: "not_sent", refusal: "invalid_input" })]);
  expect(conversationAfter(state, { type: "discarded", clientId: "mine" }).outgoing).toEqual([]);
});

test("a restored message that the desk already has is not shown twice", () => {
  const known = message("m1", 3, { from: "you", clientId: "mine" });
  const state = after({ type: "page", page: page([known], 2) }, { type: "written", outgoing: [outgoing("mine")] });
  expect(state.outgoing).toEqual([]);
});

test("a message and the automatic answer of the same instant keep the order of cause", () => {
  const question = message("z", 3, { from: "you" });
  const answer = message("a", 3, { kind: "feedback" });
  expect(messagesOf(after({ type: "page", page: page([question, answer], 2) })).map((each) => each.id)).toEqual([
    "z",
    "a",
  ]);
});

test("unread messages are counted once while nobody looks, and get a divider when somebody does", () => {
  const first = heard({ type: "message", message: message("m2", 3) }, 2);
  const unseen = after(
    { type: "page", page: page([message("m1", 2)], 1) },
    first,
    first,
    heard({ type: "message", message: message("m3", 4) }, 3),
  );
  expect(unseen.unreadCount).toBe(2);
  const seen = conversationAfter(unseen, { type: "watched", isWatched: true });
  expect(seen).toMatchObject({ unreadCount: 0, dividerBeforeId: "m2" });
});

test("live arrivals are announced, but not history or the customer's own messages", () => {
  const state = after(
    { type: "page", page: page([message("m1", 2)], 1) },
    heard({ type: "message", message: message("m2", 3) }, 2),
    heard({ type: "message", message: message("m3", 4, { from: "you" }) }, 3),
    { type: "earlier", page: page([message("m0", 1)], 3) },
  );
  expect(state.arrivals.map((each) => each.id)).toEqual(["m2"]);
  expect(messagesOf(state).map((each) => each.id)).toEqual(["m0", "m1", "m2", "m3"]);
});

test("the typing sign goes when the message arrives", () => {
  const typing = heard({ type: "typing", alias: { name: "Ana", picture: null }, untilMs: 9 }, 1);
  expect(after(typing).typing).toEqual({ name: "Ana", untilMs: 9 });
  expect(after(typing, heard({ type: "message", message: message("m1", 2) }, 2)).typing).toBeNull();
});

test("earlier pages stay when a newer last page is read", () => {
  const state = after(
    { type: "page", page: page([message("m2", 20)], 2, { hasEarlier: true }) },
    { type: "earlier", page: page([message("m1", 10)], 2) },
    { type: "page", page: page([message("m2", 20), message("m3", 30)], 3, { hasEarlier: true }) },
  );
  expect(messagesOf(state).map((each) => each.id)).toEqual(["m1", "m2", "m3"]);
});
