import fc from "fast-check";
import { expect, test } from "vitest";
import {
  HOUR_MS,
  MINUTE_MS,
  playRequest,
  type RequestStep,
  requestSteps,
  SETTINGS,
} from "@/testing/scenes/requestStories";
import { afterEvent } from "./afterEvent";
import { decideLook, nextLookAtMs } from "./decideLook";

const customerWrites: RequestStep = { afterMs: 0, event: { type: "customer_message" } };
const repReplies = (afterMs: number): RequestStep => ({ afterMs, event: { type: "rep_reply" } });
const looks = (afterMs: number): RequestStep => ({ afterMs, looks: true });

/** A timer may fire late, twice, or after what it was for. */
test("looking twice at the same moment finds nothing the second time", () => {
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

/** The timer is never set too late: before the moment that it is set for, a look finds nothing. */
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

test("what is set for later is due then: a look at its own time finds something, or all is retired", () => {
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

test("a retired request is looked at no more", () => {
  const { facts, nowMs } = playRequest([customerWrites, { afterMs: 5, event: { type: "state_set", state: "closed" } }]);
  expect(decideLook(facts, SETTINGS, nowMs + 99 * HOUR_MS)).toEqual({
    after: facts,
    feedback: [],
    breached: [],
    nextLookAtMs: null,
  });
});

test("who waits longer than the promised time is told once that a response follows shortly (R3)", () => {
  const { told } = playRequest([customerWrites, looks(HOUR_MS - 1), looks(1), looks(1), looks(MINUTE_MS)]);
  expect(told).toEqual(["shortly"]);
});

test("who goes on waiting is told again and again that the request is pending (R4)", () => {
  const { told } = playRequest([customerWrites, looks(HOUR_MS), looks(2 * HOUR_MS - 1), looks(1), looks(2 * HOUR_MS)]);
  expect(told).toEqual(["shortly", "pending", "pending"]);
});

test("who was answered in time is told nothing", () => {
  const { told } = playRequest([customerWrites, repReplies(HOUR_MS - 1), looks(1), looks(9 * MINUTE_MS)]);
  expect(told).toEqual([]);
});

test("who wrote again before the answer waits since their first message", () => {
  const { facts, told } = playRequest([
    customerWrites,
    { ...customerWrites, afterMs: 30 * MINUTE_MS },
    looks(30 * MINUTE_MS),
  ]);
  expect(facts.waitingSinceMs).toBe(0);
  expect(told).toEqual(["shortly"]);
});

test("a customer who went away makes the request pending, and is told so once (R17)", () => {
  const early = playRequest([customerWrites, repReplies(MINUTE_MS), looks(10 * MINUTE_MS - 1)]);
  expect(early.told).toEqual([]);
  const { told, facts } = playRequest([customerWrites, repReplies(MINUTE_MS), looks(10 * MINUTE_MS), looks(MINUTE_MS)]);
  expect(told).toEqual(["went_away"]);
  expect(facts).toMatchObject({ sequenceState: "pending", state: "assigned", awayStep: "noticed" });
});

test("after the multiple of that time it is retired for lack of an answer (R17)", () => {
  const away = [customerWrites, repReplies(MINUTE_MS), looks(10 * MINUTE_MS)];
  expect(playRequest([...away, looks(30 * MINUTE_MS - 1)]).facts.state).toBe("assigned");
  const { told, facts } = playRequest([...away, looks(30 * MINUTE_MS)]);
  expect(told).toEqual(["went_away", "retired_no_answer"]);
  expect(facts).toMatchObject({ state: "retired", sequenceState: "closed", retireReason: "no_answer" });
});

test("a look that comes much too late notices first, and gives the customer the time to come back", () => {
  const late = [customerWrites, repReplies(MINUTE_MS), looks(99 * HOUR_MS)];
  expect(playRequest(late).told).toEqual(["went_away"]);
  expect(playRequest([...late, looks(0), looks(30 * MINUTE_MS - 1)]).told).toEqual(["went_away"]);
  expect(playRequest([...late, looks(30 * MINUTE_MS)]).told).toEqual(["went_away", "retired_no_answer"]);
});

test("an answer in time brings a request back that was pending for it (R17)", () => {
  const { facts, told } = playRequest([
    customerWrites,
    repReplies(MINUTE_MS),
    looks(10 * MINUTE_MS),
    { ...customerWrites, afterMs: 29 * MINUTE_MS },
    looks(2 * MINUTE_MS),
  ]);
  expect(told).toEqual(["went_away"]);
  expect(facts).toMatchObject({ sequenceState: "open", state: "assigned", awayStep: "none" });
});

test("who comes back and is answered may go away again, with all of the time anew", () => {
  const { told } = playRequest([
    customerWrites,
    repReplies(MINUTE_MS),
    looks(10 * MINUTE_MS),
    { ...customerWrites, afterMs: MINUTE_MS },
    repReplies(MINUTE_MS),
    looks(10 * MINUTE_MS - 1),
    looks(1),
  ]);
  expect(told).toEqual(["went_away", "went_away"]);
});

test("nobody is away from a request that waits for us, or for a responder", () => {
  const { facts } = playRequest([customerWrites]);
  const queued = { ...facts, state: "queued" as const, lastReplyAtMs: -9 * HOUR_MS };
  expect(decideLook(queued, SETTINGS, MINUTE_MS).feedback).toEqual([]);
  const answered = { ...afterEvent(facts, { type: "rep_reply" }, SETTINGS, 1), state: "queued" as const };
  expect(decideLook(answered, SETTINGS, 99 * HOUR_MS).feedback).toEqual([]);
});
