import type { RoutingRep } from "../routingSnapshot";

/** Ascending by id, as PostgreSQL orders uuids. */
export function byRepId(a: RoutingRep, b: RoutingRep): number {
  if (a.repId === b.repId) return 0;
  return a.repId < b.repId ? -1 : 1;
}
