import type { Deps } from "../deps";
import type { JobsInHand } from "./jobsInHand";

const BEAT_EVERY_MS = 5_000;
/** A worker that has not beaten for so long is dead, or believed so; its jobs decide again from stored state. */
const DEAD_AFTER_MS = 20_000;
/** Clocks of machines differ by less. A beat further ahead is from before the clock was set back, and its worker is dead. */
const AHEAD_MS = 60_000;

/**
 * Beats for the pools of this process, and frees jobs that nobody does: without this they stay locked for hours, and with
 * them every later job of the same queue.
 */
export function openHeartbeat(inHand: JobsInHand, deps: Deps): { close(): void } {
  const beat = () =>
    beatOnce(inHand, deps).catch((error: unknown) => deps.log.warn({ err: error }, "heartbeat failed"));
  void beat();
  const timer = setInterval(() => void beat(), BEAT_EVERY_MS);
  timer.unref();
  return { close: () => clearInterval(timer) };
}

/**
 * One beat: says which pools live here, and frees what dead pools hold. It also frees what a living pool holds and none of
 * its workers does: the connection broke after PostgreSQL gave the job away and before the answer arrived.
 */
export async function beatOnce(inHand: JobsInHand, { pool, clock }: Pick<Deps, "pool" | "clock">): Promise<void> {
  const now = clock.now();
  const poolIds = inHand.poolIds();
  await pool.query(
    `insert into worker_heartbeat (worker_id, beat_at) select id, $2 from unnest($1::text[]) id
     on conflict (worker_id) do update set beat_at = excluded.beat_at`,
    [poolIds, now],
  );
  const deadBefore = new Date(now.getTime() - DEAD_AFTER_MS);
  await pool.query(
    `select graphile_worker.force_unlock_workers(array_agg(distinct dead.locked_by)) from (
       select j.locked_by from graphile_worker._private_jobs j
         left join worker_heartbeat h on h.worker_id = j.locked_by
         where j.locked_by is not null
           and (j.locked_at < $1 and (h.beat_at is null or h.beat_at < $1) or h.beat_at > $2)) dead
     having count(*) > 0`,
    [deadBefore, new Date(now.getTime() + AHEAD_MS)],
  );
  await pool.query(
    `with freed as (
       update graphile_worker._private_jobs set locked_by = null, locked_at = null
         where locked_by = any($1) and locked_at < $2 and not id = any($3::bigint[]) returning job_queue_id)
     update graphile_worker._private_job_queues set locked_by = null, locked_at = null
       from freed where id = freed.job_queue_id and locked_by = any($1)`,
    [poolIds, deadBefore, inHand.jobIdsSince(deadBefore)],
  );
  await pool.query("delete from worker_heartbeat where beat_at < $1", [new Date(now.getTime() - 86_400_000)]);
}
