import { type RawBuilder, sql } from "kysely";
import type { BoardFigure, BoardView } from "@/contract/views/boardViews";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../deps";
import { lookAt, type Sighted, tracedRows } from "../pov/tracedRows";
import { aDayBefore, behindFigure, watched } from "../request/queries/queuePage";
import { CLOCK_ORDER, OPEN_CLOCKS } from "../request/queries/queueRows";

const NEXT_BREACHES_MAX = 12;

type Group = {
  teamId: string | null;
  categoryId: string | null;
  repId: string | null;
  waiting: number;
  assigned: number;
  breached: number;
  atRisk: number;
  escalated: number;
  longestWaitingSince: Date | null;
};

/**
 * The live board of a supervisor (B2): waiting requests, next breaches, load and availability. Live requests are read
 * once, in groups, and every figure is a sum of groups, so that the figures add up.
 */
export async function boardView(pov: Pov, deps: Deps): Promise<BoardView> {
  const now = deps.clock.now();
  const [groups, nextBreaches, reps, closed] = await Promise.all([
    liveGroups(pov, now, deps),
    breachingNext(pov, deps),
    repsOf(pov, deps),
    closedFigures(pov, now, deps),
  ]);
  const { teams, categories } = await deps.configurations.of(pov.organizationId);
  const teamIds = [...pov.supervisedTeamIds].sort((a, b) => nameOf(teams, a).localeCompare(nameOf(teams, b)));
  return {
    asOf: now,
    waiting: sum(groups, "waiting"),
    longestWaitingSince: earliest(groups),
    breached: sum(groups, "breached"),
    atRisk: sum(groups, "atRisk"),
    assigned: sum(groups, "assigned"),
    escalated: sum(groups, "escalated"),
    ...closed,
    nextBreaches,
    reps: reps.map(({ teamIds: ofRep, ...rep }) => {
      const own = groups.filter(({ repId }) => repId === rep.repId);
      return {
        ...rep,
        teamNames: ofRep.map((id) => nameOf(teams, id)).sort(),
        open: sum(own, "assigned"),
        late: sum(own, "breached"),
      };
    }),
    queues: [...teamIds, null].map((teamId) => {
      const own = groups.filter((group) => group.teamId === teamId);
      return {
        teamId,
        name: teamId === null ? "" : nameOf(teams, teamId),
        waiting: sum(own, "waiting"),
        longestWaitingSince: earliest(own),
        assigned: sum(own, "assigned"),
        breached: sum(own, "breached"),
        availableReps: reps.filter(
          (rep) => teamId !== null && rep.teamIds.includes(teamId) && rep.availability === "available",
        ).length,
      };
    }),
    categories: [...new Set(groups.map(({ categoryId }) => categoryId))].map((categoryId) => {
      const own = groups.filter((group) => group.categoryId === categoryId);
      return {
        categoryId,
        name: categoryId === null ? "" : (categories.get(categoryId)?.name ?? ""),
        teamId: categoryId === null ? null : (categories.get(categoryId)?.team_id ?? null),
        waiting: sum(own, "waiting"),
        assigned: sum(own, "assigned"),
      };
    }),
  };
}

function sum(groups: readonly Group[], figure: "waiting" | "assigned" | "breached" | "atRisk" | "escalated"): number {
  return groups.reduce((total, group) => total + group[figure], 0);
}

function earliest(groups: readonly Group[]): Date | null {
  const instants = groups.flatMap(({ longestWaitingSince }) => longestWaitingSince ?? []);
  return instants.length === 0 ? null : new Date(Math.min(...instants.map((each) => each.getTime())));
}

function nameOf(named: ReadonlyMap<string, { name: string }>, id: string): string {
  return named.get(id)?.name ?? "";
}

