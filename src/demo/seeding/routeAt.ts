import { decide } from "@/domain/routing/decide";
import { decidePlace } from "@/domain/routing/decidePlace";
import type { RoutingDecision } from "@/domain/routing/routingDecision";
import type { RoutingRequest } from "@/domain/routing/routingRequest";
import type { Desk } from "./desk";
import { snapshotAt } from "./snapshotAt";
import type { Story } from "./story";

type Asked = Pick<
  RoutingRequest,
  "requestId" | "contactId" | "categoryId" | "categorySource" | "text" | "serviceTier" | "waitingSinceMs"
> & { readonly teamId?: string | null };

/** Where a request goes now, decided by the same rules as every live one (`decideRoute` in server/commands). */
export function routeAt(desk: Desk, story: Pick<Story, "onDuty">, asked: Asked): RoutingDecision {
  const request: RoutingRequest = {
    personId: null,
    weight: 1,
    requiredSkills: [],
    excludedRepIds: [],
    ...asked,
    teamId: asked.teamId ?? null,
  };
  const { routing } = desk.structure.configuration;
  const place = decidePlace(request, routing, []);
  const snapshot = snapshotAt(desk, {
    teamId: place.team.team?.id ?? null,
    contactId: request.contactId,
    onDuty: story.onDuty,
  });
  return decide(request, place, routing, snapshot);
}
