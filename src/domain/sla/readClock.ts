import { countedDueAtMs, countedMs } from "./hours/countedTime";
import { isOpenAt } from "./hours/openHours";
import type { SlaClock } from "./slaClock";

export type SlaClockState = "running" | "paused" | "outside_hours" | "met" | "breached";

export type SlaReading = {
  readonly state: SlaClockState;
  /** `null` while paused, once met, and when the calendar has no more open hours. In the past while breached. */
  readonly dueAtMs: number | null;
  /** Open time left, in the unit of the budget; below zero it is the open time overdue. Stands still while paused and once met. */
  readonly remainingMs: number;
  /** Due soon: at most 15 % of the budget, or 5 minutes, are left; never while paused, met or breached. */
  readonly isAtRisk: boolean;
  /** The target was missed: overdue now, overdue when met, or breached before a longer target took over. For reports. */
  readonly isLate: boolean;
};

export const AT_RISK_SHARE = 0.15;
export const AT_RISK_MS = 5 * 60_000;

/**
 * What a clock says at an instant: shown and counted alike, so that label and arithmetic cannot differ.
 * The due instant itself is too late: a timer that fires right then finds the breach.
 */
export function readClock(clock: SlaClock, nowMs: number): SlaReading {
  const remainingMs = clock.budgetMs - countedMs(clock, clock.metAtMs ?? nowMs);
  const state = stateOf(clock, remainingMs, nowMs);
  const isTicking = state === "running" || state === "outside_hours";
  return {
    state,
    dueAtMs: isTicking || state === "breached" ? countedDueAtMs(clock) : null,
    remainingMs,
    isAtRisk: isTicking && remainingMs <= Math.max(AT_RISK_SHARE * clock.budgetMs, AT_RISK_MS),
    isLate: clock.breachedAtMs !== null || remainingMs <= 0,
  };
}

function stateOf(clock: SlaClock, remainingMs: number, nowMs: number): SlaClockState {
  if (clock.metAtMs !== null) return "met";
  if (isPausedAt(clock, nowMs)) return "paused";
  if (remainingMs <= 0) return "breached";
  return isOpenAt(clock.calendar, nowMs) ? "running" : "outside_hours";
}

function isPausedAt({ pauses }: SlaClock, atMs: number): boolean {
  return pauses.some(({ fromMs, untilMs }) => fromMs <= atMs && (untilMs === null || atMs < untilMs));
}
