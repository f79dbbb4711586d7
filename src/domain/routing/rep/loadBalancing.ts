import type { RoutingRep } from "../routingSnapshot";

export type RepOrder = (a: RoutingRep, b: RoutingRep) => number;

/** Prefers the smallest share of capacity in use, then the longest time since the last offer (R14). */
export const smallestQueueFirst = inOrder(byLoadShare, byLongestUnoffered, byRepId);

/** Takes turns: prefers the longest time since the last offer (R10). */
export const roundRobin = inOrder(byLongestUnoffered, byLoadShare, byRepId);

/** Prefers the most free capacity units, then the longest time since the last offer (R10). */
export const mostSpareCapacityFirst = inOrder(
  (a, b) => b.capacity - b.used - (a.capacity - a.used),
  byLongestUnoffered,
  byRepId,
);

/** Combines orders: each decides only between reps that the orders before it hold equal. */
export function inOrder(...orders: readonly RepOrder[]): RepOrder {
  return (a, b) => {
    for (const order of orders) {
      const difference = order(a, b);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

/** The share of a rep's capacity in use, 0 to 1 and above; 1 for a rep without capacity. */
export function loadShare({ used, capacity }: RoutingRep): number {
  return capacity > 0 ? used / capacity : 1;
}

function byLoadShare(a: RoutingRep, b: RoutingRep): number {
  return loadShare(a) - loadShare(b);
}

function byLongestUnoffered(a: RoutingRep, b: RoutingRep): number {
  if (a.lastOfferedAtMs === null || b.lastOfferedAtMs === null) {
    return Number(b.lastOfferedAtMs === null) - Number(a.lastOfferedAtMs === null);
  }
  return a.lastOfferedAtMs - b.lastOfferedAtMs;
}

/** Ascending by id, as PostgreSQL orders uuids. */
export function byRepId(a: RoutingRep, b: RoutingRep): number {
  if (a.repId === b.repId) return 0;
  return a.repId < b.repId ? -1 : 1;
}
