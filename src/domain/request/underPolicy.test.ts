import fc from "fast-check";
import { expect, test } from "vitest";
import { latestOfEach } from "@/domain/sla/decideClocks";
import { countedMs } from "@/domain/sla/hours/countedTime";
import { openMsBetween } from "@/domain/sla/hours/openHours";
import { readClock } from "@/domain/sla/readClock";
import { SLA_METRICS, type SlaClock } from "@/domain/sla/slaClock";
import { anyCalendar, anyInstantMs, HOUR_MS, MINUTE_MS } from "@/testing/scenes/slaTestCalendars";
import { nextDueAtMs } from "../routing/urgencyOrder";
import { afterEvent } from "./afterEvent";
import { decideLook, nextLookAtMs } from "./decideLook";
import type { RequestEvent, RequestFacts, RequestSettings } from "./requestFacts";
import { NEW_REQUEST } from "./requestFacts";
import { underPolicy } from "./underPolicy";

const anyTarget = (metric: (typeof SLA_METRICS)[number]) =>
  fc.record({
    metric: fc.constant(metric),
    budgetMs: fc.constantFrom(3 * MINUTE_MS, 15 * MINUTE_MS, HOUR_MS, 20 * HOUR_MS),
    pausedIn: fc.constantFrom([], ["need_info" as const], ["pending" as const, "need_info" as const]),
  });

/** Policies with some of the metrics, each policy with its own hours. */
const anySettings: fc.Arbitrary<RequestSettings> = fc
  .tuple(fc.option(anyCalendar, { freq: 4 }), ...SLA_METRICS.map((metric) => fc.option(anyTarget(metric), { freq: 4 })))
  .map(([calendar, ...targets]) => ({
    policy: { targets: targets.flatMap((target) => (target ? [{ ...target, calendar }] : [])) },
    calendar,
    awayAfterMs: 10 * MINUTE_MS,
    retireMultiple: 4,
  }));

const anyEvent: fc.Arbitrary<RequestEvent> = fc.oneof(
  fc.constant<RequestEvent>({ type: "customer_message" }),
  fc.constant<RequestEvent>({ type: "queued" }),
  fc.constant<RequestEvent>({ type: "picked_up" }),
  fc.record({ type: fc.constant("rep_reply" as const), thenState: fc.constantFrom(undefined, "closed" as const) }),
  fc.record({
    type: fc.constant("state_set" as const),
    state: fc.constantFrom("open" as const, "pending" as const, "need_info" as const, "closed" as const),
  }),
);

type Step = { afterMs: number; what: RequestEvent | "moves" | "looks" };
const anySteps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    afterMs: fc.constantFrom(0, 1, 2 * MINUTE_MS, 40 * MINUTE_MS, 7 * HOUR_MS, 50 * HOUR_MS),
    what: fc.oneof(anyEvent, fc.constantFrom("moves" as const, "looks" as const)),
  }),
  { maxLength: 14 },
);

const isOver = (clock: SlaClock) =>
  clock.metAtMs !== null || clock.pauses.some(({ untilMs, reason }) => untilMs === null && reason === "closed");

type Seen = { before: RequestFacts; after: RequestFacts; settings: RequestSettings; nowMs: number };

/** Plays a request through events and moves between policies; `seen` is called at each move. */
function play(steps: Step[], policies: RequestSettings[], beginsAtMs: number, seen: (move: Seen) => void) {
  let nowMs = beginsAtMs;
  let turn = 0;
  let settings = policies[0] as RequestSettings;
  let facts = afterEvent({ ...NEW_REQUEST, state: "assigned" }, { type: "customer_message" }, settings, nowMs);
  for (const { afterMs, what } of steps) {
    nowMs += afterMs;
    if (what === "looks") facts = decideLook(facts, settings, nowMs).after;
    else if (what !== "moves") {
      const wasRetired = facts.state === "retired";
      facts = afterEvent(facts, what, settings, nowMs);
      if (wasRetired && facts.state !== "retired") facts = underPolicy(facts, settings, nowMs);
    } else {
      turn += 1;
      settings = policies[turn % policies.length] as RequestSettings;
      const after = underPolicy(facts, settings, nowMs);
      seen({ before: facts, after, settings, nowMs });
      facts = after;
    }
  }
}

const anyLife = [anySteps, fc.array(anySettings, { minLength: 2, maxLength: 3 }), anyInstantMs] as const;

