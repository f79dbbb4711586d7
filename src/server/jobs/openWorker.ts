import { EventEmitter } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { Logger, run, type WorkerEvents } from "graphile-worker";
import { fitInThread } from "../classifier/fitting/fitInThread";
import type { Deps } from "../deps";
import { keepWriter } from "../writer/keepWriter";
import { openHeartbeat } from "./heartbeat";
import { jobsInHand } from "./jobsInHand";
import { openDutySweep } from "./openDutySweep";
import { CRONTAB, tasks } from "./tasks";
import { watchClock } from "./watchClock";

const JOBS_AT_ONCE = 4;
const POLL_EVERY_MS = 1_000;
const RESTART_AFTER_MS = 1_000;
/** The end of a job is told at once. A pool that cannot tell it shuts down; with any other setting the process would end. */
const TOLD_AFTER_MS = 0;
/** A pool that shuts down lets its jobs end, but the next runner waits no longer than this for them. */
const SHUT_DOWN_WITHIN_MS = 5_000;

/**
 * Runs jobs in this process until it is closed; the jobs of a worker that died are freed by the others. A runner that
 * ends by itself, as it does when the database goes away, is followed by another. So is one whose clock was set back,
 * since it would do no regular jobs until the clock is again where it was.
 */
export async function openWorker(deps: Deps): Promise<{ close(): Promise<void> }> {
  const inHand = jobsInHand(deps.clock);
  const closing = new AbortController();
  let runner = await startRunner(deps, inHand, closing.signal);
  const restartWhenEnded = (ended: Promise<void>) => {
    ended
      .catch((error: unknown) => deps.log.warn({ err: error }, "jobs stopped; they start again"))
      .then(restart)
      .catch(() => undefined);
  };
  const restart = async () => {
    let isTold = false;
    while (!closing.signal.aborted) {
      await pause(RESTART_AFTER_MS, undefined, { ref: false });
      if (closing.signal.aborted) return;
      const next = await startRunner(deps, inHand, closing.signal).catch((error: unknown) => {
        if (!isTold) deps.log.warn({ err: error }, "jobs cannot start; this is tried every second");
        isTold = true;
      });
      if (!next) continue;
      runner = next;
      deps.log.info("jobs are running again");
      return restartWhenEnded(runner.ended);
    }
  };
  restartWhenEnded(runner.ended);
  const clock = watchClock(() => {
    deps.log.warn("the clock was set back; jobs start again");
    void runner.stop();
  });
  const dutySweep = openDutySweep(deps);
  const writer = keepWriter(deps);
  const heartbeat = openHeartbeat(inHand, deps);
  return {
    async close() {
      // A fit may take long: the next process takes it up again.
      closing.abort();
      clock.close();
      heartbeat.close();
      dutySweep.close();
      writer.close();
      await runner.stop();
    },
  };
}

interface StartedRunner {
  /** Settles when the runner does no more jobs. */
  readonly ended: Promise<void>;
  /** Lets the jobs end that are being done, for a while. */
  stop(): Promise<void>;
}

async function startRunner(
  deps: Deps,
  inHand: ReturnType<typeof jobsInHand>,
  signal: AbortSignal,
): Promise<StartedRunner> {
  const events: WorkerEvents = new EventEmitter();
  inHand.follow(events);
  const late = lateShutdown(events);
  await forgetLaterRuns(deps);
  const runner = await run({
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
  const stop = () => runner.stop().catch(() => undefined);
  late.then(stop, () => undefined);
  return { ended: Promise.race([runner.promise, late]), stop: () => Promise.race([stop(), late]) };
}

/** Regular jobs whose last run is later than now would wait until then. The clock was ahead when they ran. */
async function forgetLaterRuns({ pool }: Deps): Promise<void> {
  await pool.query(
    `update graphile_worker._private_known_crontabs set last_execution = null
     where last_execution > $1::timestamptz + interval '1 minute'`,
    [new Date()],
  );
}

/**
 * Settles when a pool shuts down and is not done in time. It may do a long job; or it never ends: graphile-worker 0.17
 * counts wrong, and waits for ever, when it could not tell the ends of jobs twice.
 */
function lateShutdown(events: WorkerEvents): Promise<void> {
  return new Promise((resolve) => {
    events.once("pool:gracefulShutdown", () => {
      setTimeout(resolve, SHUT_DOWN_WITHIN_MS).unref();
    });
  });
}

/** Failures of jobs are logged; their everyday talk is not, and no payload ever. */
function jobLogger({ log }: Deps): Logger {
  return new Logger(() => (level, message) => {
    if (level === "error") log.error({ job: true }, message);
    if (level === "warning") log.warn({ job: true }, message);
  });
}
