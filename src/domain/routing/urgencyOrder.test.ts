import fc from "fast-check";
import { expect, test } from "vitest";
import { type QueuedRequest, urgencyOrder } from "./urgencyOrder";

const queued = (requestId: string, changes: Partial<QueuedRequest> = {}): QueuedRequest => ({
  requestId,
  nextDueAtMs: null,
  priority: 0,
  waitingSinceMs: 0,
  ...changes,
});

const ordered = (requests: readonly QueuedRequest[]) => [...requests].sort(urgencyOrder).map((each) => each.requestId);

test("the earliest due time comes first and a missing one last, at any priority", () => {
  const requests = [
    queued("never", { priority: 9 }),
    queued("late", { nextDueAtMs: 20 }),
    queued("soon", { nextDueAtMs: 10, priority: -1 }),
  ];
  expect(ordered(requests)).toEqual(["soon", "late", "never"]);
});

test("at the same due time priority decides, then the longest wait, then the id", () => {
  const requests = [
    queued("b", { waitingSinceMs: 5 }),
    queued("a", { waitingSinceMs: 5 }),
    queued("early", { waitingSinceMs: 1 }),
    queued("high", { priority: 2, waitingSinceMs: 9 }),
  ];
  expect(ordered(requests)).toEqual(["high", "early", "a", "b"]);
});

test("a queue has the same order, in whatever order the requests arrive", () => {
  const request = fc.record({
    nextDueAtMs: fc.option(fc.nat(2)),
    priority: fc.nat(2),
    waitingSinceMs: fc.nat(2),
  });
  fc.assert(
    fc.property(fc.array(request, { maxLength: 8 }), fc.nat(7), (facts, turn) => {
      const requests = facts.map((each, index) => queued(`request-${index}`, each));
      const turned = [...requests.slice(turn), ...requests.slice(0, turn)];
      expect(ordered(turned)).toEqual(ordered(requests));
    }),
  );
});
