import { decide } from "@/domain/routing/decide";
import { decidePlace } from "@/domain/routing/decidePlace";
import type { RoutingDecision } from "@/domain/routing/routingDecision";
import type { RoutingRequest } from "@/domain/routing/routingRequest";
import type { Classified } from "../../classifier/changes/classified";
import type { Deps } from "../../deps";
import type { OrganizationConfiguration } from "../../organization/load/configurations";
import { routingSnapshot } from "./routingSnapshot";

/** A routing decision, with the classifier's answer if it was asked. */
export type Routed = { readonly decision: RoutingDecision; readonly said: Classified | null };

/** Decides where a request goes, given the present state of its team. Reads, and changes nothing. */
export async function decideRoute(
  request: RoutingRequest,
  configuration: OrganizationConfiguration,
  deps: Deps,
): Promise<RoutingDecision> {
  const personTeamIds = request.personId === null ? [] : await teamsOf(request.personId, deps);
  const place = decidePlace(request, configuration.routing, personTeamIds);
  const snapshot = await routingSnapshot(
    { teamId: place.team.team?.id ?? null, contactId: request.contactId, configuration },
    deps,
  );
  return decide(request, place, configuration.routing, snapshot);
}

async function teamsOf(repId: string, { db }: Deps): Promise<string[]> {
  const rows = await db
    .selectFrom("team_member")
    .select("team_id")
    .where("rep_id", "=", repId)
    .where("until_at", "is", null)
    .orderBy("team_id")
    .execute();
  return rows.map(({ team_id }) => team_id);
}