/** Checks the law for one clock. */
function expectLaw(clock: SlaClock, now: SlaClock, { before, settings, nowMs }: Seen, laterMs: number) {
  const counts = latestOfEach(before.clocks).get(clock.metric) === clock;
  const target = settings.policy.targets.find(({ metric }) => metric === clock.metric);
  if (!counts || isOver(clock)) return expect(now).toBe(clock);
  const { state, dueAtMs } = readClock(clock, nowMs);
  if (state === "breached" || clock.breachedAtMs !== null) {
    const { budgetMs, calendar, startedAtMs } = clock;
    expect(now.calendar).toBe(calendar);
    return expect({ ...now, breachedAtMs: now.breachedAtMs ?? dueAtMs }).toMatchObject({
      ...{ budgetMs, startedAtMs },
      breachedAtMs: clock.breachedAtMs ?? dueAtMs,
    });
  }
  if (!target) return expect(now.cancelledAtMs).toBe(nowMs);
  expect(now).toMatchObject({ budgetMs: target.budgetMs, startedAtMs: clock.startedAtMs, breachedAtMs: null });
  expect(now.calendar).toBe(target.calendar);
  const ranMs = countedMs(clock, nowMs);
  const runs = now.pauses.every(({ untilMs }) => untilMs !== null);
  const laterRanMs = runs ? openMsBetween(target.calendar, nowMs, nowMs + laterMs) : 0;
  expect([countedMs(now, nowMs), countedMs(now, nowMs + laterMs)]).toEqual([ranMs, ranMs + laterRanMs]);
}

test("after any changes, counted time stays counted, and the latest policy's budget and hours hold for the rest", () => {
  fc.assert(
    fc.property(...anyLife, fc.nat(90 * HOUR_MS), (steps, policies, beginsAtMs, laterMs) => {
      play(steps, policies, beginsAtMs, (move) => {
        const { before, after } = move;
        if (before.sequenceState === "closed") return expect(after).toBe(before);
        for (const [index, clock] of before.clocks.entries()) {
          expectLaw(clock, after.clocks[index] as SlaClock, move, laterMs);
        }
      });
    }),
    { numRuns: 300 },
  );
});

function expectPromises({ after, settings }: Seen) {
  const promised = new Set(settings.policy.targets.map(({ metric }) => metric));
  const latest = latestOfEach(after.clocks);
  const kept = [...latest.values()].filter((clock) => !isOver(clock) && clock.breachedAtMs === null);
  const waits = after.waitingSinceMs !== null;
  const owed: Record<string, boolean> = {
    first_reply: waits && after.lastReplyAtMs === null && !latest.has("next_reply"),
    status_update: waits,
    resolution: true,
  };
  const missing = Object.keys(owed).filter(
    (metric) =>
      owed[metric] &&
      [...promised].some((each) => each === metric) &&
      ![...latest.keys()].some((each) => each === metric),
  );
  expect(missing).toEqual([]);
  const isAnswerCounted = [latest.get("first_reply"), latest.get("next_reply")].some(
    (clock) => clock && !isOver(clock),
  );
  if (waits && promised.has("next_reply")) expect(isAnswerCounted).toBe(true);
  return kept.filter(({ metric }) => !promised.has(metric));
}

test("a customer who waits has exactly the promises of the latest policy", () => {
  fc.assert(
    fc.property(...anyLife, (steps, policies, beginsAtMs) => {
      play(steps, policies, beginsAtMs, (move) => {
        if (move.after.sequenceState === "closed") return;
        const beyond = expectPromises(move);
        expect(beyond.every((clock) => readClock(clock, move.nowMs).state === "breached")).toBe(true);
      });
    }),
    { numRuns: 300 },
  );
});

test("the same policy again changes nothing, and the timer is set no later than the first due time", () => {
  fc.assert(
    fc.property(...anyLife, (steps, policies, beginsAtMs) => {
      play(steps, policies, beginsAtMs, ({ after, settings, nowMs }) => {
        const again = underPolicy(after, settings, nowMs);
        expect(again.clocks.every((clock, index) => clock === after.clocks[index])).toBe(true);
        expect(again.clocks).toHaveLength(after.clocks.length);
        const dueMs = nextDueAtMs(
          after.clocks.filter(({ breachedAtMs }) => breachedAtMs === null),
          nowMs,
        );
        if (dueMs === null || after.state === "retired") return;
        expect(nextLookAtMs(after, settings, nowMs)).toBeLessThanOrEqual(Math.max(dueMs, nowMs));
      });
    }),
    { numRuns: 200 },
  );
});
