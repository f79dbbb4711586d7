import { expect, test } from "vitest";
import type { MessageView } from "@/contract/views/conversationViews";
import type { OutboxEntry } from "@/features/conversation/outbox/outbox";
import { lineBlocks, threadLines } from "./threadLines";

const ANA = { id: "ana", kind: "contact" as const, name: "Ana" };
const MIA = { id: "mia", kind: "rep" as const, name: "Mia" };
const dayOf = (at: Date) => at.toISOString().slice(0, 10);

const message = (ordinal: number, sentAt: string, change: Partial<MessageView> = {}): MessageView => ({
  id: `m${ordinal}`,
  interactionId: "thread",
  ordinal,
  clientId: `c${ordinal}`,
  author: ANA,
  aliasName: "Ana",
  isMine: false,
  kind: "text",
  body: "text",
  excerpt: null,
  feedback: null,
  sentAt: new Date(sentAt),
  editedAt: null,
  ...change,
});

const outgoing = (clientId: string): OutboxEntry => ({
  clientId,
  interactionId: "thread",
  body: "on its way",
  expectedAudience: "customer",
  thenState: null,
  queuedAtMs: 0,
  status: "queued",
  attempts: 0,
  nextAttemptAtMs: 0,
  refusal: null,
});

const lines = (messages: MessageView[], more: { outgoing?: OutboxEntry[]; readUpToOrdinal?: number } = {}) =>
  threadLines({ messages, outgoing: more.outgoing ?? [], readUpToOrdinal: more.readUpToOrdinal ?? 99, dayOf });

const groupStarts = (messages: MessageView[]) =>
  lines(messages).flatMap((line) => (line.kind === "message" ? [line.startsGroup] : []));

test("messages of one author within three minutes are one group, later ones and other authors start anew", () => {
  expect(
    groupStarts([
      message(1, "2026-11-23T10:00:00Z"),
      message(2, "2026-11-23T10:03:00Z"),
      message(3, "2026-11-23T10:06:01Z"),
      message(4, "2026-11-23T10:06:02Z", { author: MIA }),
    ]),
  ).toEqual([true, false, true, true]);
});

test("each day begins with its separator, and a group never crosses it", () => {
  const shown = lines([message(1, "2026-11-22T23:59:30Z"), message(2, "2026-11-23T00:00:10Z")]);
  expect(shown.map((line) => line.kind)).toEqual(["day", "message", "day", "message"]);
  expect(shown.at(-1)).toMatchObject({ startsGroup: true });
});

test("the divider stands before the first unread message of somebody else and counts only those of others", () => {
  const shown = lines(
    [
      message(1, "2026-11-23T10:00:00Z"),
      message(2, "2026-11-23T10:00:10Z", { author: MIA, isMine: true }),
      message(3, "2026-11-23T10:00:20Z"),
      message(4, "2026-11-23T10:00:30Z"),
    ],
    { readUpToOrdinal: 1 },
  );
  expect(shown.map((line) => line.kind)).toEqual(["day", "message", "message", "unread", "message", "message"]);
  expect(shown[3]).toMatchObject({ count: 2 });
});

test("what the desk itself says is a line of its own and parts a group", () => {
  const shown = lines([
    message(1, "2026-11-23T10:00:00Z"),
    message(2, "2026-11-23T10:00:10Z", { kind: "feedback", feedback: "shortly" }),
    message(3, "2026-11-23T10:00:20Z"),
  ]);
  expect(shown.map((line) => line.kind)).toEqual(["day", "message", "system", "message"]);
  expect(shown.at(-1)).toMatchObject({ startsGroup: true });
});

test("what the desk said is nothing to catch up on", () => {
  const shown = lines(
    [message(1, "2026-11-23T10:00:00Z"), message(2, "2026-11-23T10:00:10Z", { kind: "feedback", feedback: "shortly" })],
    { readUpToOrdinal: 1 },
  );
  expect(shown.map((line) => line.kind)).toEqual(["day", "message", "system"]);
});

test("an optimistic line and its echo are one line with one key", () => {
  const before = lines([message(1, "2026-11-23T10:00:00Z")], { outgoing: [outgoing("c2")] });
  const after = lines([message(1, "2026-11-23T10:00:00Z"), message(2, "2026-11-23T10:00:05Z", { isMine: true })], {
    outgoing: [outgoing("c2")],
  });
  expect(before.at(-1)).toMatchObject({ kind: "outgoing", key: "c2" });
  expect(after.filter((line) => line.key === "c2")).toHaveLength(1);
  expect(after.at(-1)).toMatchObject({ kind: "message", key: "c2" });
});

test("a block keeps its key when earlier messages take its separator away", () => {
  const later = message(2, "2026-11-23T10:06:00Z");
  const alone = lineBlocks(lines([later]));
  const afterEarlier = lineBlocks(lines([message(1, "2026-11-23T10:00:00Z"), later]));
  expect(alone.map(({ key, lines: of }) => [key, of.length])).toEqual([["c2", 2]]);
  expect(afterEarlier.map(({ key, lines: of }) => [key, of.length])).toEqual([
    ["c1", 2],
    ["c2", 1],
  ]);
});
