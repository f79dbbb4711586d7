import { expect, test } from "vitest";
import type { QueueRow } from "@/contract/views/queueViews";
import type { SequenceView } from "@/contract/views/requestViews";
import { aRow } from "@/testing/desk/deskViews";
import { wantsReading } from "../wantsReading";
import { isSameChange, type PendingChange, reverseOf, withPending } from "./pendingChanges";

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
    currency: "EUR",
  },
  requestState: "assigned",
  teamId: "billing",
  assignedTo: { id: "mia", name: "Mia" },
  waitingSince: null,
  clocks: [],
  escalation: null,
  rating: null,
  classification: null,
  isCategoryConfirmed: false,
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

const row = (change: Partial<QueueRow> = {}): QueueRow =>
  aRow("s", { subject: "Refund", assignedTo: { id: "mia", name: "Mia" }, version: 4, ...change });

test("a change is shown at once, and gives way when the stream tells its version or a later one", () => {
  const pending = [{ key: 1, change: { state: "pending" as const }, version: null }];
  expect(withPending(sequence(), pending).state).toBe("pending");
  const answered = [{ key: 1, change: { state: "pending" as const }, version: 4 }];
  expect(withPending(sequence(), answered)).toMatchObject({ state: "pending", version: 4 });
  expect(withPending(sequence({ state: "closed", version: 4 }), answered).state).toBe("closed");
});

test("a category counts as confirmed once the viewer sets or confirms it, while it stays the category", () => {
  const confirms = (version: number | null): PendingChange[] => [
    { key: 1, change: { categoryId: "refunds" }, version },
  ];
  const isConfirmed = (of: Partial<SequenceView>, pending = confirms(4)) =>
    withPending(sequence(of), pending).isCategoryConfirmed;
  expect(isConfirmed({}, confirms(null))).toBe(true);
  // Heard of, but not yet read.
  expect(isConfirmed({ categoryId: "refunds", version: 4 })).toBe(true);
  expect(isConfirmed({ categoryId: "cards", version: 5 })).toBe(false);
  expect(isConfirmed({ categoryId: "cards", isCategoryConfirmed: true }, [])).toBe(true);
  const takesAway: PendingChange[] = [{ key: 1, change: { categoryId: null }, version: null }];
  expect(isConfirmed({ categoryId: "cards", isCategoryConfirmed: true }, takesAway)).toBe(false);
});

test("undoing a change restores the values it replaced and nothing else", () => {
  expect(reverseOf(sequence({ tags: ["vip"] }), { tags: ["vip", "late"] })).toEqual({ tags: ["vip"] });
  expect(reverseOf(sequence(), { categoryId: "refunds" })).toEqual({ categoryId: null });
});

test("a new message does not read the sequence again, a change of rep, state or version does", () => {
  const same = { version: 3 };
  expect(wantsReading(sequence(), row({ ...same, unreadCount: 3 }))).toBe(false);
  expect(wantsReading(sequence(), row({ ...same, assignedTo: null }))).toBe(true);
  expect(wantsReading(sequence(), row({ ...same, state: "pending" }))).toBe(true);
  expect(wantsReading(sequence(), row({ ...same, isEscalated: true }))).toBe(true);
  // A confirmed category shows in nothing else.
  expect(wantsReading(sequence(), row({ version: 4 }))).toBe(true);
});

test("a closed sequence is read again on every event, since no other sign tells of a rating", () => {
  expect(wantsReading(sequence({ state: "closed" }), row({ state: "closed" }))).toBe(true);
});

test("confirming a value leaves nothing to undo", () => {
  const before = sequence({ categoryId: "refunds" });
  expect(isSameChange(reverseOf(before, { categoryId: "refunds" }), { categoryId: "refunds" })).toBe(true);
  expect(isSameChange(reverseOf(before, { categoryId: null }), { categoryId: null })).toBe(false);
});
