import { EventEmitter } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { Logger, type Runner, run, type WorkerEvents } from "graphile-worker";
import { fitInThread } from "../classifier/fitting/fitInThread";
import type { Deps } from "../deps";
import { keepWriter } from "../writer/keepWriter";
import { openHeartbeat } from "./heartbeat";
import { openDutySweep } from "./openDutySweep";
import { CRONTAB, tasks } from "./tasks";

const JOBS_AT_ONCE = 4;
const POLL_EVERY_MS = 1_000;
const RESTART_AFTER_MS = 1_000;
/** What was done is told at once, by the way that tries again while the database is away. */
const TOLD_AFTER_MS = 0;

/**
 * Runs jobs in this process until it is closed; the jobs of a worker that died are freed by the others. A runner that
 * ends by itself, as where the database went away under it, is followed by another.
 */
export async function openWorker(deps: Deps): Promise<{ close(): Promise<void> }> {
  const holderIds = new Set<string>();
  const closing = new AbortController();
  let runner = await startRunner(deps, holderIds, closing.signal);
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
      const next = await startRunner(deps, holderIds, closing.signal).catch(() => null);
      if (next === null) continue;
      runner = next;
      return restartWhenEnded(runner.promise);
    }
  };
  restartWhenEnded(runner.promise);
  const dutySweep = openDutySweep(deps);
  const writer = keepWriter(deps);
  const heartbeat = openHeartbeat(() => [...holderIds], deps);
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

/** @param holderIds receives the id under which the runner holds its jobs: that of its pool, not those of its workers */
function startRunner(deps: Deps, holderIds: Set<string>, signal: AbortSignal): Promise<Runner> {
  const events: WorkerEvents = new EventEmitter();
  events.on("pool:create", ({ workerPool }) => {
    holderIds.clear();
    holderIds.add(workerPool.id);
  });
  return run({
    events,
    preset: { worker: { completeJobBatchDelay: TOLD_AFTER_MS, failJobBatchDelay: TOLD_AFTER_MS } },
    pgPool: deps.pool,
    taskList: tasks(deps, { fit: fitInThread, signal }),
    crontab: CRONTAB,
    concurrency: JOBS_AT_ONCE,
    pollInterval: POLL_EVERY_MS,
    noHandleSignals: true,
    logger: jobLogger(deps),
  });
}

/** Failures of jobs are logged; their everyday talk is not, and no payload ever. */
function jobLogger({ log }: Deps): Logger {
  return new Logger(() => (level, message) => {
    if (level === "error") log.error({ job: true }, message);
    if (level === "warning") log.warn({ job: true }, message);
  });
}
