import { countedDueAtMs, countedMs } from "./hours/countedTime";
import { isOpenAt } from "./hours/openHours";
import type { SlaClock } from "./slaClock";

export type SlaClockState = "running" | "paused" | "outside_hours" | "met" | "breached";

export type SlaReading = {
  readonly state: SlaClockState;
  /** Null while paused, once met, and if the calendar has no more open hours. In the past while breached. */
  readonly dueAtMs: number | null;
  /** Open time left; below zero, the open time overdue. It does not change while paused or once met. */
  readonly remainingMs: number;
  /** At most 15 % of the budget or 5 minutes are left. Never while paused, met or breached. */
  readonly isAtRisk: boolean;
  /** The target was missed: overdue now, overdue when met, or breached under an earlier target. For reports. */
  readonly isLate: boolean;
};

export const AT_RISK_SHARE = 0.15;
export const AT_RISK_MS = 5 * 60_000;

/**
 * Reads a clock at an instant. Screens and rules all use this reading, so they cannot disagree. The due instant itself
 * is already too late: a timer that fires then finds the breach.
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
