import { latestOfEach } from "@/domain/sla/decideClocks";
import { readClock } from "@/domain/sla/readClock";
import type { SlaClock } from "@/domain/sla/slaClock";

/** The facts that decide a request's position in its team's queue. */
export type QueuedRequest = {
  readonly requestId: string;
  /** When the next of its running SLA clocks is due; null if none runs. */
  readonly nextDueAtMs: number | null;
  /** A higher priority is more urgent. */
  readonly priority: number;
  readonly waitingSinceMs: number;
};

/**
 * The order of a team's queue: the earliest due time, then the higher priority, then the longest wait, then the id. Its
 * SQL twin is `ORDER BY next due ASC NULLS LAST, priority DESC, waiting since ASC, id ASC`; PostgreSQL orders uuids as
 * JavaScript orders their lower-case texts.
 */
export function urgencyOrder(a: QueuedRequest, b: QueuedRequest): number {
  return (
    dueFirst(a.nextDueAtMs, b.nextDueAtMs) ||
    b.priority - a.priority ||
    a.waitingSinceMs - b.waitingSinceMs ||
    byId(a.requestId, b.requestId)
  );
}

function dueFirst(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a - b;
}

function byId(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** When the first of the running clocks is due, by which every queue is sorted; null if none is running. */
export function nextDueAtMs(clocks: readonly SlaClock[], nowMs: number): number | null {
  const due = [...latestOfEach(clocks).values()].flatMap((clock) => readClock(clock, nowMs).dueAtMs ?? []);
  return due.length === 0 ? null : Math.min(...due);
}
