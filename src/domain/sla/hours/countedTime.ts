import { DomainError } from "@/domain/errors";
import type { SlaClock, SlaPause } from "../slaClock";
import { slaDueAtMs } from "../slaDueAtMs";
import { openMsBetween, openStretches, WINDOWS_AHEAD_DAYS_MAX } from "./openHours";
import type { OpenWindow } from "./timetable";
import { DAY_MS } from "./timetable";

type PausedSpan = { fromMs: number; untilMs: number };

/** The open time in ms that a clock has counted by an instant, without pauses. */
export function countedMs(clock: SlaClock, atMs: number): number {
  const { calendar } = clock;
  const { ranMs, fromMs: countsFromMs } = carriedBy(clock);
  const pausedMs = pausedSpans(clock.pauses).map(({ fromMs, untilMs }) =>
    openMsBetween(calendar, Math.max(fromMs, countsFromMs), Math.min(untilMs, atMs)),
  );
  return ranMs + openMsBetween(calendar, countsFromMs, atMs) - pausedMs.reduce((sum, each) => sum + each, 0);
}

/** When a clock will have counted its whole budget; null if a pause or its calendar never lets it. */
export function countedDueAtMs(clock: SlaClock): number | null {
  const pauses = pausedSpans(clock.pauses);
  // The look-ahead starts where the last pause ends, so that a long pause does not use it up.
  const lastEnds = pauses.map((each) => each.untilMs).filter(Number.isFinite);
  const { ranMs, fromMs } = carriedBy(clock);
  const leftMs = clock.budgetMs - ranMs;
  if (leftMs <= 0) return fromMs;
  const untilMs = Math.max(fromMs, ...lastEnds) + WINDOWS_AHEAD_DAYS_MAX * DAY_MS;
  const stretches = openStretches(clock.calendar, fromMs, untilMs);
  try {
    return slaDueAtMs(fromMs, leftMs, withoutPauses(stretches, pauses));
  } catch (error) {
    if (error instanceof DomainError && error.code === "sla_calendar_exhausted") return null;
    throw error;
  }
}

function carriedBy({ carried, startedAtMs }: SlaClock): NonNullable<SlaClock["carried"]> {
  return carried ?? { ranMs: 0, fromMs: startedAtMs };
}

/** Joins pauses that overlap (need-info while snoozed); otherwise the overlap would be subtracted twice. */
function pausedSpans(pauses: readonly SlaPause[]): PausedSpan[] {
  const spans: PausedSpan[] = [];
  const ascending = pauses.map(({ fromMs, untilMs }) => ({ fromMs, untilMs: untilMs ?? Number.POSITIVE_INFINITY }));
  for (const pause of ascending.sort((a, b) => a.fromMs - b.fromMs)) {
    const last = spans.at(-1);
    if (last && pause.fromMs <= last.untilMs) last.untilMs = Math.max(last.untilMs, pause.untilMs);
    else spans.push(pause);
  }
  return spans;
}

function* withoutPauses(stretches: Iterable<OpenWindow>, pauses: readonly PausedSpan[]): Generator<OpenWindow> {
  for (const { opensAtMs, closesAtMs } of stretches) {
    let countsFromMs = opensAtMs;
    for (const { fromMs, untilMs } of pauses) {
      if (untilMs <= countsFromMs || fromMs >= closesAtMs) continue;
      if (fromMs > countsFromMs) yield { opensAtMs: countsFromMs, closesAtMs: fromMs };
      countsFromMs = untilMs;
    }
    if (countsFromMs < closesAtMs) yield { opensAtMs: countsFromMs, closesAtMs };
  }
}
