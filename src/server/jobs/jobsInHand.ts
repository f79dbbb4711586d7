import type { WorkerEvents } from "graphile-worker";
import type { Clock } from "../clock";

/** The worker pools of this process, and the jobs that their workers do. */
export interface JobsInHand {
  /** PostgreSQL locks jobs by the id of a pool, not of a worker. */
  poolIds(): string[];
  /**
   * The jobs being done, and those that ended at `since` or later: PostgreSQL may not have heard of their end yet. Jobs that
   * ended earlier are forgotten.
   */
  jobIdsSince(since: Date): string[];
}

/** Follows the events of one worker pool after another. A pool that was released holds nothing more. */
export function jobsInHand(clock: Clock): JobsInHand & { follow(events: WorkerEvents): void } {
  /** By pool and job; no end where the job is being done. */
  const endedAt = new Map<string, Map<string, Date | null>>();
  return {
    follow(events) {
      events.on("pool:create", ({ workerPool }) => endedAt.set(workerPool.id, new Map()));
      events.on("pool:release", ({ workerPool }) => endedAt.delete(workerPool.id));
      events.on("job:start", ({ worker, job }) => endedAt.get(worker.workerPool.id)?.set(job.id, null));
      events.on("job:complete", ({ worker, job }) => endedAt.get(worker.workerPool.id)?.set(job.id, clock.now()));
      // The worker ends here, before it tells of its job's end.
      events.on("worker:fatalError", ({ worker }) => {
        const job = worker.getActiveJob();
        if (job !== null) endedAt.get(worker.workerPool.id)?.set(job.id, clock.now());
      });
    },
    poolIds: () => [...endedAt.keys()],
    jobIdsSince(since) {
      for (const jobs of endedAt.values())
        for (const [id, ended] of jobs) if (ended !== null && ended < since) jobs.delete(id);
      return [...endedAt.values()].flatMap((jobs) => [...jobs.keys()]);
    },
  };
}
