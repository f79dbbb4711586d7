import { expect, test } from "vitest";
import type { SequenceState } from "@/domain/request/sequenceState";
import { HOUR_MS, MINUTE_MS } from "@/testing/scenes/slaTestCalendars";
import { clocksAfter } from "./clocksAfter";
import { decideBreach } from "./decideBreach";
import { decideClocks, latestOfEach, type SlaEvent } from "./decideClocks";
import { readClock } from "./readClock";
import { SLA_METRICS, type SlaClock, type SlaMetric, startedClock } from "./slaClock";
import { SlaPolicy } from "./slaPolicy";

const policy: SlaPolicy = {
  targets: SLA_METRICS.map((metric) => ({
    metric,
    budgetMs: metric === "resolution" ? 8 * HOUR_MS : HOUR_MS,
    calendar: null,
    pausedIn: ["pending", "need_info"],
  })),
};

type Step = readonly [minute: number, type: SlaEvent["type"], state?: SequenceState];

/** The clocks after the steps, each at its minute. The sequence is open unless the step names another state. */
function after(steps: readonly Step[], given: SlaPolicy = policy): readonly SlaClock[] {
  return steps.reduce<readonly SlaClock[]>(
    (clocks, [minute, type, state = "open"]) => clocksAfter(clocks, { type, state }, given, minute * MINUTE_MS),
    [],
  );
}

function reading(clocks: readonly SlaClock[], metric: SlaMetric, minute: number) {
  const clock = latestOfEach(clocks).get(metric);
  if (!clock) return null;
  const { state, remainingMs } = readClock(clock, minute * MINUTE_MS);
  return [state, remainingMs / MINUTE_MS];
}

test("a first message starts the first reply, the resolution and the status update; being queued starts the pick-up", () => {
  const clocks = after([
    [0, "queued"],
    [0, "customer_message"],
  ]);
  expect(clocks.map(({ metric }) => metric)).toEqual(["pick_up", "first_reply", "resolution", "status_update"]);
});

test("the oldest of several unanswered messages counts", () => {
  const clocks = after([
    [0, "customer_message"],
    [5, "rep_reply"],
    [10, "customer_message"],
    [20, "customer_message"],
  ]);
  expect(reading(clocks, "first_reply", 30)).toEqual(["met", 55]);
  expect(reading(clocks, "next_reply", 30)).toEqual(["running", 40]);
});

test("a reply meets pick-up, first reply, next reply and status update, and ends the waiting (R4)", () => {
  const clocks = after([
    [0, "queued"],
    [0, "customer_message"],
    [10, "rep_reply"],
  ]);
  expect(reading(clocks, "pick_up", 20)).toEqual(["met", 50]);
  expect(reading(clocks, "first_reply", 20)).toEqual(["met", 50]);
  expect(reading(clocks, "status_update", 20)).toEqual(["met", 50]);
  expect(reading(clocks, "resolution", 20)).toEqual(["running", 460]);
});

test("taking a request meets only the pick-up, and going back to a queue starts another one", () => {
  const taken = after([
    [0, "queued"],
    [0, "customer_message"],
    [10, "picked_up"],
  ]);
  expect(reading(taken, "pick_up", 20)).toEqual(["met", 50]);
  expect(reading(taken, "first_reply", 20)).toEqual(["running", 40]);
  const returned = after([
    [0, "queued"],
    [10, "picked_up"],
    [30, "queued"],
    [35, "queued"],
  ]);
  expect(reading(returned, "pick_up", 40)).toEqual(["running", 50]);
});

test.each(["private_note", "system_message"] as const)("a %s meets nothing and starts nothing", (type) => {
  const before = after([
    [0, "queued"],
    [0, "customer_message"],
  ]);
  expect(clocksAfter(before, { type, state: "open" }, policy, 5 * MINUTE_MS)).toEqual(before);
  expect(after([[0, type]])).toEqual([]);
});

test("a sequence that a rep began promises nothing until the customer answers", () => {
  const begun: Step[] = [
    [0, "rep_reply"],
    [10, "rep_reply"],
  ];
  expect(after(begun)).toEqual([]);
  expect(reading(after([...begun, [50, "customer_message"]]), "first_reply", 60)).toEqual(["running", 50]);
});

test("need-info and pending pause the running clocks, each with its own reason", () => {
  const steps: Step[] = [
    [0, "customer_message"],
    [10, "state_changed", "need_info"],
    [30, "state_changed", "pending"],
  ];
  expect(reading(after(steps), "first_reply", 100)).toEqual(["paused", 50]);
  const resumed = after([...steps, [100, "state_changed"]]);
  expect(reading(resumed, "first_reply", 110)).toEqual(["running", 40]);
  expect(
    latestOfEach(resumed)
      .get("first_reply")
      ?.pauses.map(({ reason }) => reason),
  ).toEqual(["need_info", "pending"]);
});

test("a reply that asks for information meets the status update and pauses the resolution", () => {
  const clocks = after([
    [0, "customer_message"],
    [10, "rep_reply", "need_info"],
  ]);
  expect(reading(clocks, "status_update", 500)).toEqual(["met", 50]);
  expect(reading(clocks, "resolution", 500)).toEqual(["paused", 470]);
});

