import type { Deps } from "../deps";

const BEAT_EVERY_MS = 5_000;
/** A worker that has not beaten for so long is dead, or believed so; its jobs decide again from stored state. */
const DEAD_AFTER_MS = 20_000;

/**
 * Beats for those who hold jobs in this process, and frees the jobs that dead ones hold: without this they stay locked for
 * hours, and with them every later job of the same queue.
 */
export function openHeartbeat(holderIds: () => string[], deps: Deps): { close(): void } {
  const beat = () =>
    beatOnce(holderIds(), deps).catch((error: unknown) => deps.log.warn({ err: error }, "heartbeat failed"));
  void beat();
  const timer = setInterval(() => void beat(), BEAT_EVERY_MS);
  timer.unref();
  return { close: () => clearInterval(timer) };
}

/** One beat: says who lives here, and frees what dead workers hold. */
export async function beatOnce(
  holderIds: readonly string[],
  { pool, clock }: Pick<Deps, "pool" | "clock">,
): Promise<void> {
  const now = clock.now();
  await pool.query(
    `insert into worker_heartbeat (worker_id, beat_at) select id, $2 from unnest($1::text[]) id
     on conflict (worker_id) do update set beat_at = excluded.beat_at`,
    [holderIds, now],
  );
  const deadBefore = new Date(now.getTime() - DEAD_AFTER_MS);
  await pool.query(
    `select graphile_worker.force_unlock_workers(array_agg(distinct dead.locked_by)) from (
       select j.locked_by from graphile_worker._private_jobs j
         left join worker_heartbeat h on h.worker_id = j.locked_by
         where j.locked_by is not null and j.locked_at < $1 and (h.beat_at is null or h.beat_at < $1)) dead
     having count(*) > 0`,
    [deadBefore],
  );
  await pool.query("delete from worker_heartbeat where beat_at < $1", [new Date(now.getTime() - 86_400_000)]);
}
