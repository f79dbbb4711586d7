import type { Tone } from "./tone";

/** What a clock needs to be shown; `ClockView` is one. */
export type ShownClock = {
  state: "running" | "paused" | "outside_hours" | "met" | "breached";
  dueAt: Date | null;
  isAtRisk: boolean;
};

export type ClockFace = "on_track" | "at_risk" | "breached" | "paused" | "outside_hours" | "met";

/** A clock that has less than this left is at risk, whatever its policy says. */
const AT_RISK_BELOW_MS = 5 * 60_000;

/** How a clock stands at `nowMs`: it passes into risk and breach by itself, before the server says so. */
export function slaClockFace(clock: ShownClock, nowMs: number): ClockFace {
  if (clock.state === "met" || clock.state === "paused" || clock.state === "outside_hours") return clock.state;
  const leftMs = clock.dueAt === null ? Number.POSITIVE_INFINITY : clock.dueAt.getTime() - nowMs;
  if (clock.state === "breached" || leftMs <= 0) return "breached";
  return clock.isAtRisk || leftMs <= AT_RISK_BELOW_MS ? "at_risk" : "on_track";
}

export const FACE_TONE: Record<ClockFace, Tone> = {
  on_track: "neutral",
  at_risk: "warn",
  breached: "bad",
  paused: "neutral",
  outside_hours: "info",
  met: "ok",
};
