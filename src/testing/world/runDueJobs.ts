import type { JobHelpers } from "graphile-worker";
import type { Deps } from "@/server/deps";
import { tasks } from "@/server/jobs/tasks";
import { FIT_HERE } from "../scenes/fitHere";

const JOBS_MAX = 500;

export type StoredJob = { id: string; task: string; key: string | null; payload: unknown; runAt: Date };

/** All stored jobs, in the order in which they are due. */
export async function storedJobs({ pool }: Pick<Deps, "pool">): Promise<StoredJob[]> {
  const { rows } = await pool.query<StoredJob>(
    `select j.id::text, t.identifier as task, j.key, j.payload, j.run_at as "runAt"
     from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.run_at, j.id`,
  );
  return rows;
}

/**
 * Runs the jobs that are due on the test's clock, as the worker would, including those that they make due.
 *
 * @returns the number of jobs
 * @throws what a job throws
 */
export async function runDueJobs(deps: Deps): Promise<number> {
  const list = tasks(deps, FIT_HERE);
  for (let count = 0; count < JOBS_MAX; count += 1) {
    const now = deps.clock.now();
    const due = (await storedJobs(deps)).find(({ runAt }) => runAt <= now);
    if (!due) return count;
    await deps.pool.query("delete from graphile_worker._private_jobs where id = $1", [due.id]);
    await list[due.task]?.(due.payload, {} as JobHelpers);
  }
  throw new Error("jobs make each other due without end");
}
