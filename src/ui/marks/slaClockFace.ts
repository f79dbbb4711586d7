import type { Tone } from "./tone";

/** What is needed to show a clock; a `ClockView` has it. */
export type ShownClock = {
  state: "running" | "paused" | "outside_hours" | "met" | "breached";
  dueAt: Date | null;
  atRiskAt: Date | null;
  turnsAt: Date[];
};

export type ClockFace = "on_track" | "at_risk" | "breached" | "paused" | "outside_hours" | "met";

/** The face of a clock at `nowMs`. It changes with time alone (hours, risk, breach), as the server would say. */
export function slaClockFace(clock: ShownClock, nowMs: number): ClockFace {
  if (clock.state === "met" || clock.state === "paused") return clock.state;
  const isOver = (at: Date | null) => at !== null && at.getTime() <= nowMs;
  if (clock.state === "breached" || isOver(clock.dueAt)) return "breached";
  const hasTurned = clock.turnsAt.filter(isOver).length % 2 === 1;
  if ((clock.state === "outside_hours") !== hasTurned) return "outside_hours";
  return isOver(clock.atRiskAt) ? "at_risk" : "on_track";
}

export const FACE_TONE: Record<ClockFace, Tone> = {
  on_track: "neutral",
  at_risk: "warn",
  breached: "bad",
  paused: "neutral",
  outside_hours: "info",
  met: "ok",
};
