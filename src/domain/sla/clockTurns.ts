import { countedDueAtMs } from "./hours/countedTime";
import { openStretches } from "./hours/openHours";
import { AT_RISK_MS, AT_RISK_SHARE, type SlaReading } from "./readClock";
import type { SlaClock } from "./slaClock";

/** The most turns that are sent ahead; a screen that hears nothing for that long is read again. */
const TURNS_MAX = 4;

export type ClockTurns = {
  /** From then on the clock is at risk; null while it does not tick. */
  readonly atRiskAtMs: number | null;
  /** When its hours next begin or end, alternating, until it is due; at most `TURNS_MAX`. */
  readonly turnsAtMs: readonly number[];
};

const STANDS: ClockTurns = { atRiskAtMs: null, turnsAtMs: [] };

/** How a clock will change by time alone, so that a screen can show later what a reading would say then. */
export function clockTurns(clock: SlaClock, { state, dueAtMs }: SlaReading, nowMs: number): ClockTurns {
  if (state !== "running" && state !== "outside_hours") return STANDS;
  const unriskedMs = clock.budgetMs - Math.max(AT_RISK_SHARE * clock.budgetMs, AT_RISK_MS);
  const atRiskAtMs = unriskedMs <= 0 ? clock.startedAtMs : countedDueAtMs({ ...clock, budgetMs: unriskedMs });
  return { atRiskAtMs, turnsAtMs: turnsBetween(clock, nowMs, dueAtMs) };
}

function turnsBetween({ calendar }: SlaClock, nowMs: number, dueAtMs: number | null): number[] {
  if (calendar === null) return [];
  const turns: number[] = [];
  for (const { opensAtMs, closesAtMs } of openStretches(calendar, nowMs)) {
    if (turns.length > TURNS_MAX || opensAtMs >= (dueAtMs ?? Number.POSITIVE_INFINITY)) break;
    // A stretch that begins where the last one ended continues it.
    if (turns.at(-1) === opensAtMs) turns.pop();
    else if (opensAtMs > nowMs) turns.push(opensAtMs);
    turns.push(closesAtMs);
  }
  return turns.filter((atMs) => dueAtMs === null || atMs < dueAtMs).slice(0, TURNS_MAX);
}
