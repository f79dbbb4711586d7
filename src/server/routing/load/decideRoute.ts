import { decide } from "@/domain/routing/decide";
import { decidePlace } from "@/domain/routing/decidePlace";
import type { RoutingDecision } from "@/domain/routing/routingDecision";
import type { RoutingRequest } from "@/domain/routing/routingRequest";
import type { Classified } from "../../classifier/changes/classified";
import type { Deps } from "../../deps";
import type { OrganizationConfiguration } from "../../organization/load/configurations";
import { routingSnapshot } from "./routingSnapshot";
import { teamIdsOf } from "./teamIdsOf";

/** A routing decision, with the classifier's answer if it was asked. */
export type Routed = { readonly decision: RoutingDecision; readonly said: Classified | null };

/** Decides where a request goes, given the present state of its team. Reads, and changes nothing. */
export async function decideRoute(
  request: RoutingRequest,
  configuration: OrganizationConfiguration,
  deps: Deps,
): Promise<RoutingDecision> {
  const personTeamIds = request.personId === null ? [] : await teamIdsOf(request.personId, deps);
  const place = decidePlace(request, configuration.routing, personTeamIds);
  const snapshot = await routingSnapshot(
    { teamId: place.team.team?.id ?? null, contactId: request.contactId, configuration },
    deps,
  );
  return decide(request, place, configuration.routing, snapshot);
}
