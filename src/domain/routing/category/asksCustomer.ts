import type { RoutingCategory } from "../routingConfiguration";
import type { RoutingRequest } from "../routingRequest";

/** Whether the customer is asked for a topic: only if neither they nor a rep has chosen a category, team or person (R8). */
export function asksCustomer(
  { teamId, personId, categorySource }: RoutingRequest,
  category: RoutingCategory | null,
): boolean {
  const isCategoryChosen = category !== null && (categorySource === "customer" || categorySource === "rep");
  return teamId === null && personId === null && !isCategoryChosen;
}
