import type { SlaClock } from "../sla/slaClock";
import type { RequestFacts } from "./requestFacts";

/** How long the person who closed a request can take the closing back, as if it had never happened. */
export const TAKE_BACK_WITHIN_MS = 10 * 60_000;

/** The parts of a request that closing changes, as they were before. Kept with the request. Instants are epoch ms. */
export type BeforeClosing = Pick<
  RequestFacts,
  | "state"
  | "sequenceState"
  | "waitingSinceMs"
  | "lastStatusUpdateAtMs"
  | "pickedUpAtMs"
  | "awayStep"
  | "owedSinceMs"
  | "toldClosed"
> & {
  readonly closedAtMs: number;
  readonly clocks: readonly ClockBeforeClosing[];
};

/**
 * Earlier versions did not keep the terms (budget, calendar and so on); the clock's present terms then hold.
 */
export type ClockBeforeClosing = Pick<SlaClock, "metric" | "startedAtMs" | "pauses" | "metAtMs" | "breachedAtMs"> &
  Partial<Pick<SlaClock, "budgetMs" | "calendar" | "carried" | "cancelledAtMs">>;

/** What to keep of a request that is being closed at `nowMs`. */
export function beforeClosing(facts: RequestFacts, nowMs: number): BeforeClosing {
  const {
    state,
    sequenceState,
    waitingSinceMs,
    lastStatusUpdateAtMs,
    pickedUpAtMs,
    awayStep,
    owedSinceMs,
    toldClosed,
  } = facts;
  return {
    ...{ state, sequenceState, waitingSinceMs, lastStatusUpdateAtMs, pickedUpAtMs, awayStep, owedSinceMs },
    ...{ toldClosed, closedAtMs: nowMs, clocks: facts.clocks },
  };
}

/** The request as if it had never been closed: its clocks have kept running. */
export function asIfNeverClosed(closed: RequestFacts, before: BeforeClosing): RequestFacts {
  const { closedAtMs: _, clocks, ...facts } = before;
  return {
    ...closed,
    ...facts,
    retiredAtMs: null,
    retireReason: null,
    clocks: closed.clocks.map((clock) => {
      const known = clocks.find(
        ({ metric, startedAtMs }) => metric === clock.metric && startedAtMs === clock.startedAtMs,
      );
      return known ? { ...clock, ...known } : clock;
    }),
  };
}
