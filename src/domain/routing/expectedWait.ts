import { type DurationRange, durationRange } from "./durationRange";
import type { RoutingSnapshot } from "./routingSnapshot";

/** What can be said about a request's way through a team (R7). */
export type ExpectedWait = {
  readonly pickUp: DurationRange | null;
  readonly close: DurationRange | null;
  /** Requests in the team's queue: of this category, or all when there is no category. */
  readonly queueLength: number;
  /** The place at the end of the team's whole queue, from 1. */
  readonly queuePosition: number;
};

/**
 * R7's figures for one more request of a team. Ranges are null where too few requests went before, and while the team is
 * closed, since its usual waits do not hold then: better no minute than a false one.
 */
export function expectedWait(snapshot: RoutingSnapshot, teamId: string, categoryId: string | null): ExpectedWait {
  const queue = snapshot.teamQueueLengths[teamId] ?? { total: 0, byCategoryId: {} };
  const isOpen = snapshot.teamHours[teamId]?.isOpen ?? true;
  return {
    pickUp: isOpen ? durationRange(snapshot.recentPickUpMs[teamId] ?? []) : null,
    close: isOpen ? durationRange(snapshot.recentCloseMs[teamId] ?? []) : null,
    queueLength: categoryId === null ? queue.total : (queue.byCategoryId[categoryId] ?? 0),
    queuePosition: queue.total + 1,
  };
}
