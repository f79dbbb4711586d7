import type { Calendar } from "./hours/calendar";

/** What an SLA promises: a responder, the first and each next human reply, the end, and status updates (R3, R4). */
export const SLA_METRICS = ["pick_up", "first_reply", "next_reply", "resolution", "status_update"] as const;
export type SlaMetric = (typeof SLA_METRICS)[number];

/** Time that does not count. `untilMs` is null while the pause lasts. */
export type SlaPause = { readonly fromMs: number; readonly untilMs: number | null; readonly reason: string };

/** One promise for one sequence, as stored. Use `readClock` for everything that is shown or counted. */
export type SlaClock = {
  readonly metric: SlaMetric;
  readonly budgetMs: number;
  /** Null is around the clock. */
  readonly calendar: Calendar | null;
  readonly startedAtMs: number;
  readonly pauses: readonly SlaPause[];
  readonly metAtMs: number | null;
  readonly breachedAtMs: number | null;
  /** The time counted before `fromMs`, when this target took over. Absent if the clock started under it. */
  readonly carried?: { readonly ranMs: number; readonly fromMs: number } | undefined;
  /** When the promise was withdrawn, because a later policy does not make it. */
  readonly cancelledAtMs?: number | undefined;
};

/** A new clock: not paused, met or breached. Outside open hours it waits for the next window. */
export function startedClock(
  metric: SlaMetric,
  target: { budgetMs: number; calendar: Calendar | null },
  startedAtMs: number,
): SlaClock {
  const { budgetMs, calendar } = target;
  return { metric, budgetMs, calendar, startedAtMs, pauses: [], metAtMs: null, breachedAtMs: null };
}
