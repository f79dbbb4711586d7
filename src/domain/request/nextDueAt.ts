import { latestOfEach } from "@/domain/sla/decideClocks";
import { readClock } from "@/domain/sla/readClock";
import type { SlaClock } from "@/domain/sla/slaClock";

/** When the first of the running clocks falls due: what every queue is sorted by. Null when none is running. */
export function nextDueAtMs(clocks: readonly SlaClock[], nowMs: number): number | null {
  const due = [...latestOfEach(clocks).values()].flatMap((clock) => readClock(clock, nowMs).dueAtMs ?? []);
  return due.length === 0 ? null : Math.min(...due);
}
