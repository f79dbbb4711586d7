import { expect, test } from "vitest";
import type { InteractionView } from "../views/conversationViews";
import type { QueueRow } from "../views/queueViews";
import type { ClockView, SequenceView } from "../views/requestViews";
import { foldSequence, isOutrun } from "./foldSequence";

const row: QueueRow = {
  sequenceId: "s",
  reference: "HB-1",
  subject: "Card blocked",
  state: "pending",
  customerName: "Ana",
  categoryId: null,
  tags: ["vip"],
  teamId: "t",
  assignedTo: null,
  requestState: "queued",
  waitingSince: null,
  nextDueAt: null,
  clock: { metric: "next_reply", state: "running", dueAt: new Date(9), atRiskAt: new Date(8), turnsAt: [] },
  lastMessageAt: null,
  lastMessagePreview: "",
  unreadCount: 0,
  isEscalated: false,
  closedAt: null,
  escalationHeldBy: null,
  version: 2,
};

const clocks: ClockView[] = [
  { metric: "first_reply", state: "met", dueAt: null, atRiskAt: null, turnsAt: [] },
  { metric: "next_reply", state: "running", dueAt: new Date(9), atRiskAt: new Date(8), turnsAt: [] },
];

const interaction = (id: string, audience: "customer" | "internal", startedMs: number): InteractionView => ({
  id,
  sequenceId: "s",
  parentId: null,
  audience,
  name: null,
  startedAt: new Date(startedMs),
  endedAt: null,
  participants: [],
  viewer: "taking_part",
  mayEnd: false,
  unreadCount: 0,
  lastReadOrdinal: 0,
});

const page = {
  id: "s",
  version: 1,
  state: "open",
  clocks: [{ metric: "first_reply", state: "breached", dueAt: new Date(1), atRiskAt: null, turnsAt: [] }],
  interactions: [interaction("customer", "customer", 5)],
  asOf: "me.2",
} as unknown as SequenceView;

test("events after the sequence was read are folded in, earlier ones are not", () => {
  const heard = { position: "me.3", event: { type: "sequence" as const, row, clocks } };
  expect(foldSequence(page, [heard])).toMatchObject({ state: "pending", version: 2, tags: ["vip"] });
  // The met clock is shown as met while another one runs.
  expect(foldSequence(page, [heard])?.clocks).toEqual(clocks);
  expect(foldSequence(page, [{ ...heard, position: "me.2" }])).toEqual(page);
  expect(isOutrun(page, [heard])).toBe(true);
});

test("a confirmation holds for the category that was read, until the sequence is read again", () => {
  const read: SequenceView = { ...page, categoryId: "cards", isCategoryConfirmed: true };
  const told = (categoryId: string) =>
    foldSequence(read, [{ position: "me.3", event: { type: "sequence", row: { ...row, categoryId }, clocks } }]);
  expect(told("cards")?.isCategoryConfirmed).toBe(true);
  expect(told("loans")?.isCategoryConfirmed).toBe(false);
});

test("a new backchannel comes after the customer's interaction, and a hidden one goes", () => {
  const told = {
    position: "me.3",
    event: { type: "interaction" as const, interaction: interaction("aside", "internal", 1) },
  };
  const hidden = { position: "me.4", event: { type: "hidden" as const, interactionId: "aside", sequenceId: "s" } };
  expect(foldSequence(page, [told])?.interactions.map(({ id }) => id)).toEqual(["customer", "aside"]);
  expect(foldSequence(page, [told, hidden])?.interactions.map(({ id }) => id)).toEqual(["customer"]);
});

test("a backchannel that moved to another sequence is shown there, and no longer here", () => {
  const aside = interaction("aside", "internal", 1);
  const read = { ...page, interactions: [...page.interactions, aside] };
  const moved = { type: "interaction" as const, interaction: { ...aside, sequenceId: "t" } };
  const heard = [{ position: "me.3", event: moved }];
  expect(foldSequence(read, heard)?.interactions.map(({ id }) => id)).toEqual(["customer"]);
  expect(foldSequence({ ...page, id: "t" }, heard)?.interactions.map(({ id }) => id)).toContain("aside");
});

test("a hidden sequence is null, and comes back when it is shown again", () => {
  const hidden = { position: "me.3", event: { type: "hidden" as const, interactionId: null, sequenceId: "s" } };
  expect(foldSequence(page, [hidden])).toBeNull();
  expect(foldSequence(page, [hidden, { position: "me.4", event: { type: "sequence", row, clocks } }])?.version).toBe(2);
});
