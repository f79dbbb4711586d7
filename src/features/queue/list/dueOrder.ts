import type { QueueRow } from "@/contract/views/repViews";

/** The queue's own order: next due first, without a due time last, then the id; the same as the server's pages. */
export function dueOrder(a: QueueRow, b: QueueRow): number {
  return dueMs(a) - dueMs(b) || (a.sequenceId < b.sequenceId ? -1 : 1);
}

function dueMs({ nextDueAt }: QueueRow): number {
  return nextDueAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
}

/** The order of closed requests: the newest first, then the id; the same as the server's pages. */
export function closedOrder(a: QueueRow, b: QueueRow): number {
  return closedMs(b) - closedMs(a) || (a.sequenceId < b.sequenceId ? 1 : -1);
}

function closedMs({ closedAt }: QueueRow): number {
  return closedAt?.getTime() ?? 0;
}
