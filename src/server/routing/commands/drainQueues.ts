import { ordinaryRequest, queueHold } from "@/domain/routing/queueHold";
import type { Deps } from "../../deps";
import { retryAllEscalations, retryEscalations } from "../../request/commands/escalateRequest";
import { routingSnapshot } from "../load/routingSnapshot";
import { teamIdsOf } from "../load/teamIdsOf";
import { routeRequest } from "./routeRequest";

/** At most so many requests are routed by one job, so that no job runs long. Later ones drain the rest. */
const DRAINED_AT_ONCE_MAX = 200;
/** After so many requests in a row that must keep waiting, check whether the team has room at all. */
const WAITING_IN_A_ROW_MAX = 3;

/** Gives waiting escalations and requests of a rep's teams to reps who have room now, most urgent first. */
export async function drainForRep(repId: string, deps: Deps): Promise<void> {
  for (const teamId of await teamIdsOf(repId, deps)) {
    await retryEscalations(teamId, deps);
    await drainTeam(teamId, deps);
  }
}

/**
 * Gives a team's waiting requests to its reps, most urgent first, until nobody has room.
 *
 * @returns how many were given
 */
export async function drainTeam(teamId: string, deps: Deps): Promise<number> {
  const waiting = await deps.pool.query<{ sequence_id: string; organization_id: string }>({
    name: "drain_team",
    text: `select sequence_id, organization_id from request
      where organization_id = (select organization_id from team where party_id = $1) and team_id = $1 and state = 'queued'
      order by next_due_at asc nulls last, priority desc, waiting_since asc, sequence_id limit ${DRAINED_AT_ONCE_MAX}`,
    values: [teamId],
  });
  let assigned = 0;
  let waitingInARow = 0;
  for (const { sequence_id, organization_id } of waiting.rows) {
    const result = await routeRequest(sequence_id, deps);
    assigned += result === "assigned" ? 1 : 0;
    waitingInARow = result === "waiting" ? waitingInARow + 1 : 0;
    if (waitingInARow < WAITING_IN_A_ROW_MAX) continue;
    if (!(await hasRoom(teamId, organization_id, deps))) break;
    waitingInARow = 0;
  }
  return assigned;
}

/**
 * Whether a rep could take an ordinary request. If so, the requests that keep waiting have reasons of their own, and
 * later ones may still be given out.
 */
async function hasRoom(teamId: string, organizationId: string, deps: Deps): Promise<boolean> {
  const configuration = await deps.configurations.of(organizationId);
  const team = configuration.routing.teams.find(({ id }) => id === teamId);
  if (team === undefined) return false;
  const snapshot = await routingSnapshot({ teamId, contactId: organizationId, configuration }, deps);
  return queueHold(ordinaryRequest(teamId), team, snapshot) === null;
}

/**
 * Drains all queues and tries all escalations: the sweep for what a lost wake-up, opening hours or a dead process left.
 */
export async function drainEverything(deps: Deps): Promise<void> {
  const teams = await deps.db
    .selectFrom("request")
    .select("team_id")
    .distinct()
    .where("state", "=", "queued")
    .where("team_id", "is not", null)
    .execute();
  await retryAllEscalations(deps);
  for (const { team_id } of teams) if (team_id !== null) await drainTeam(team_id, deps);
}
