import fc from "fast-check";
import { expect, test } from "vitest";
import { ASSIGNED_REQUEST, MINUTE_MS, playRequest, requestSteps, SETTINGS } from "@/testing/scenes/requestStories";
import { nextDueAtMs } from "../routing/urgencyOrder";
import { afterEvent } from "./afterEvent";
import type { RequestEvent, RequestFacts } from "./requestFacts";

const after = (facts: RequestFacts, event: RequestEvent, nowMs: number) => afterEvent(facts, event, SETTINGS, nowMs);
const asked = after(ASSIGNED_REQUEST, { type: "customer_message" }, 5);
const answered = after(asked, { type: "rep_reply" }, MINUTE_MS);

test("a request is retired exactly as long as its sequence is closed", () => {
  fc.assert(
    fc.property(requestSteps, (steps) => {
      playRequest(steps, (facts) => {
        expect(facts.state === "retired").toBe(facts.sequenceState === "closed");
        expect(facts.retiredAtMs === null).toBe(facts.state !== "retired");
        expect(facts.retireReason === null).toBe(facts.state !== "retired");
        if (facts.state === "retired") expect(facts.waitingSinceMs).toBeNull();
      });
    }),
  );
});

test("the waiting begins between the last reply and the last message of the customer, never in the future", () => {
  fc.assert(
    fc.property(requestSteps, (steps) => {
      playRequest(steps, ({ waitingSinceMs, lastReplyAtMs, lastCustomerMessageAtMs }, nowMs) => {
        if (waitingSinceMs === null) return;
        expect(waitingSinceMs).toBeLessThanOrEqual(nowMs);
        expect(waitingSinceMs).toBeGreaterThanOrEqual(lastReplyAtMs ?? 0);
        expect(waitingSinceMs).toBeLessThanOrEqual(lastCustomerMessageAtMs ?? -1);
      });
    }),
  );
});

test("a reply ends the waiting, counts as picked up, and meets the reply clocks", () => {
  expect(asked).toMatchObject({ waitingSinceMs: 5, pickedUpAtMs: null });
  expect(answered).toMatchObject({ waitingSinceMs: null, lastReplyAtMs: MINUTE_MS, pickedUpAtMs: MINUTE_MS });
  expect(answered.clocks.find(({ metric }) => metric === "first_reply")?.metAtMs).toBe(MINUTE_MS);
});

test("a reply may set the state, and otherwise leaves it as it is", () => {
  expect(after(asked, { type: "rep_reply", thenState: "need_info" }, 9).sequenceState).toBe("need_info");
  const pending = after(asked, { type: "state_set", state: "pending" }, 8);
  expect(after(pending, { type: "rep_reply" }, 9).sequenceState).toBe("pending");
});

test("a reply that closes retires the request as completed (R15)", () => {
  const closed = after(asked, { type: "rep_reply", thenState: "closed" }, 9);
  expect(closed).toMatchObject({ state: "retired", retireReason: "completed", retiredAtMs: 9, waitingSinceMs: null });
});

test("closing a closed request keeps when and why it was retired", () => {
  const retired: RequestFacts = {
    ...after(asked, { type: "state_set", state: "closed" }, 9),
    retireReason: "no_answer",
  };
  expect(after(retired, { type: "state_set", state: "closed" }, 20)).toMatchObject({
    retiredAtMs: 9,
    retireReason: "no_answer",
  });
});

test("a customer's message brings a closed request back to a queue, where it is picked up again", () => {
  const closed = after(answered, { type: "state_set", state: "closed" }, 2 * MINUTE_MS);
  expect(after(closed, { type: "customer_message" }, 3 * MINUTE_MS)).toMatchObject({
    state: "unassigned",
    sequenceState: "open",
    waitingSinceMs: 3 * MINUTE_MS,
    pickedUpAtMs: null,
    retiredAtMs: null,
    retireReason: null,
  });
});

test("the first pick-up counts, later ones change nothing", () => {
  const once = after(asked, { type: "picked_up" }, 7);
  expect(after(once, { type: "picked_up" }, 99).pickedUpAtMs).toBe(7);
});

test("being queued changes only clocks", () => {
  const { clocks: _, ...rest } = after(asked, { type: "queued" }, 7);
  const { clocks: __, ...before } = asked;
  expect(rest).toEqual(before);
});

test("a queue is sorted by the running clock that is due first; met, paused and earlier clocks do not count", () => {
  expect(nextDueAtMs(asked.clocks, 5)).toBe(5 + 60 * MINUTE_MS);
  expect(nextDueAtMs(answered.clocks, MINUTE_MS)).toBe(
    nextDueAtMs(
      answered.clocks.filter(({ metric }) => metric === "resolution"),
      MINUTE_MS,
    ),
  );
  const pending = after(answered, { type: "state_set", state: "pending" }, 2 * MINUTE_MS);
  const resolution = pending.clocks.filter(({ metric }) => metric === "resolution");
  expect(nextDueAtMs(resolution, 2 * MINUTE_MS)).toBeNull();
  expect(nextDueAtMs([], 0)).toBeNull();
});

test("the next due time belongs to a clock that is not met", () => {
  fc.assert(
    fc.property(requestSteps, (steps) => {
      playRequest(steps, ({ clocks }, nowMs) => {
        const due = nextDueAtMs(clocks, nowMs);
        if (due === null) return;
        const running = clocks.filter(({ metAtMs }) => metAtMs === null);
        expect(running.length).toBeGreaterThan(0);
        expect(due).toBeGreaterThanOrEqual(
          Math.min(...running.map(({ startedAtMs, budgetMs }) => startedAtMs + budgetMs)),
        );
      });
    }),
  );
});
