import { DURATION_SAMPLES_MAX } from "@/domain/routing/expectedWait";
import type { TeamQueueLength } from "@/domain/routing/routingSnapshot";
import type { Deps } from "../../deps";

export type TeamFigures = { queueLength: TeamQueueLength; recentPickUpMs: number[]; recentCloseMs: number[] };

/** Figures for expectations (R7) may be a little old. Capacity is never read from here. */
const FIGURES_KEPT_MS = 2_000;
const TEAMS_KEPT_MAX = 1_000;

const kept = new WeakMap<Deps, Map<string, { readAtMs: number; figures: Promise<TeamFigures> }>>();

/** Queue length and recent durations of a team, at most two seconds old. */
export function teamFigures(teamId: string, deps: Deps): Promise<TeamFigures> {
  const nowMs = deps.clock.now().getTime();
  const ofProcess = kept.get(deps) ?? new Map<string, { readAtMs: number; figures: Promise<TeamFigures> }>();
  kept.set(deps, ofProcess);
  const known = ofProcess.get(teamId);
  if (known && Math.abs(nowMs - known.readAtMs) < FIGURES_KEPT_MS) return known.figures;
  if (ofProcess.size >= TEAMS_KEPT_MAX) ofProcess.clear();
  const figures = readFigures(teamId, deps);
  ofProcess.set(teamId, { readAtMs: nowMs, figures });
  figures.catch(() => ofProcess.delete(teamId));
  return figures;
}

async function readFigures(teamId: string, deps: Deps): Promise<TeamFigures> {
  const [queue, durations] = await Promise.all([
    deps.pool.query<{ category_id: string | null; waiting: number }>({
      name: "team_queue",
      text: `select s.category_id, count(*) as waiting from request r join sequence s on s.id = r.sequence_id
             where r.organization_id = (select organization_id from team where party_id = $1)
               and r.team_id = $1 and r.state = 'queued' group by s.category_id`,
      values: [teamId],
    }),
    deps.pool.query<{ pick_up_ms: number | null; close_ms: number | null }>({
      name: "team_durations",
      text: `select extract(epoch from picked_up_at - created_at)::float8 * 1000 as pick_up_ms,
                    extract(epoch from retired_at - created_at)::float8 * 1000 as close_ms
             from request where team_id = $1 and state = 'retired' and retired_at is not null
             order by retired_at desc limit ${DURATION_SAMPLES_MAX}`,
      values: [teamId],
    }),
  ]);
  const byCategoryId = Object.fromEntries(queue.rows.map(({ category_id, waiting }) => [category_id ?? "", waiting]));
  return {
    queueLength: { total: queue.rows.reduce((sum, { waiting }) => sum + waiting, 0), byCategoryId },
    recentPickUpMs: durations.rows.flatMap(({ pick_up_ms }) => pick_up_ms ?? []),
    recentCloseMs: durations.rows.flatMap(({ close_ms }) => close_ms ?? []),
  };
}
