import type { RoutingRep, RoutingSnapshot } from "@/domain/routing/routingSnapshot";
import { isOpenAt, nextOpeningAtMs } from "@/domain/sla/hours/openHours";
import type { Deps } from "../../deps";
import type { OrganizationConfiguration } from "../../organization/load/configurations";
import { teamFigures } from "./teamFigures";

type RepRow = {
  rep_id: string;
  name: string;
  is_supervisor: boolean;
  availability: RoutingRep["availability"];
  used: number;
  capacity: number;
  last_offered_at: Date | null;
  skills: string[];
  last_answered_at: Date | null;
  pace: { category_id: string; closed_count: number; total_ms: number }[] | null;
};

/** The present state of a team, on which `decide` decides about a request of `contactId`. Empty without a team. */
export async function routingSnapshot(
  of: { teamId: string | null; contactId: string; configuration: OrganizationConfiguration },
  deps: Deps,
): Promise<RoutingSnapshot> {
  const nowMs = deps.clock.now().getTime();
  const nothing = { nowMs, reps: [], teamQueueLengths: {}, teamHours: {}, recentPickUpMs: {}, recentCloseMs: {} };
  if (of.teamId === null) return nothing;
  const { teamId, contactId, configuration } = of;
  const [reps, figures] = await Promise.all([
    deps.pool.query<RepRow>({ name: "routing_reps", text: ROUTING_REPS, values: [teamId, contactId] }),
    teamFigures(teamId, deps),
  ]);
  const calendar = configuration.teams.get(teamId)?.calendar ?? null;
  return {
    nowMs,
    reps: reps.rows.map((row) => routingRep(row, teamId, configuration)),
    teamQueueLengths: { [teamId]: figures.queueLength },
    teamHours: calendar
      ? {
          [teamId]: {
            isOpen: isOpenAt(calendar, nowMs),
            opensAtMs: isOpenAt(calendar, nowMs) ? null : nextOpeningAtMs(calendar, nowMs),
          },
        }
      : {},
    recentPickUpMs: { [teamId]: figures.recentPickUpMs },
    recentCloseMs: { [teamId]: figures.recentCloseMs },
  };
}

const ROUTING_REPS = `
  select l.rep_id, p.name, tm.is_supervisor, l.availability, l.used, l.capacity, l.last_offered_at, r.skills, ac.last_answered_at,
    (select jsonb_agg(jsonb_build_object('category_id', x.category_id, 'closed_count', x.closed_count, 'total_ms', x.total_ms))
      from rep_pace x where x.rep_id = l.rep_id) as pace
  from team_member tm
    join rep_load l on l.rep_id = tm.rep_id
    join rep r on r.party_id = tm.rep_id
    join party p on p.id = tm.rep_id and p.deactivated_at is null
    left join answered_contact ac on ac.contact_id = $2 and ac.rep_id = tm.rep_id
  where tm.team_id = $1 and tm.until_at is null
  order by l.rep_id`;

function routingRep(row: RepRow, teamId: string, configuration: OrganizationConfiguration): RoutingRep {
  const pace = row.pace ?? [];
  const ofTeam = pace.filter(({ category_id }) => configuration.categories.get(category_id)?.team_id === teamId);
  const closed = ofTeam.reduce((sum, { closed_count }) => sum + closed_count, 0);
  const totalMs = ofTeam.reduce((sum, { total_ms }) => sum + total_ms, 0);
  return {
    repId: row.rep_id,
    name: row.name,
    teamIds: [teamId],
    supervisedTeamIds: row.is_supervisor ? [teamId] : [],
    availability: row.availability,
    used: row.used,
    capacity: row.capacity,
    lastOfferedAtMs: row.last_offered_at?.getTime() ?? null,
    paceByTeamId: closed === 0 ? {} : { [teamId]: { averageProcessingMs: totalMs / closed, sampleCount: closed } },
    paceByCategoryId: Object.fromEntries(
      pace
        .filter(({ closed_count }) => closed_count > 0)
        .map((each) => [
          each.category_id,
          { averageProcessingMs: each.total_ms / each.closed_count, sampleCount: each.closed_count },
        ]),
    ),
    skills: row.skills,
    hasAnsweredContact: row.last_answered_at !== null,
    lastAnsweredContactAtMs: row.last_answered_at?.getTime() ?? null,
  };
}
