import type { RoutingRequest } from "../routingRequest";
import type { RoutingRep } from "../routingSnapshot";

/** Whether a request fits into what a rep has room for (R10). The database's conditional update has the same rule. */
export function hasCapacity({ used, capacity }: RoutingRep, { weight }: RoutingRequest): boolean {
  // A weight that is not a number fits nobody.
  return used + weight <= capacity;
}
