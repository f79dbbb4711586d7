import * as fc from "fast-check";
import { expect, test } from "vitest";
import { dueEntries, nextWakeAtMs, outboxHeads, retryDelayMs } from "./dueEntries";
import { type Outbox, type OutboxAction, type OutboxEntry, outboxAfter } from "./outbox";

const entry = (clientId: string, change: Partial<OutboxEntry> = {}): OutboxEntry => ({
  clientId,
  interactionId: "customer thread",
  body: `text of ${clientId}`,
  expectedAudience: "customer",
  thenState: null,
  queuedAtMs: 0,
  status: "queued",
  attempts: 0,
  nextAttemptAtMs: 0,
  refusal: null,
  ...change,
});

const after = (actions: OutboxAction[], from: Outbox = []) => actions.reduce(outboxAfter, from);

test("a message waits, is tried again later, and leaves when its echo is on the screen", () => {
  const waiting = after([
    { type: "queued", entry: entry("a") },
    { type: "started", clientId: "a" },
    { type: "unanswered", clientId: "a", nextAttemptAtMs: 1_000 },
  ]);
  expect(waiting).toMatchObject([{ status: "queued", attempts: 1, nextAttemptAtMs: 1_000 }]);
  expect(dueEntries(waiting, 999)).toEqual([]);
  expect(dueEntries(waiting, 1_000)).toHaveLength(1);
  expect(nextWakeAtMs(waiting)).toBe(1_000);

  const sent = after(
    [
      { type: "started", clientId: "a" },
      { type: "acknowledged", clientId: "a" },
    ],
    waiting,
  );
  expect(sent).toMatchObject([{ status: "sent" }]);
  expect(after([{ type: "echoed", clientIds: new Set(["a"]) }], sent)).toEqual([]);
});

test("an echo does not end a message that has no answer yet: a retry will get one", () => {
  const echo: OutboxAction = { type: "echoed", clientIds: new Set(["a"]) };
  expect(after([{ type: "started", clientId: "a" }, echo], [entry("a")])).toMatchObject([{ status: "sending" }]);
  expect(after([echo], [entry("a")])).toMatchObject([{ status: "queued" }]);
  expect(after([echo], [entry("a", { status: "refused", refusal: "not_allowed" })])).toEqual([]);
});

test("a refused message stays until its writer acts on it, and blocks nothing", () => {
  const outbox = after([
    { type: "queued", entry: entry("first", { queuedAtMs: 1 }) },
    { type: "queued", entry: entry("second", { queuedAtMs: 2 }) },
    { type: "queued", entry: entry("elsewhere", { queuedAtMs: 3, interactionId: "backchannel" }) },
    { type: "refused", clientId: "first", code: "sequence_closed" },
  ]);
  expect(dueEntries(outbox, 0).map((each) => each.clientId)).toEqual(["second", "elsewhere"]);
  expect(dueEntries(after([{ type: "retried", clientId: "first" }], outbox), 0).map((each) => each.clientId)).toEqual([
    "first",
    "elsewhere",
  ]);
  expect(dueEntries(after([{ type: "deleted", clientId: "first" }], outbox), 0).map((each) => each.clientId)).toEqual([
    "second",
    "elsewhere",
  ]);
});

test("a message being sent when the page was left is sent again, a refused one stays refused", () => {
  const restored = after([
    {
      type: "restored",
      entries: [entry("a", { status: "sending" }), entry("b", { status: "refused", refusal: "not_allowed" })],
    },
  ]);
  expect(restored.map((each) => each.status)).toEqual(["queued", "refused"]);
});

test("coming back online makes every waiting message due at once", () => {
  const waiting = [entry("a", { attempts: 4, nextAttemptAtMs: 30_000 })];
  expect(dueEntries(after([{ type: "hurried" }], waiting), 5)).toHaveLength(1);
});

const clientId = fc.constantFrom("a", "b", "c");
const action: fc.Arbitrary<OutboxAction> = fc.oneof(
  fc.record({ type: fc.constant("started" as const), clientId }),
  fc.record({ type: fc.constant("acknowledged" as const), clientId }),
  fc.record({ type: fc.constant("unanswered" as const), clientId, nextAttemptAtMs: fc.nat(9) }),
  fc.record({ type: fc.constant("refused" as const), clientId, code: fc.constant("not_allowed") }),
  fc.record({ type: fc.constant("retried" as const), clientId }),
  fc.constant({ type: "hurried" as const }),
  fc.record({
    type: fc.constant("restored" as const),
    entries: fc.array(
      clientId.map((id) => entry(id)),
      { maxLength: 3 },
    ),
  }),
);

/** Whatever the network does, a message leaves only when its author deletes it or its echo arrives. */
test("no order of answers, failures and reloads loses a message or doubles it", async () => {
  await fc.assert(
    fc.property(fc.array(action, { maxLength: 20 }), (actions) => {
      const start = ["a", "b", "c"].map((id, index) => entry(id, { queuedAtMs: index }));
      const outbox = after(actions, start);
      expect(outbox.map((each) => each.clientId)).toEqual(["a", "b", "c"]);
      expect(outboxHeads(outbox).length).toBeLessThanOrEqual(1);
    }),
  );
});

test("the wait between tries grows to thirty seconds and is never shorter than its step", () => {
  expect([1, 2, 3, 4, 5, 9].map((attempts) => retryDelayMs(attempts, 0))).toEqual([
    1_000, 2_000, 5_000, 15_000, 30_000, 30_000,
  ]);
  expect(retryDelayMs(1, 1)).toBe(1_200);
});
