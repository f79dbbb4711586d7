import type { QueueRow } from "@/contract/views/queueViews";
import type { DeskView } from "../deskPlace";
import { idOrNull, type QueueFilter } from "./queueFilter";
import type { QueueViewer } from "./queueRule";

/** Where a row that left a view is now. */
export type WentTo =
  | { to: "closed" | "reopened" | "viewer" | "unassigned" | "further_down" | "unknown" }
  | { to: "rep"; name: string }
  | { to: "team"; teamId: string }
  | { to: "category"; categoryId: string | null };

export type LeftView = { view: DeskView; filter: QueueFilter; viewer: QueueViewer };

/**
 * Where a row went, by the first condition of the view that it no longer meets.
 *
 * @param row as it is now, and told since it was last in the view; without that, nothing is known of it
 */
export function wentTo(left: LeftView, row: QueueRow): WentTo {
  const isClosed = row.requestState === "retired";
  if (isClosed !== holdsClosed(left)) return { to: isClosed ? "closed" : "reopened" };
  const placed = { ...left, row };
  return byHolder(placed) ?? byTeam(placed) ?? byCategory(placed) ?? { to: "unknown" };
}

type Placed = LeftView & { row: QueueRow };

function holdsClosed({ view, filter }: LeftView): boolean {
  return view === "closed" || (view === "board" && filter.figure === "closed_today");
}

function byHolder({ view, filter, viewer, row }: Placed): WentTo | null {
  const holders = [
    ...(filter.repId === null ? [] : [filter.repId]),
    ...(view === "mine" ? [viewer.partyId] : []),
    ...(holdsWaiting(view, filter) ? [null] : []),
  ];
  const holderId = row.assignedTo?.id ?? null;
  if (holders.every((id) => id === holderId)) return null;
  if (row.assignedTo === null) return waitingPlace(row);
  return holderId === viewer.partyId ? { to: "viewer" } : { to: "rep", name: row.assignedTo.name };
}

function holdsWaiting(view: DeskView, { figure }: QueueFilter): boolean {
  return view === "team" || view === "unassigned" || (view === "board" && figure === "waiting");
}

function byTeam({ view, filter, viewer, row }: Placed): WentTo | null {
  const isOther =
    (filter.teamId !== null && row.teamId !== idOrNull(filter.teamId)) ||
    (view === "team" && (row.teamId === null || !viewer.teamIds.includes(row.teamId))) ||
    (view === "unassigned" && row.teamId !== null);
  return isOther ? waitingPlace(row) : null;
}

function byCategory({ filter, row: { categoryId } }: Placed): WentTo | null {
  const isOther = filter.categoryId !== null && categoryId !== idOrNull(filter.categoryId);
  return isOther ? { to: "category", categoryId } : null;
}

function waitingPlace({ teamId, requestState }: QueueRow): WentTo {
  if (teamId !== null) return { to: "team", teamId };
  return { to: requestState === "unassigned" ? "unassigned" : "unknown" };
}
