import { Logger, run } from "graphile-worker";
import type { Deps } from "../deps";
import { fitInThread } from "../fitting/fitInThread";
import { openHeartbeat } from "./heartbeat";
import { openDutySweep } from "./openDutySweep";
import { CRONTAB, tasks } from "./tasks";

const JOBS_AT_ONCE = 4;
const POLL_EVERY_MS = 1_000;

/** Runs jobs in this process until it is closed; the jobs of a worker that died are freed by the others. */
export async function openWorker(deps: Deps): Promise<{ close(): Promise<void> }> {
  const workerIds = new Set<string>();
  const closing = new AbortController();
  const runner = await run({
    pgPool: deps.pool,
    taskList: tasks(deps, { fit: fitInThread, signal: closing.signal }),
    crontab: CRONTAB,
    concurrency: JOBS_AT_ONCE,
    pollInterval: POLL_EVERY_MS,
    noHandleSignals: true,
    logger: jobLogger(deps),
  });
  runner.events.on("worker:getJob:start", ({ worker }) => void workerIds.add(worker.workerId));
  const dutySweep = openDutySweep(deps);
  const heartbeat = openHeartbeat(() => [...workerIds], deps);
  return {
    async close() {
      // A fit may take long: the next process takes it up again.
      closing.abort();
      heartbeat.close();
      dutySweep.close();
      await runner.stop();
    },
  };
}

/** Failures of jobs are logged; their everyday talk is not, and no payload ever. */
function jobLogger({ log }: Deps): Logger {
  return new Logger(() => (level, message) => {
    if (level === "error") log.error({ job: true }, message);
    if (level === "warning") log.warn({ job: true }, message);
  });
}