async function liveGroups(pov: Pov, now: Date, { db }: Deps): Promise<Group[]> {
  const counted = (figure: BoardFigure): RawBuilder<number> =>
    sql`count(*) filter (where ${behindFigure(figure, now)})`;
  const { rows } = await sql<Group>`
    select r.team_id as "teamId", s.category_id as "categoryId", case when r.state = 'assigned' then r.assigned_to_id end as "repId",
      ${counted("waiting")} as waiting, ${counted("assigned")} as assigned, ${counted("breached")} as breached, ${counted("at_risk")} as "atRisk", ${counted("escalated")} as escalated,
      min(r.waiting_since) filter (where ${behindFigure("waiting", now)}) as "longestWaitingSince"
    from request r join sequence s on s.id = r.sequence_id join interaction i on i.id = r.interaction_id
    where r.organization_id = ${pov.organizationId} and r.state <> 'retired' and ${watched(pov)}
    group by 1, 2, 3`.execute(db);
  return rows;
}

async function breachingNext(pov: Pov, deps: Deps): Promise<BoardView["nextBreaches"]> {
  return tracedRows(
    pov,
    sql<BoardView["nextBreaches"][number] & Sighted>`
    select r.sequence_id as "sequenceId", s.reference, s.subject, c.name as "customerName", r.next_due_at as "dueAt",
      t.name as "teamName", a.name as "assignedTo", ${lookAt(pov)} as look,
      (select k.metric from ${OPEN_CLOCKS} k order by ${CLOCK_ORDER} limit 1) as metric
    from request r
      join sequence s on s.id = r.sequence_id
      join interaction i on i.id = r.interaction_id
      join party c on c.id = r.contact_id
      left join party t on t.id = r.team_id
      left join party a on a.id = r.assigned_to_id
    where r.organization_id = ${pov.organizationId} and r.state <> 'retired' and r.next_due_at is not null and ${watched(pov)}
    order by coalesce(r.next_due_at, 'infinity'::timestamptz), r.sequence_id limit ${NEXT_BREACHES_MAX}`,
    deps,
  );
}

type RepLine = Omit<BoardView["reps"][number], "teamNames" | "open" | "late"> & { teamIds: string[] };

async function repsOf(pov: Pov, { pool }: Deps): Promise<RepLine[]> {
  const { rows } = await pool.query<RepLine>({
    name: "board_reps",
    text: `select l.rep_id as "repId", p.name, l.availability, l.availability_since as "availabilitySince", a.cause as absence, l.used, l.capacity,
        array_agg(m.team_id) as "teamIds"
      from rep_load l join party p on p.id = l.rep_id and p.deactivated_at is null
        left join automatic_absence a on a.rep_id = l.rep_id and a.ended_at is null
        join team_member m on m.rep_id = l.rep_id and m.until_at is null and m.team_id = any($1)
      group by l.rep_id, p.name, a.cause order by array_position(array['available','on_call','busy','away','offline'], l.availability::text), p.name`,
    values: [pov.supervisedTeamIds],
  });
  return rows;
}

async function closedFigures(pov: Pov, now: Date, { db }: Deps): Promise<Pick<BoardView, "closedToday" | "rating">> {
  const { rows } = await sql<{ closedToday: number; average: number | null; count: number }>`
    select
      (select count(*) from request r join interaction i on i.id = r.interaction_id
          join sequence s on s.id = r.sequence_id and s.merged_into_id is null
        where r.organization_id = ${pov.organizationId} and ${behindFigure("closed_today", now)} and ${watched(pov)}) as "closedToday",
      avg(g.score)::float8 as average, count(g.score) as count
    from rating g join request r on r.sequence_id = g.sequence_id join interaction i on i.id = r.interaction_id
    where g.organization_id = ${pov.organizationId} and g.answered_at >= ${aDayBefore(now)} and ${watched(pov)}`.execute(
    db,
  );
  const { closedToday, average, count } = rows[0] ?? { closedToday: 0, average: null, count: 0 };
  return { closedToday, rating: { average, count } };
}
