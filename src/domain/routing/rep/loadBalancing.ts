import type { RoutingRep } from "../routingSnapshot";

export type RepOrder = (a: RoutingRep, b: RoutingRep) => number;

/** The smallest queue for its capacity first, then the longest without an offer (R14). */
export const smallestQueueFirst = inOrder(byLoadShare, byLongestUnoffered, byRepId);

/** The longest without an offer first: taking turns (R10). */
export const roundRobin = inOrder(byLongestUnoffered, byLoadShare, byRepId);

/** The most free capacity units first, then the longest without an offer (R10). */
export const mostSpareCapacityFirst = inOrder(
  (a, b) => b.capacity - b.used - (a.capacity - a.used),
  byLongestUnoffered,
  byRepId,
);

/** One order out of several: each decides where those before it see no difference. */
export function inOrder(...orders: readonly RepOrder[]): RepOrder {
  return (a, b) => {
    for (const order of orders) {
      const difference = order(a, b);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

/** The part of a rep's capacity in use; a rep without capacity counts as full. */
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
