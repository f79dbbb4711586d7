import type { ClockView } from "@/contract/views/requestViews";
import { SLA_METRICS } from "@/domain/sla/slaClock";

/**
 * The clocks that are not met, one for each metric: next due first, then those that stand still in the order of
 * `SLA_METRICS`. A row of the queue shows the first of them.
 */
export function openClocks(clocks: readonly ClockView[]): ClockView[] {
  const byMetric = new Map<string, ClockView>();
  for (const clock of clocks) {
    if (clock.state === "met") continue;
    const known = byMetric.get(clock.metric);
    if (!known || dueMs(clock) < dueMs(known)) byMetric.set(clock.metric, clock);
  }
  return [...byMetric.values()].sort((a, b) => dueMs(a) - dueMs(b) || rank(a) - rank(b));
}

const rank = ({ metric }: ClockView) => SLA_METRICS.indexOf(metric);

function dueMs({ dueAt }: ClockView): number {
  return dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
}
