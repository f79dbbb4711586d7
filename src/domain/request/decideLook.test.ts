import fc from "fast-check";
import { expect, test } from "vitest";
import { HOUR_MS, playRequest, type RequestStep, requestSteps, SETTINGS } from "@/testing/scenes/requestStories";
import { decideLook, nextLookAtMs } from "./decideLook";

const customerWrites: RequestStep = { afterMs: 0, event: { type: "customer_message" } };

/** A timer may fire late, twice, or after the event it was set for. */
test("a second look at the same moment finds nothing", () => {
  fc.assert(
    fc.property(requestSteps, (steps) => {
      const { facts, nowMs } = playRequest(steps);
      const first = decideLook(facts, SETTINGS, nowMs);
      const second = decideLook(first.after, SETTINGS, nowMs);
      expect(second.feedback).toEqual([]);
      expect(second.breached).toEqual([]);
      expect(second.after).toEqual(first.after);
    }),
  );
});

/** The timer is never set too late: any earlier look finds nothing. */
test("nothing falls due before the next look", () => {
  fc.assert(
    fc.property(requestSteps, fc.nat(), (steps, part) => {
      const { facts, nowMs } = playRequest([...steps, { afterMs: 0, looks: true }]);
      const nextMs = nextLookAtMs(facts, SETTINGS, nowMs) ?? nowMs + 100 * HOUR_MS;
      const earlierMs = nowMs + (part % Math.max(1, nextMs - nowMs));
      const { feedback, breached, after } = decideLook(facts, SETTINGS, earlierMs);
      expect({ feedback, breached, after }).toEqual({ feedback: [], breached: [], after: facts });
    }),
  );
});

test("a look at its set time finds something, unless the request is retired", () => {
  fc.assert(
    fc.property(requestSteps, (steps) => {
      const { facts, nowMs } = playRequest([...steps, { afterMs: 0, looks: true }]);
      const nextMs = nextLookAtMs(facts, SETTINGS, nowMs);
      if (nextMs === null) return;
      expect(nextMs).toBeGreaterThan(nowMs);
      const { feedback, breached } = decideLook(facts, SETTINGS, nextMs);
      expect(feedback.length + breached.length).toBeGreaterThan(0);
    }),
  );
});

test("a look at a retired request finds nothing and sets no timer", () => {
  const { facts, nowMs } = playRequest([customerWrites, { afterMs: 5, event: { type: "state_set", state: "closed" } }]);
  expect(decideLook(facts, SETTINGS, nowMs + 99 * HOUR_MS)).toEqual({
    after: facts,
    feedback: [],
    breached: [],
    nextLookAtMs: null,
  });
});
