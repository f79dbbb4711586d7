import { ordinaryRequest, queueHold } from "@/domain/routing/queueHold";
import type { Deps } from "../../deps";
import { retryAllEscalations, retryEscalations } from "../../request/commands/escalateRequest";
import { routingSnapshot } from "../load/routingSnapshot";
import { routeRequest } from "./routeRequest";

/** Requests looked at in one go: a long queue is drained by several, so that no job runs for long. */
const DRAINED_AT_ONCE_MAX = 200;
/** After so many in a row that must go on waiting it is asked whether the team has room at all. */
const WAITING_IN_A_ROW_MAX = 3;

/** Gives escalations and waiting requests of a rep's teams to those who have room now, the most urgent first. */
export async function drainForRep(repId: string, deps: Deps): Promise<void> {
  const teams = await deps.db
    .selectFrom("team_member")
    .select("team_id")
    .where("rep_id", "=", repId)
    .where("until_at", "is", null)
    .orderBy("team_id")
    .execute();
  for (const { team_id } of teams) {
    await retryEscalations(team_id, deps);
    await drainTeam(team_id, deps);
  }
}

/** Gives a team's waiting requests to its reps in the order of urgency, until nobody has room. */
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

/** Whether somebody could take an ordinary request: then those that wait are held by what is their own, and others may go on. */
async function hasRoom(teamId: string, organizationId: string, deps: Deps): Promise<boolean> {
  const configuration = await deps.configurations.of(organizationId);
  const team = configuration.routing.teams.find(({ id }) => id === teamId);
  if (team === undefined) return false;
  const snapshot = await routingSnapshot({ teamId, contactId: organizationId, configuration }, deps);
  return queueHold(ordinaryRequest(teamId), team, snapshot) === null;
}

/** The sweep behind the events: what a lost wake-up, an opening hour or a dead process left waiting. */
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
