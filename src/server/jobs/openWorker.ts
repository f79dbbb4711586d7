import { setTimeout as pause } from "node:timers/promises";
import { Logger, type Runner, run } from "graphile-worker";
import { fitInThread } from "../classifier/fitting/fitInThread";
import type { Deps } from "../deps";
import { keepWriter } from "../writer/keepWriter";
import { openHeartbeat } from "./heartbeat";
import { openDutySweep } from "./openDutySweep";
import { CRONTAB, tasks } from "./tasks";

const JOBS_AT_ONCE = 4;
const POLL_EVERY_MS = 1_000;
const RESTART_AFTER_MS = 1_000;

/**
 * Runs jobs in this process until it is closed; the jobs of a worker that died are freed by the others. A runner that
 * ends by itself, as where the database went away under it, is followed by another.
 */
export async function openWorker(deps: Deps): Promise<{ close(): Promise<void> }> {
  const workerIds = new Set<string>();
  const closing = new AbortController();
  let runner = await startRunner(deps, workerIds, closing.signal);
  const restartWhenEnded = (ended: Promise<void>) => {
    ended
      .catch((error: unknown) => deps.log.warn({ err: error }, "jobs stopped; they start again"))
      .then(restart)
      .catch(() => undefined);
  };
  const restart = async () => {
    while (!closing.signal.aborted) {
      await pause(RESTART_AFTER_MS, undefined, { ref: false });
      if (closing.signal.aborted) return;
      const next = await startRunner(deps, workerIds, closing.signal).catch(() => null);
      if (next === null) continue;
      runner = next;
      return restartWhenEnded(runner.promise);
    }
  };
  restartWhenEnded(runner.promise);
  const dutySweep = openDutySweep(deps);
  const writer = keepWriter(deps);
  const heartbeat = openHeartbeat(() => [...workerIds], deps);
  return {
    async close() {
      // A fit may take long: the next process takes it up again.
      closing.abort();
      heartbeat.close();
      dutySweep.close();
      writer.close();
      await runner.stop().catch(() => undefined);
    },
  };
}

async function startRunner(deps: Deps, workerIds: Set<string>, signal: AbortSignal): Promise<Runner> {
  const runner = await run({
    pgPool: deps.pool,
    taskList: tasks(deps, { fit: fitInThread, signal }),
    crontab: CRONTAB,
    concurrency: JOBS_AT_ONCE,
    pollInterval: POLL_EVERY_MS,
    noHandleSignals: true,
    logger: jobLogger(deps),
  });
  workerIds.clear();
  runner.events.on("worker:getJob:start", ({ worker }) => void workerIds.add(worker.workerId));
  return runner;
}

/** Failures of jobs are logged; their everyday talk is not, and no payload ever. */
function jobLogger({ log }: Deps): Logger {
  return new Logger(() => (level, message) => {
    if (level === "error") log.error({ job: true }, message);
    if (level === "warning") log.warn({ job: true }, message);
  });
}
