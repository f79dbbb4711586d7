import type { Calendar } from "./hours/calendar";

/** What an SLA promises: a responder, the first and each further human reply, the end, and word in between (R3, R4). */
export const SLA_METRICS = ["pick_up", "first_reply", "next_reply", "resolution", "status_update"] as const;
export type SlaMetric = (typeof SLA_METRICS)[number];

/** Time that does not count; `untilMs` is `null` while it lasts. */
export type SlaPause = { readonly fromMs: number; readonly untilMs: number | null; readonly reason: string };

/** One promise about one sequence, as stored; all that is shown or counted of it comes from `readClock`. */
export type SlaClock = {
  readonly metric: SlaMetric;
  readonly budgetMs: number;
  /** `null` is around the clock. */
  readonly calendar: Calendar | null;
  readonly startedAtMs: number;
  readonly pauses: readonly SlaPause[];
  readonly metAtMs: number | null;
  readonly breachedAtMs: number | null;
  /** What it had counted before it came under this promise, and when that was. Absent: it was started under it. */
  readonly carried?: { readonly ranMs: number; readonly fromMs: number } | undefined;
  /** When the promise was taken back, since a later policy does not make it. */
  readonly cancelledAtMs?: number | undefined;
};

/** A clock at its beginning: nothing paused, met or breached; outside open hours it waits for the next window. */
export function startedClock(
  metric: SlaMetric,
  target: { budgetMs: number; calendar: Calendar | null },
  startedAtMs: number,
): SlaClock {
  const { budgetMs, calendar } = target;
  return { metric, budgetMs, calendar, startedAtMs, pauses: [], metAtMs: null, breachedAtMs: null };
}
