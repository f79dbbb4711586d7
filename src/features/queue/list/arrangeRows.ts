import type { QueueRow } from "@/contract/views/queueViews";
import type { WentTo } from "./wentTo";

export type ShownRow = {
  row: QueueRow;
  /**
   * Where it went; null while it belongs here. A row that left stays in place until the rep applies the new order, so
   * nothing jumps.
   */
  wentTo: WentTo | null;
};

export type Arrangement = { shown: ShownRow[]; newCount: number };

/**
 * The rows in the order that the rep is looking at. Changed rows are updated in place, rows that left are marked, and
 * new rows are only counted: no row moves under the pointer (UX 1.5).
 *
 * @param order ids in the order last applied
 * @param live the queue as it stands now, sorted
 * @param lastKnown rows shown before, to show those that left
 * @param leave what is now known of a row that left, by what was last shown of it
 */
export function arrangeRows(
  order: readonly string[],
  live: readonly QueueRow[],
  lastKnown: ReadonlyMap<string, QueueRow>,
  leave: (last: QueueRow) => ShownRow,
): Arrangement {
  const liveById = new Map(live.map((row) => [row.sequenceId, row]));
  const shown: ShownRow[] = [];
  for (const sequenceId of order) {
    const current = liveById.get(sequenceId);
    const last = lastKnown.get(sequenceId);
    if (current) shown.push({ row: current, wentTo: null });
    else if (last) shown.push(leave(last));
  }
  const placed = new Set(order);
  return { shown, newCount: live.filter((row) => !placed.has(row.sequenceId)).length };
}

/**
 * The order after another page was read: known rows keep their places, and the rows of the page that follow the last
 * known one are added. Rows before it are new and wait to be asked for. An empty order takes the queue as it is, since
 * nothing can jump.
 */
export function orderAfterPage(
  order: readonly string[],
  fetchedIds: readonly string[],
  live: readonly QueueRow[],
): readonly string[] {
  if (order.length === 0) return live.map((row) => row.sequenceId);
  const placed = new Set(order);
  const liveIds = new Set(live.map((row) => row.sequenceId));
  const more = fetchedIds.slice(fetchedIds.findLastIndex((id) => placed.has(id)) + 1).filter((id) => liveIds.has(id));
  return more.length === 0 ? order : [...order, ...more];
}
