import { EventEmitter } from "node:events";
import type { WorkerEvents } from "graphile-worker";
import { afterAll, beforeEach, expect, test } from "vitest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { waitFor } from "@/testing/world/waitFor";
import { beatOnce } from "./heartbeat";
import { type JobsInHand, jobsInHand } from "./jobsInHand";
import { openWorker } from "./openWorker";

const world = await openTestWorld();
const { deps, clock } = world;
const RECOVERED_WITHIN_MS = 60_000;

beforeEach(async () => {
  await deps.pool.query("delete from graphile_worker._private_jobs");
  await deps.pool.query("delete from graphile_worker._private_job_queues");
  await deps.pool.query("delete from worker_heartbeat");
});
afterAll(() => world.close());

const living = (poolIds: string[], jobIds: string[] = []): JobsInHand => ({
  poolIds: () => poolIds,
  jobIdsSince: () => jobIds,
});

/** A job that a worker took and never gave back, as a killed process leaves it. */
async function aJobHeldBy(workerId: string, queue: string | null = null): Promise<string> {
  const { rows } = await deps.pool.query<{ id: string }>(
    "select id::text from graphile_worker.add_job('drainEverything', '{}'::json, queue_name := $1)",
    [queue],
  );
  const id = rows[0]?.id ?? "";
  await deps.pool.query(
    "update graphile_worker._private_jobs set locked_by = $1, locked_at = $2, attempts = 1 where id = $3",
    [workerId, clock.now(), id],
  );
  await deps.pool.query("update graphile_worker._private_job_queues set locked_by = $1, locked_at = $2", [
    workerId,
    clock.now(),
  ]);
  return id;
}

async function holderOf(id: string): Promise<string | null> {
  const { rows } = await deps.pool.query<{ locked_by: string | null }>(
    "select locked_by from graphile_worker._private_jobs where id = $1",
    [id],
  );
  return rows[0]?.locked_by ?? null;
}

test("a job that a dead worker holds is free again within a minute", async () => {
  await beatOnce(living(["living", "dead"]), deps);
  const id = await aJobHeldBy("dead");
  let passedMs = 0;
  while ((await holderOf(id)) !== null && passedMs <= RECOVERED_WITHIN_MS) {
    clock.advance(5_000);
    passedMs += 5_000;
    await beatOnce(living(["living"]), deps);
  }
  expect(await holderOf(id)).toBeNull();
  expect(passedMs).toBeLessThanOrEqual(RECOVERED_WITHIN_MS);
  expect(passedMs).toBeGreaterThanOrEqual(20_000);
});

test("a job of a worker that died before the clock was set back by an hour is free at once", async () => {
  await beatOnce(living(["living", "dead"]), deps);
  const [dead, kept] = [await aJobHeldBy("dead"), await aJobHeldBy("living")];
  clock.advance(-3_600_000);
  await beatOnce(living(["living"], [kept]), deps);
  expect([await holderOf(dead), await holderOf(kept)]).toEqual([null, "living"]);
  clock.advance(3_600_000);
});

test("with it, the queue that the dead worker held goes on", async () => {
  await beatOnce(living(["dead"]), deps);
  await aJobHeldBy("dead", "of one conversation");
  clock.advance(30_000);
  await beatOnce(living(["living"]), deps);
  const { rows } = await deps.pool.query("select locked_by from graphile_worker._private_job_queues");
  expect(rows).toEqual([{ locked_by: null }]);
});

test("a worker that beats keeps its job, however long it takes", async () => {
  await beatOnce(living(["slow"]), deps);
  const id = await aJobHeldBy("slow");
  for (let beat = 0; beat < 30; beat += 1) {
    clock.advance(5_000);
    await beatOnce(living(["slow"], [id]), deps);
    await beatOnce(living(["other"]), deps);
  }
  expect(await holderOf(id)).toBe("slow");
});

test("a job that a living pool was given, but never heard of, is free again, and its queue with it", async () => {
  const lost = await aJobHeldBy("living", "of one conversation");
  const done = await aJobHeldBy("living");
  await beatOnce(living(["living"], [done]), deps);
  expect(await holderOf(lost)).toBe("living");
  clock.advance(30_000);
  await beatOnce(living(["living"], [done]), deps);
  expect(await holderOf(lost)).toBeNull();
  expect(await holderOf(done)).toBe("living");
  const { rows } = await deps.pool.query("select locked_by from graphile_worker._private_job_queues");
  expect(rows).toEqual([{ locked_by: null }]);
});

test("a pool frees no job of another pool that lives", async () => {
  await beatOnce(living(["other"]), deps);
  const id = await aJobHeldBy("other");
  clock.advance(30_000);
  await beatOnce(living(["other"], [id]), deps);
  await beatOnce(living(["living"]), deps);
  expect(await holderOf(id)).toBe("other");
});

test("jobs are in hand from their start until a while after their end, and none outlives its pool", () => {
  const events: WorkerEvents = new EventEmitter();
  const inHand = jobsInHand(clock);
  inHand.follow(events);
  const emit = (name: string, payload: object) => (events as EventEmitter).emit(name, payload);
  const [one, two] = ["one", "two"].map((id) => ({ workerPool: { id }, getActiveJob: () => ({ id: "3" }) }));
  const startedAt = clock.now();
  emit("pool:create", { workerPool: one?.workerPool });
  for (const id of ["1", "2", "3"]) emit("job:start", { worker: one, job: { id } });
  clock.advance(60_000);
  expect(inHand.jobIdsSince(clock.now())).toEqual(["1", "2", "3"]);
  const endedAt = clock.now();
  emit("job:complete", { worker: one, job: { id: "1" } });
  emit("worker:fatalError", { worker: one });
  expect(inHand.jobIdsSince(endedAt)).toEqual(["1", "2", "3"]);
  clock.advance(1);
  expect(inHand.jobIdsSince(clock.now())).toEqual(["2"]);
  expect(inHand.jobIdsSince(startedAt)).toEqual(["2"]);
  emit("pool:create", { workerPool: two?.workerPool });
  emit("job:start", { worker: two, job: { id: "4" } });
  emit("pool:release", { workerPool: one?.workerPool });
  expect(inHand.poolIds()).toEqual(["two"]);
  expect(inHand.jobIdsSince(startedAt)).toEqual(["4"]);
});

test("a worker that never beat at all is dead as well", async () => {
  const id = await aJobHeldBy("unheard of");
  clock.advance(30_000);
  await beatOnce(living(["living"]), deps);
  expect(await holderOf(id)).toBeNull();
});

test("heartbeats of long ago are forgotten", async () => {
  await beatOnce(living(["former"]), deps);
  clock.advance(2 * 86_400_000);
  await beatOnce(living(["present"]), deps);
  const { rows } = await deps.pool.query("select worker_id from worker_heartbeat");
  expect(rows).toEqual([{ worker_id: "present" }]);
});

test("a living worker does a job that a dead one held, once it is freed", async () => {
  await beatOnce(living(["dead"]), deps);
  await aJobHeldBy("dead");
  clock.advance(30_000);
  const worker = await openWorker(deps);
  try {
    await waitFor("the job is done", async () => {
      const { rows } = await deps.pool.query(
        "select 1 from graphile_worker._private_jobs where key is null and locked_by = 'dead'",
      );
      return rows.length === 0 ? true : undefined;
    });
  } finally {
    await worker.close();
  }
});
