import { expect, test } from "vitest";
import type { QueueRow, SequenceView } from "@/domain/views/repViews";
import { isSameChange, reverseOf, withPending } from "./pendingChanges";
import { wantsReading } from "./wantsReading";

const sequence = (change: Partial<SequenceView> = {}): SequenceView => ({
  id: "s",
  reference: "#1",
  subject: "Refund",
  state: "open",
  categoryId: null,
  tags: [],
  version: 3,
  customer: {
    contactId: "ana",
    name: "Ana",
    accountNumber: null,
    tier: null,
    location: null,
    locale: null,
    timeZone: null,
    spendingCents: null,
  },
  requestState: "assigned",
  teamId: "billing",
  assignedTo: { id: "mia", name: "Mia" },
  waitingSince: null,
  clocks: [],
  escalation: null,
  rating: null,
  classification: null,
  startedAt: new Date(0),
  endedAt: null,
  interactions: [],
  otherSequences: [],
  may: {
    reply: true,
    take: true,
    change: true,
    handOver: true,
    escalate: true,
    openBackchannel: true,
    seeRouting: true,
  },
  asOf: "a-1",
  ...change,
});

const row = (change: Partial<QueueRow> = {}): QueueRow => ({
  sequenceId: "s",
  reference: "#1",
  subject: "Refund",
  state: "open",
  customerName: "Ana",
  categoryId: null,
  tags: [],
  teamId: "billing",
  assignedTo: { id: "mia", name: "Mia" },
  requestState: "assigned",
  waitingSince: null,
  nextDueAt: null,
  clock: null,
  lastMessageAt: null,
  lastMessagePreview: "",
  unreadCount: 0,
  isEscalated: false,
  version: 4,
  ...change,
});

test("a change is seen at once, and gives way to what the stream tells of its version or a later one", () => {
  const pending = [{ key: 1, change: { state: "pending" as const }, version: null }];
  expect(withPending(sequence(), pending).state).toBe("pending");
  const answered = [{ key: 1, change: { state: "pending" as const }, version: 4 }];
  expect(withPending(sequence(), answered)).toMatchObject({ state: "pending", version: 4 });
  expect(withPending(sequence({ state: "closed", version: 4 }), answered).state).toBe("closed");
});

test("taking a change back restores what it replaced and nothing else", () => {
  expect(reverseOf(sequence({ tags: ["vip"] }), { tags: ["vip", "late"] })).toEqual({ tags: ["vip"] });
  expect(reverseOf(sequence(), { categoryId: "refunds" })).toEqual({ categoryId: null });
});

test("a message does not make the page be read again, a change of hands or state does", () => {
  expect(wantsReading(sequence(), row({ unreadCount: 3, subject: "Other" }))).toBe(false);
  expect(wantsReading(sequence(), row({ assignedTo: null }))).toBe(true);
  expect(wantsReading(sequence(), row({ state: "pending" }))).toBe(true);
  expect(wantsReading(sequence(), row({ isEscalated: true }))).toBe(true);
});

test("a closed sequence is read again on everything, since a rating tells of itself by nothing else", () => {
  expect(wantsReading(sequence({ state: "closed" }), row({ state: "closed" }))).toBe(true);
});

test("confirming a value is no change to take back", () => {
  const before = sequence({ categoryId: "refunds" });
  expect(isSameChange(reverseOf(before, { categoryId: "refunds" }), { categoryId: "refunds" })).toBe(true);
  expect(isSameChange(reverseOf(before, { categoryId: null }), { categoryId: null })).toBe(false);
});
