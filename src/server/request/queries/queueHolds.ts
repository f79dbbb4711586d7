import { sql } from "kysely";
import type { HoldsAsked } from "@/contract/inputs/request";
import type { QueueHolds, UnassignedHold } from "@/contract/views/queueViews";
import type { Pov } from "@/domain/pov/pov";
import { teamOfCategory } from "@/domain/routing/category/categoryLineage";
import { ordinaryRequest, queueHold } from "@/domain/routing/queueHold";
import { eliminationOf } from "@/domain/routing/rep/eliminationOf";
import type { RoutingTeam } from "@/domain/routing/routingConfiguration";
import type { QueueHold } from "@/domain/routing/routingDecision";
import type { RoutingRequest } from "@/domain/routing/routingRequest";
import type { RoutingSnapshot } from "@/domain/routing/routingSnapshot";
import { isOpenAt, nextOpeningAtMs } from "@/domain/sla/hours/openHours";
import type { Deps } from "../../deps";
import type { OrganizationConfiguration } from "../../organization/load/configurations";
import { followsInteraction } from "../../pov/visibility";
import { declinedBy } from "../../routing/load/declinedBy";
import { routingSnapshot } from "../../routing/load/routingSnapshot";

type Waiting = {
  sequenceId: string;
  teamId: string | null;
  categoryId: string | null;
  weight: number;
  requiredSkills: string[];
  /** The reps who handed it over into this queue. */
  declinedBy: readonly string[];
};

/**
 * Why the queues of a member's teams wait, and the waiting requests among `sequenceIds`. The rules of routing decide
 * it, so that this agrees with what a look at the request would do.
 */
export async function queueHolds(pov: Pov, { sequenceIds }: HoldsAsked, deps: Deps): Promise<QueueHolds> {
  const configuration = await deps.configurations.of(pov.organizationId);
  const waiting = await waitingAmong(pov, sequenceIds, deps);
  const own = [...pov.groupIds, ...pov.supervisedTeamIds].filter((id) => configuration.teams.has(id));
  const asked = waiting.flatMap(({ teamId }) => teamId ?? []);
  const snapshots = await snapshotsOf(new Set([...own, ...asked]), pov, configuration, deps);
  const counts = await waitingInTeams(own, pov, deps);
  const lines = [...new Set(own)].flatMap((teamId) =>
    teamLine(teamId, pov, configuration, snapshots).map((line) => ({ ...line, waiting: counts.get(teamId) ?? 0 })),
  );
  const unheld = lines.flatMap(({ teamId, waiting: count, hold }) => (count > 0 && hold === null ? teamId : []));
  const first = await waitingAmong(pov, await mostUrgentOf(unheld, pov, deps), deps);
  return {
    teams: lines.map((line) => {
      const waits = line.hold === null ? first.find(({ teamId }) => teamId === line.teamId) : undefined;
      return waits === undefined ? line : { ...line, hold: teamHoldOf(waits, configuration, snapshots) };
    }),
    requests: waiting.map((request) => ({
      sequenceId: request.sequenceId,
      teamId: request.teamId,
      hold: holdOf(request, configuration, snapshots, deps.clock.now().getTime()),
    })),
  };
}

async function waitingAmong(pov: Pov, sequenceIds: readonly string[], deps: Deps): Promise<Waiting[]> {
  if (sequenceIds.length === 0) return [];
  const { rows } = await sql<Omit<Waiting, "declinedBy">>`
    select r.sequence_id as "sequenceId", case when r.state = 'queued' then r.team_id end as "teamId", s.category_id as "categoryId",
      r.weight, r.required_skills as "requiredSkills"
    from request r join sequence s on s.id = r.sequence_id join interaction i on i.id = r.interaction_id
    where r.organization_id = ${pov.organizationId} and r.sequence_id = any(${sequenceIds}::uuid[])
      and r.state in ('queued', 'unassigned') and ${followsInteraction(pov)}
    order by r.sequence_id`.execute(deps.db);
  const declined = await declinedBy(
    rows.map(({ sequenceId }) => sequenceId),
    deps,
  );
  return rows.map((row) => ({ ...row, declinedBy: declined.get(row.sequenceId) ?? [] }));
}

