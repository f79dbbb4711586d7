import fc from "fast-check";
import { expect, test } from "vitest";
import { writePositions } from "@/domain/pov/position";
import type { MessagePage, MessageView } from "../views/conversationViews";
import type { QueuePage, QueueRow } from "../views/queueViews";
import { foldBackchannels } from "./foldBackchannels";
import { foldMe } from "./foldMe";
import { foldMessages } from "./foldMessages";
import { foldQueue } from "./foldQueue";
import type { HeardEvent, RepEvent } from "./repEvent";

const LISTS = ["me", "team"] as const;
type List = (typeof LISTS)[number];
const OBJECTS = [0, 1, 2, 3, 4] as const;

/**
 * A change of an object in one list (0 removes it), a delivery of the next entry of one list, or a look at the page.
 */
type Step =
  | { do: "commit"; list: List; object: number; value: number }
  | { do: "deliver"; list: List }
  | { do: "look" };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant("commit" as const),
    list: fc.constantFrom(...LISTS),
    object: fc.constantFrom(...OBJECTS),
    value: fc.nat({ max: 3 }),
  }),
  fc.record({ do: fc.constant("deliver" as const), list: fc.constantFrom(...LISTS) }),
  fc.record({ do: fc.constant("look" as const) }),
);
const steps = fc.array(step, { maxLength: 40 });

type State = ReadonlyMap<number, number>;
type Look = { state: State; asOf: string };

/** Plays a history. Each list is delivered at its own pace, and an event is read when it is delivered. */
function play(history: readonly Step[], tell: (object: number, value: number) => RepEvent) {
  const state = new Map<number, number>();
  const logs: Record<List, number[]> = { me: [], team: [] };
  const sent: Record<List, number> = { me: 0, team: 0 };
  const looks: Look[] = [];
  const heard: HeardEvent[] = [];
  const committed = () => writePositions(new Map(LISTS.map((list) => [list, logs[list].length])));
  const deliver = (list: List) => {
    const object = logs[list][sent[list]];
    if (object === undefined) return;
    sent[list] += 1;
    heard.push({
      position: writePositions(new Map(Object.entries(sent))),
      event: tell(object, state.get(object) ?? 0),
    });
  };
  const look = () => looks.push({ state: new Map(state), asOf: committed() });
  look();
  const commit = ({ list, object, value }: { list: List; object: number; value: number }) => {
    if (value === 0) state.delete(object);
    else state.set(object, value);
    logs[list].push(object);
  };
  for (const each of history) {
    if (each.do === "look") look();
    else if (each.do === "deliver") deliver(each.list);
    else commit(each);
  }
  for (const list of LISTS) for (const _entry of logs[list].slice(sent[list])) deliver(list);
  return { looks, heard, last: { state: new Map(state), asOf: committed() } };
}

const message = (ordinal: number, value: number): MessageView => ({
  id: `m${ordinal}`,
  interactionId: "i",
  ordinal,
  clientId: `c${ordinal}`,
  author: { id: "p", kind: "rep", name: "Mia" },
  aliasName: "Desk",
  isMine: false,
  kind: "text",
  body: `text ${value}`,
  excerpt: null,
  feedback: null,
  sentAt: new Date(ordinal),
  editedAt: null,
});

const tellMessage = (object: number, value: number): RepEvent =>
  value === 0
    ? { type: "message_removed", interactionId: "i", messageId: `m${object}` }
    : { type: "message", message: message(object, value) };

const messagesOf = (state: State) =>
  [...state].sort(([a], [b]) => a - b).map(([object, value]) => message(object, value));
const messagePage = ({ state, asOf }: Look): MessagePage => ({
  interactionId: "i",
  messages: messagesOf(state),
  hasEarlier: false,
  asOf,
});

test("a page of messages and all events make the later page, in whichever order they came", () => {
  fc.assert(
    fc.property(steps, (history) => {
      const { looks, heard, last } = play(history, tellMessage);
      for (const look of looks) expect(foldMessages([messagePage(look)], heard)).toEqual(messagePage(last).messages);
    }),
  );
});

test("hearing every event twice changes nothing", () => {
  fc.assert(
    fc.property(steps, (history) => {
      const { looks, heard } = play(history, tellMessage);
      const twice = heard.flatMap((each) => [each, each]);
      for (const look of looks) {
        expect(foldMessages([messagePage(look)], twice)).toEqual(foldMessages([messagePage(look)], heard));
      }
    }),
  );
});

test("a message before the earliest page is left to an earlier page", () => {
  const page: MessagePage = { interactionId: "i", messages: [message(5, 1)], hasEarlier: true, asOf: "" };
  const heard: HeardEvent[] = [{ position: "me.1", event: { type: "message", message: message(4, 2) } }];
  expect(foldMessages([page], heard)).toEqual(page.messages);
  expect(foldMessages([{ ...page, hasEarlier: false }], heard)).toHaveLength(2);
});

