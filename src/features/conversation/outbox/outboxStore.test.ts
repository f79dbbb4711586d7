import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { KeptOutbox } from "./keptOutbox";
import type { OutboxEntry } from "./outbox";
import { createOutboxStore, OUTBOX_ENTRIES_MAX, type OutboxStore } from "./outboxStore";

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

const entry = (clientId: string, queuedAtMs = 0): OutboxEntry => ({
  clientId,
  interactionId: "thread",
  body: clientId,
  expectedAudience: "customer",
  thenState: null,
  queuedAtMs,
  status: "queued",
  attempts: 0,
  nextAttemptAtMs: 0,
  refusal: null,
});

/** A server that can be cut off, or told to refuse; and a browser store that outlives the page. */
function setUp() {
  const server = {
    isReachable: true,
    asksToWaitMs: 0,
    refuses: new Set<string>(),
    taken: new Set<string>(),
    committed: new Set<string>(),
    order: [] as string[],
    tries: 0,
  };
  const records = new Map<string, OutboxEntry>();
  const kept: KeptOutbox = {
    all: async () => [...records.values()],
    keep: async (each) => void records.set(each.clientId, each),
    forget: async (clientId) => void records.delete(clientId),
  };
  const open = (): OutboxStore =>
    createOutboxStore({
      kept,
      jitter: () => 0,
      newId: () => "a number of its own",
      nowMs: () => Date.now(),
      refusalOf: (error) => (error instanceof Error && error.message !== "unreachable" ? error.message : null),
      toldWaitMs: () => server.asksToWaitMs,
      async post({ clientId }) {
        server.tries += 1;
        if (!server.isReachable) throw new Error("unreachable");
        if (server.refuses.has(clientId)) throw new Error("sequence_closed");
        if (server.taken.has(clientId)) throw new Error("client_id_reused");
        if (!server.committed.has(clientId)) server.order.push(clientId);
        server.committed.add(clientId);
      },
    });
  return { server, records, open };
}

const statuses = (store: OutboxStore) => store.current().map((each) => [each.clientId, each.status]);

test("what is written while the server is away goes out in order once it is back", async () => {
  const { server, open } = setUp();
  server.isReachable = false;
  const store = open();
  store.queue(entry("a", 1));
  store.queue(entry("b", 2));
  await vi.advanceTimersByTimeAsync(500);
  expect(statuses(store)).toEqual([
    ["a", "queued"],
    ["b", "queued"],
  ]);
  server.isReachable = true;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(server.order).toEqual(["a", "b"]);
  expect(statuses(store)).toEqual([
    ["a", "sent"],
    ["b", "sent"],
  ]);
  store.echoed(new Set(["a", "b"]));
  expect(store.current()).toEqual([]);
});

test("a page that was left during sending finds its messages again and doubles none", async () => {
  const { server, records, open } = setUp();
  server.isReachable = false;
  const left = open();
  left.queue(entry("a", 1));
  left.queue(entry("b", 2));
  await vi.advanceTimersByTimeAsync(10);
  left.stop();
  server.isReachable = true;
  server.committed.add("a");

  const store = open();
  await store.restore();
  await vi.advanceTimersByTimeAsync(10);
  expect(server.order).toEqual(["b"]);
  expect(records.size).toBe(0);
});

test("a refused message is tried once, kept with its reason, and lets the next one pass", async () => {
  const { server, records, open } = setUp();
  server.refuses.add("a");
  const store = open();
  store.queue(entry("a", 1));
  store.queue(entry("b", 2));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(store.current()[0]).toMatchObject({ status: "refused", refusal: "sequence_closed" });
  expect([...records.keys()]).toEqual(["a"]);
  expect(server.order).toEqual(["b"]);

  store.remove("a");
  await vi.advanceTimersByTimeAsync(10);
  expect(records.size).toBe(0);
});

test("a message whose client id was taken stays, whatever is on the screen, and is retried as a new one", async () => {
  const { server, records, open } = setUp();
  server.taken.add("a");
  const store = open();
  store.queue(entry("a"));
  await vi.advanceTimersByTimeAsync(0);
  expect(store.current()).toMatchObject([{ body: "a", status: "refused", refusal: "client_id_reused" }]);
  store.echoed(new Set(["a"]));
  expect(store.current()).toMatchObject([{ body: "a", status: "refused" }]);
  store.retry("a");
  await vi.advanceTimersByTimeAsync(0);
  expect(store.current()).toMatchObject([{ clientId: "a number of its own", body: "a", status: "sent" }]);
  expect(server.order).toEqual(["a number of its own"]);
  expect(records.size).toBe(0);
});

test("a full outbox takes no more, and takes more once the echoes of sent messages have arrived", async () => {
  const { open } = setUp();
  const store = open();
  for (let index = 0; index < OUTBOX_ENTRIES_MAX; index += 1) store.queue(entry(`${index}`, index));
  await vi.advanceTimersByTimeAsync(0);
  expect(store.queue(entry("one more", 999))).toBe(false);
  store.echoed(new Set(["0"]));
  expect(store.queue(entry("one more", 999))).toBe(true);
});

test("coming back online does not wait for the next try", async () => {
  const { server, open } = setUp();
  server.isReachable = false;
  const store = open();
  store.queue(entry("a"));
  await vi.advanceTimersByTimeAsync(20_000);
  server.isReachable = true;
  store.hurry();
  await vi.advanceTimersByTimeAsync(0);
  expect(server.order).toEqual(["a"]);
});

test("listeners hear of each message that it was queued, sent, or refused and why", async () => {
  const { server, open } = setUp();
  server.refuses.add("b");
  const store = open();
  const told: unknown[] = [];
  const stop = store.onEvent(({ clientId }, event) => told.push({ clientId, ...event }));
  store.queue(entry("a", 1));
  store.queue({ ...entry("b", 2), interactionId: "another" });
  await vi.advanceTimersByTimeAsync(100);
  expect(told).toEqual([
    { clientId: "a", type: "queued" },
    { clientId: "b", type: "queued" },
    { clientId: "a", type: "sent" },
    { clientId: "b", type: "refused", code: "sequence_closed" },
  ]);
  stop();
  store.queue(entry("c", 3));
  expect(told).toHaveLength(4);
});

test("nothing is sent before the wait that the server asked for is over, despite hurry, retry and queue", async () => {
  const { server, open } = setUp();
  Object.assign(server, { isReachable: false, asksToWaitMs: 42_000 });
  const store = open();
  store.queue(entry("a", 1));
  await vi.advanceTimersByTimeAsync(0);
  Object.assign(server, { isReachable: true, asksToWaitMs: 0 });
  store.hurry();
  store.retry("a");
  store.queue({ ...entry("b", 2), interactionId: "another" });
  await vi.advanceTimersByTimeAsync(41_999);
  expect(server.tries).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(server.order.toSorted()).toEqual(["a", "b"]);
  expect(server.tries).toBe(3);
});