/** For each team, the request that is given out first. */
async function mostUrgentOf(teamIds: readonly string[], { organizationId }: Pov, { pool }: Deps): Promise<string[]> {
  if (teamIds.length === 0) return [];
  const { rows } = await pool.query<{ sequence_id: string }>({
    name: "most_urgent_of_teams",
    text: `select first.sequence_id from unnest($2::uuid[]) as team (id), lateral (
        select sequence_id from request where organization_id = $1 and team_id = team.id and state = 'queued'
        order by next_due_at asc nulls last, priority desc, waiting_since asc, sequence_id limit 1) first`,
    values: [organizationId, teamIds],
  });
  return rows.map(({ sequence_id }) => sequence_id);
}

type Snapshots = ReadonlyMap<string, RoutingSnapshot>;

async function snapshotsOf(
  teamIds: ReadonlySet<string>,
  { organizationId }: Pov,
  configuration: OrganizationConfiguration,
  deps: Deps,
): Promise<Snapshots> {
  // Continuity (R12) orders the reps who may have a request but does not decide whether any may, so any contact will
  // do.
  const of = { contactId: organizationId, configuration };
  const read = async (teamId: string) => [teamId, await routingSnapshot({ ...of, teamId }, deps)] as const;
  return new Map(await Promise.all([...teamIds].map(read)));
}

/** How many wait at this moment. The figures of a routing snapshot may be two seconds old. */
async function waitingInTeams(
  teamIds: readonly string[],
  { organizationId }: Pov,
  { pool }: Deps,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await pool.query<{ team_id: string; waiting: number }>({
    name: "waiting_in_teams",
    text: `select team_id, count(*) as waiting from request
      where organization_id = $1 and team_id = any($2::uuid[]) and state = 'queued' group by team_id`,
    values: [organizationId, teamIds],
  });
  return new Map(rows.map(({ team_id, waiting }) => [team_id, waiting]));
}

function teamLine(
  teamId: string,
  pov: Pov,
  { teams, routing }: OrganizationConfiguration,
  snapshots: Snapshots,
): Omit<QueueHolds["teams"][number], "waiting">[] {
  const team = routing.teams.find(({ id }) => id === teamId);
  const snapshot = snapshots.get(teamId);
  if (team === undefined || snapshot === undefined) return [];
  const ordinary = ordinaryRequest(teamId);
  const own = snapshot.reps.find(({ repId }) => repId === pov.partyId);
  return [
    {
      teamId,
      name: teams.get(teamId)?.name ?? "",
      hold: queueHold(ordinary, team, snapshot),
      own: own === undefined ? null : eliminationOf(own, ordinary, team),
    },
  ];
}

function holdOf(request: Waiting, configuration: OrganizationConfiguration, snapshots: Snapshots, nowMs: number) {
  const isInTeam = configuration.routing.teams.some(({ id }) => id === request.teamId);
  return isInTeam ? teamHoldOf(request, configuration, snapshots) : unassignedHold(request, configuration, nowMs);
}

function teamHoldOf(request: Waiting, { routing }: OrganizationConfiguration, snapshots: Snapshots): QueueHold | null {
  const team = routing.teams.find(({ id }) => id === request.teamId);
  const snapshot = team === undefined ? undefined : snapshots.get(team.id);
  return team === undefined || snapshot === undefined ? null : queueHold(asked(request, team), team, snapshot);
}

/** Null if its category has a team now, since then the next look routes it there. */
function unassignedHold(
  { categoryId }: Waiting,
  { routing, hoursOf }: OrganizationConfiguration,
  nowMs: number,
): UnassignedHold | null {
  const category = routing.categories.find(({ id }) => id === categoryId);
  if (category && teamOfCategory(category, routing) !== null) return null;
  const hours = hoursOf(null);
  return {
    reason: category === undefined ? "no_category" : "category_without_team",
    opensAtMs: isOpenAt(hours, nowMs) ? null : nextOpeningAtMs(hours, nowMs),
  };
}

/** The parts of a waiting request that decide who may have it. */
function asked(
  { sequenceId, categoryId, weight, requiredSkills, declinedBy: by }: Waiting,
  team: RoutingTeam,
): RoutingRequest {
  return { ...ordinaryRequest(team.id), requestId: sequenceId, categoryId, weight, requiredSkills, excludedRepIds: by };
}
