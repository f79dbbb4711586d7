import type { QueueRule } from "@/contract/live/foldQueue";
import type { QueueRow } from "@/contract/views/queueViews";
import type { DeskView } from "../deskPlace";
import { idOrNull, type QueueFilter } from "./queueFilter";

/** Whose queue it is. */
export type QueueViewer = {
  partyId: string;
  teamIds: readonly string[];
  supervisedTeamIds: readonly string[];
};

/**
 * Which rows a view holds, and in which order; the same rule as the server's pages. Only the server knows the requests
 * behind a figure of the board, so there no heard row is added; the pages are read again whenever the board moves.
 */
export function queueRule(
  view: DeskView,
  filter: QueueFilter,
  viewer: QueueViewer,
  readIds: ReadonlySet<string>,
): QueueRule {
  const belongs = (row: QueueRow) => isInView(view, row, viewer, readIds) && passes(filter, row);
  return { belongs, order: view === "closed" ? closedOrder : dueOrder };
}

function isInView(view: DeskView, row: QueueRow, viewer: QueueViewer, readIds: ReadonlySet<string>): boolean {
  switch (view) {
    case "mine":
      return row.requestState === "assigned" && row.assignedTo?.id === viewer.partyId;
    case "team":
      return row.requestState === "queued" && row.teamId !== null && viewer.teamIds.includes(row.teamId);
    case "unassigned":
      return row.requestState === "unassigned";
    case "closed":
      return row.requestState === "retired" && isOwn(row, viewer);
    case "board":
      return readIds.has(row.sequenceId);
    case "backchannels":
      return false;
  }
}

function isOwn({ assignedTo, teamId }: QueueRow, { partyId, teamIds, supervisedTeamIds }: QueueViewer): boolean {
  if (assignedTo?.id === partyId) return true;
  return teamId !== null && (assignedTo === null ? teamIds : supervisedTeamIds).includes(teamId);
}

function passes({ teamId, categoryId, repId }: QueueFilter, row: QueueRow): boolean {
  if (teamId !== null && row.teamId !== idOrNull(teamId)) return false;
  if (repId !== null && row.assignedTo?.id !== repId) return false;
  return categoryId === null || row.categoryId === idOrNull(categoryId);
}

/** The order of open requests: next due first, those without a due time last, then by id; as in the server's pages. */
export function dueOrder(a: QueueRow, b: QueueRow): number {
  return dueMs(a) - dueMs(b) || idOrder(a, b);
}

function dueMs({ nextDueAt }: QueueRow): number {
  return nextDueAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
}

/** The order of closed requests: latest first, then by id; as in the server's pages. */
export function closedOrder(a: QueueRow, b: QueueRow): number {
  return closedMs(b) - closedMs(a) || idOrder(b, a);
}

function closedMs({ closedAt }: QueueRow): number {
  return closedAt?.getTime() ?? 0;
}

function idOrder(a: QueueRow, b: QueueRow): number {
  if (a.sequenceId === b.sequenceId) return 0;
  return a.sequenceId < b.sequenceId ? -1 : 1;
}
