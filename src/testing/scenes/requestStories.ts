import fc from "fast-check";
import { afterEvent } from "@/domain/request/afterEvent";
import { decideLook, type Look } from "@/domain/request/decideLook";
import type { FeedbackCode } from "@/domain/request/feedback/waitingFeedback";
import type { RequestEvent, RequestFacts, RequestSettings } from "@/domain/request/requestFacts";
import { NEW_REQUEST } from "@/domain/request/requestFacts";

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;

/** A reply within an hour, an update every two hours, away after ten minutes, retired after forty. */
export const SETTINGS: RequestSettings = {
  policy: {
    targets: [
      { metric: "first_reply", budgetMs: HOUR_MS, calendar: null, pausedIn: ["pending", "need_info"] },
      { metric: "next_reply", budgetMs: HOUR_MS, calendar: null, pausedIn: ["pending", "need_info"] },
      { metric: "resolution", budgetMs: 24 * HOUR_MS, calendar: null, pausedIn: ["pending", "need_info"] },
      { metric: "status_update", budgetMs: 2 * HOUR_MS, calendar: null, pausedIn: [] },
    ],
  },
  calendar: null,
  awayAfterMs: 10 * MINUTE_MS,
  retireMultiple: 4,
};

/** A new request that is assigned to a rep. */
export const ASSIGNED_REQUEST: RequestFacts = { ...NEW_REQUEST, state: "assigned" };

export type RequestStep =
  | { afterMs: number; event: RequestEvent }
  /** A timer fires, late or early. */
  | { afterMs: number; looks: true };

const event: fc.Arbitrary<RequestEvent> = fc.oneof(
  fc.constant<RequestEvent>({ type: "customer_message" }),
  fc.record({
    type: fc.constant("rep_reply" as const),
    thenState: fc.constantFrom(undefined, "pending" as const, "need_info" as const, "closed" as const),
  }),
  fc.constant<RequestEvent>({ type: "queued" }),
  fc.constant<RequestEvent>({ type: "picked_up" }),
  fc.record({
    type: fc.constant("state_set" as const),
    state: fc.constantFrom("open" as const, "pending" as const, "need_info" as const, "closed" as const),
  }),
);
const afterMs = fc.constantFrom(
  0,
  1,
  9 * MINUTE_MS,
  10 * MINUTE_MS,
  40 * MINUTE_MS,
  HOUR_MS,
  2 * HOUR_MS,
  26 * HOUR_MS,
);

/** Random lives of a request: its events, and the looks of its timer at any time. */
export const requestSteps: fc.Arbitrary<RequestStep[]> = fc.array(
  fc.oneof(fc.record({ afterMs, event }), fc.record({ afterMs, looks: fc.constant(true as const) })),
  { maxLength: 20 },
);

/** Plays steps from `nowMs` 0 on. `seen` is called after each with the facts, the time, and what a look found. */
export function playRequest(
  steps: readonly RequestStep[],
  seen: (facts: RequestFacts, nowMs: number, look: Look | null) => void = () => {},
): { facts: RequestFacts; nowMs: number; told: FeedbackCode[] } {
  let [facts, nowMs] = [ASSIGNED_REQUEST, 0];
  const told: FeedbackCode[] = [];
  for (const step of steps) {
    nowMs += step.afterMs;
    const look = "looks" in step ? decideLook(facts, SETTINGS, nowMs) : null;
    facts = "looks" in step ? (look?.after ?? facts) : afterEvent(facts, step.event, SETTINGS, nowMs);
    // A request that returned to a queue is assigned again.
    if (facts.state === "unassigned") facts = { ...facts, state: "assigned" };
    told.push(...(look?.feedback ?? []));
    seen(facts, nowMs, look);
  }
  return { facts, nowMs, told };
}