test("a target names the states that pause it", () => {
  const strict: SlaPolicy = { targets: policy.targets.map((target) => ({ ...target, pausedIn: ["need_info"] })) };
  expect(
    reading(
      after(
        [
          [0, "customer_message"],
          [10, "state_changed", "pending"],
        ],
        strict,
      ),
      "first_reply",
      20,
    ),
  ).toEqual(["running", 40]);
});

test("a change of state leaves a snooze alone", () => {
  const snooze = { fromMs: 0, untilMs: null, reason: "snoozed" };
  const snoozed = { ...startedClock("resolution", { budgetMs: HOUR_MS, calendar: null }, 0), pauses: [snooze] };
  const decision = decideClocks([snoozed], { type: "state_changed", state: "open" }, policy, 1);
  expect([decision.resume, decision.pause]).toEqual([[], []]);
});

test("after reopening, the resolution goes on without the closed time, the first reply stays, the next reply starts again", () => {
  const steps: Step[] = [
    [0, "customer_message"],
    [10, "rep_reply", "closed"],
    [100, "customer_message"],
  ];
  const clocks = after(steps);
  expect(reading(after(steps.slice(0, 2)), "resolution", 50)).toEqual(["met", 470]);
  expect(reading(clocks, "resolution", 110)).toEqual(["running", 460]);
  expect(reading(clocks, "first_reply", 110)).toEqual(["met", 50]);
  expect(reading(clocks, "next_reply", 110)).toEqual(["running", 50]);
  expect(clocks.filter(({ metric }) => metric === "first_reply")).toHaveLength(1);
});

test("closing without a reply leaves the first reply neither met nor missed, even after reopening", () => {
  const closed: Step[] = [
    [0, "customer_message"],
    [10, "state_changed", "closed"],
  ];
  const [clock] = after(closed);
  expect(clock).toMatchObject({ metric: "first_reply", metAtMs: null });
  expect(clock && decideBreach(clock, 900 * MINUTE_MS)).toBeNull();
  expect(reading(after(closed), "first_reply", 900)).toEqual(["paused", 50]);

  const again = after([...closed, [500, "customer_message"], [510, "rep_reply"]]);
  expect(reading(again, "first_reply", 900)).toEqual(["paused", 50]);
  expect(reading(again, "next_reply", 900)).toEqual(["met", 50]);
});

test("a first reply that was late before the closing stays late", () => {
  const [clock] = after([
    [0, "customer_message"],
    [70, "state_changed", "closed"],
  ]);
  expect(clock?.breachedAtMs).toBe(HOUR_MS);
});

test("a closing reply meets the first reply and the resolution", () => {
  const clocks = after([
    [0, "customer_message"],
    [10, "rep_reply", "closed"],
  ]);
  expect(reading(clocks, "first_reply", 20)).toEqual(["met", 50]);
  expect(reading(clocks, "resolution", 20)).toEqual(["met", 470]);
  expect(reading(clocks, "status_update", 20)).toEqual(["met", 50]);
});

test("a message in a closed sequence starts nothing", () => {
  const closed: Step[] = [
    [0, "customer_message"],
    [10, "rep_reply", "closed"],
  ];
  expect(after([...closed, [20, "customer_message", "closed"]])).toEqual(after(closed));
});

test("the clocks of a split-off sequence start at the moved message", () => {
  const movedAtMs = 7 * MINUTE_MS;
  const clocks = clocksAfter([], { type: "customer_message", state: "open" }, policy, movedAtMs);
  expect(clocks.map(({ startedAtMs }) => startedAtMs)).toEqual([movedAtMs, movedAtMs, movedAtMs]);
});

test("without a first-reply target, the next reply is promised from the first message on", () => {
  const only: SlaPolicy = { targets: policy.targets.filter(({ metric }) => metric === "next_reply") };
  expect(
    after(
      [
        [0, "customer_message"],
        [5, "customer_message"],
      ],
      only,
    ).map(({ metric }) => metric),
  ).toEqual(["next_reply"]);
});

test("the same event again at the same instant changes nothing, except what a reply owes", () => {
  for (const type of ["queued", "customer_message", "state_changed", "picked_up"] as const) {
    for (const state of ["open", "pending", "need_info", "closed"] as const) {
      const once = after([
        [0, "queued"],
        [0, "customer_message"],
        [5, "rep_reply"],
        [9, type, state],
      ]);
      expect(clocksAfter(once, { type, state }, policy, 9 * MINUTE_MS)).toEqual(once);
    }
  }
});

test("a policy with a zero budget, or two targets for one metric, is refused by field", () => {
  const [target] = policy.targets;
  const issues = SlaPolicy.safeParse({ targets: [{ ...target, budgetMs: 0 }] }).error?.issues;
  expect(issues?.map(({ path, message }) => [path.join("."), message])).toEqual([
    ["targets.0.budgetMs", "budget_not_positive"],
  ]);
  expect(SlaPolicy.safeParse({ targets: [target, target] }).error?.issues[0]?.path).toEqual(["targets", 1, "metric"]);
});