test("each of several pages counts by its own position", () => {
  const later: MessagePage = { interactionId: "i", messages: [message(5, 1)], hasEarlier: true, asOf: "me.1" };
  const earlier: MessagePage = { interactionId: "i", messages: [message(4, 2)], hasEarlier: false, asOf: "me.3" };
  const heard: HeardEvent[] = [
    { position: "me.2", event: { type: "message", message: message(4, 1) } },
    { position: "me.2", event: { type: "message", message: message(5, 3) } },
  ];
  expect(foldMessages([later, earlier], heard).map(({ body }) => body)).toEqual(["text 2", "text 3"]);
});

const row = (object: number, value: number): QueueRow => ({
  sequenceId: `s${object}`,
  reference: `${object}`,
  subject: "",
  state: value === 3 ? "closed" : "open",
  customerName: "Ana",
  categoryId: null,
  tags: [],
  teamId: null,
  assignedTo: null,
  requestState: "queued",
  waitingSince: null,
  nextDueAt: new Date(value),
  clock: null,
  lastMessageAt: null,
  lastMessagePreview: "",
  unreadCount: 0,
  isEscalated: false,
  closedAt: null,
  escalationHeldBy: null,
  version: value,
});

const tellRow = (object: number, value: number): RepEvent =>
  value === 0
    ? { type: "hidden", interactionId: null, sequenceId: `s${object}` }
    : { type: "sequence", row: row(object, value), clocks: [] };

const rule = {
  belongs: ({ state }: QueueRow) => state === "open",
  order: (a: QueueRow, b: QueueRow) =>
    (a.nextDueAt?.getTime() ?? 0) - (b.nextDueAt?.getTime() ?? 0) || (a.sequenceId < b.sequenceId ? -1 : 1),
};

const rowsOf = (state: State) =>
  [...state]
    .map(([object, value]) => row(object, value))
    .filter(rule.belongs)
    .sort(rule.order);

test("a whole queue and all events make the later queue", () => {
  fc.assert(
    fc.property(steps, (history) => {
      const { looks, heard, last } = play(history, tellRow);
      for (const { state, asOf } of looks) {
        const page: QueuePage = { rows: rowsOf(state), nextCursor: null, asOf };
        expect(foldQueue([page], heard, rule)).toEqual(rowsOf(last.state));
      }
    }),
  );
});

test("the fold of a partly read queue is the later queue up to where it was read", () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 3 }), (history, size) => {
      const { looks, heard, last } = play(history, tellRow);
      for (const { state, asOf } of looks) {
        const all = rowsOf(state);
        const rows = all.slice(0, size);
        const end = rows.at(-1);
        const page: QueuePage = { rows, nextCursor: all.length > size ? "more" : null, asOf };
        const reached = rowsOf(last.state).filter(
          (each) => page.nextCursor === null || !end || rule.order(each, end) <= 0,
        );
        expect(foldQueue([page], heard, rule)).toEqual(reached);
      }
    }),
  );
});

test("a backchannel is shown by its last event, and a hidden one is gone", () => {
  const invited = {
    interactionId: "b",
    name: "Payments",
    invitedBy: "Mia",
    note: "?",
    participation: "invited" as const,
    startedAt: new Date(1),
    lastMessageAt: null,
    unreadCount: 0,
  };
  const joined = { ...invited, participation: "taking_part" as const };
  const heard: HeardEvent[] = [{ position: "me.1", event: { type: "backchannel", row: joined } }];
  expect(foldBackchannels([invited], heard)).toEqual([joined]);
  expect(
    foldBackchannels(
      [invited],
      [...heard, { position: "me.2", event: { type: "hidden", interactionId: "b", sequenceId: null } }],
    ),
  ).toEqual([]);
});

test("a load event from before the viewer was read is ignored", () => {
  const me = {
    partyId: "p",
    name: "",
    email: "",
    publicName: "",
    role: "rep" as const,
    theme: "system" as const,
    organization: { id: "", name: "", aliasName: "", showsPublicNames: false, timeZone: "" },
    teams: [],
    mayWatchBoard: false,
    availability: "available" as const,
    load: { used: 1, capacity: 5 },
    absence: null,
    notices: [],
    serverTime: new Date(0),
    asOf: "me.2",
  };
  const absence = { cause: "unseen", at: new Date(0), before: "available" } as const;
  const load = (used: number): RepEvent => ({ type: "load", availability: "away", used, capacity: 5, absence });
  expect(foldMe(me, [{ position: "me.2", event: load(4) }])).toEqual(me);
  const later = foldMe(me, [{ position: "me.3", event: load(2) }]);
  expect([later.load, later.availability, later.absence]).toEqual([{ used: 2, capacity: 5 }, "away", absence]);
});
