import type { SlaClock } from "../sla/slaClock";
import type { RequestFacts } from "./requestFacts";

/** How long a person who closed a request may take that back, as if it had never been closed. */
export const TAKE_BACK_WITHIN_MS = 10 * 60_000;

/** What closing a request changes of it, as it was before; kept with the request. Instants are epoch ms. */
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

/** Of what was kept by an older version the terms are not known: they are those that hold. */
export type ClockBeforeClosing = Pick<SlaClock, "metric" | "startedAtMs" | "pauses" | "metAtMs" | "breachedAtMs"> &
  Partial<Pick<SlaClock, "budgetMs" | "calendar" | "carried" | "cancelledAtMs">>;

/** What is kept of a request that is closed now. */
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

/** A request as it would stand had it never been closed: its clocks have gone on. */
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
