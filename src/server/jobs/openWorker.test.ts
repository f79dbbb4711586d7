import type { Pool, PoolClient } from "pg";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { importMatters } from "@/testing/scenes/classifierExamples";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { waitFor } from "@/testing/world/waitFor";
import { classifierQuality } from "../classifier/queries/classifierQuality";
import { openWorker } from "./openWorker";

const world = await openTestWorld();
const { deps, clock } = world;
afterAll(() => world.close());
afterEach(() => void vi.useRealTimers());

test("a worker fits what an import made due for each organization, and closes", async () => {
  const houses = await Promise.all(
    ["bank", "shop"].map((slug) =>
      anOrganization(
        { slug, teams: {}, categories: { card: {}, loan: {} }, reps: { boss: { role: "administrator" } } },
        deps,
      ),
    ),
  );
  const povs = await Promise.all(houses.map(async (house) => (await house.viewer("boss")).pov));
  for (const pov of povs) await importMatters(pov, ["card", "loan"], deps);
  const worker = await openWorker(deps);
  try {
    for (const pov of povs)
      await waitFor(
        "a first model is live",
        async () => (await classifierQuality(pov, deps)).live ?? undefined,
        40_000,
      );
  } finally {
    await worker.close();
  }
  for (const pov of povs) expect((await classifierQuality(pov, deps)).versions).toHaveLength(1);
}, 60_000);

test("the holder of a job beats, so that nobody takes a long job away from a living worker", async () => {
  const blocking = await deps.pool.connect();
  await blocking.query("begin");
  await blocking.query("lock table request in access exclusive mode");
  const worker = await openWorker(deps);
  try {
    await deps.pool.query("select graphile_worker.add_job('drainEverything', '{}'::json)");
    const holderId = await waitFor("the job is held", async () => {
      const { rows } = await deps.pool.query<{ locked_by: string }>(
        "select locked_by from graphile_worker._private_jobs where locked_by is not null",
      );
      return rows[0]?.locked_by;
    });
    await waitFor(
      "its holder beats",
      async () => {
        const { rowCount } = await deps.pool.query("select from worker_heartbeat where worker_id = $1", [holderId]);
        return rowCount || undefined;
      },
      15_000,
    );
  } finally {
    await blocking.query("rollback");
    blocking.release();
    await worker.close();
  }
}, 30_000);

test("while the ends of two jobs cannot be told, jobs go on in another runner, and both are done again (40)", async () => {
  for (const task of ["drainEverything", "markQuietBackchannels"])
    await deps.pool.query("select graphile_worker.add_job($1, '{}'::json)", [task]);
  const { pool, refused } = refusingTwice(deps.pool);
  const worker = await openWorker({ ...deps, pool });
  try {
    await waitFor("two ends could not be told", () => (refused() === 2 ? true : undefined));
    // What both held is free once it is old enough.
    clock.set(new Date(Date.now() + 3_600_000));
    await waitFor(
      "both jobs are done",
      async () => {
        const { rowCount } = await deps.pool.query("select from graphile_worker._private_jobs where attempts > 0");
        return rowCount === 0 ? true : undefined;
      },
      30_000,
    );
    await deps.pool.query("select graphile_worker.add_job('drainEverything', '{}'::json, job_key := 'after')");
    await waitFor("a new job is done", async () => {
      const { rowCount } = await deps.pool.query("select from graphile_worker._private_jobs where key = 'after'");
      return rowCount === 0 ? true : undefined;
    });
  } finally {
    await worker.close();
  }
}, 60_000);

test("after the clock was set back by an hour the regular jobs go on, and do not wait for an hour (40)", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2030-01-01T12:30:30Z") });
  await deps.pool.query(
    `insert into graphile_worker._private_known_crontabs values ('drainEverything', '2030-01-01', '2030-01-01 12:30+0')
     on conflict (identifier) do update set known_since = excluded.known_since, last_execution = excluded.last_execution`,
  );
  const lastRun = async () => {
    const { rows } = await deps.pool.query<{ at: Date | null }>(
      "select last_execution as at from graphile_worker._private_known_crontabs where identifier = 'drainEverything'",
    );
    return rows[0]?.at?.toISOString();
  };
  const ranAt = (at: string) =>
    waitFor(`the sweep of ${at} has run`, async () => ((await lastRun()) === at ? true : undefined), 15_000);
  const worker = await openWorker(deps);
  try {
    vi.setSystemTime("2030-01-01T11:30:59.900Z");
    await ranAt("2030-01-01T11:30:00.000Z");
    vi.setSystemTime("2030-01-01T11:31:00.100Z");
    await ranAt("2030-01-01T11:31:00.000Z");
  } finally {
    await worker.close();
  }
}, 30_000);

/**
 * A pool by which the ends of two jobs, one after the other, cannot be told, as while PostgreSQL is frozen: the second job
 * goes on once the end of the first is refused, and the worker stops listening once both are.
 */
function refusingTwice(pool: Pool): { pool: Pool; refused(): number } {
  let refused = 0;
  const refusals = [once(), once()];
  const watched = new WeakSet<PoolClient>();
  pool.on("acquire", (client) => {
    if (watched.has(client)) return;
    watched.add(client);
    const query = client.query.bind(client) as (...words: unknown[]) => unknown;
    const watching = (...words: unknown[]) => {
      const text = JSON.stringify(words[0]);
      const refusal = /delete from [^ ]*_private_jobs/.test(text) ? refusals[refused] : undefined;
      if (refusal) {
        refused += 1;
        // What waits goes on after the refusal was heard.
        setImmediate(refusal.pass);
        return Promise.reject(new Error("Connection terminated"));
      }
      const [first, second] = refusals;
      if (text.includes("mark_quiet_backchannels")) return first?.passed.then(() => query(...words));
      if (text.includes("UNLISTEN")) return second?.passed.then(() => query(...words));
      return query(...words);
    };
    Object.assign(client, { query: watching });
  });
  return { pool, refused: () => refused };
}

function once() {
  let pass = () => {};
  const passed = new Promise<void>((resolve) => {
    pass = resolve;
  });
  return { pass: () => pass(), passed };
}
