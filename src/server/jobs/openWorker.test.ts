import { afterAll, expect, test } from "vitest";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { importMatters } from "@/testing/scenes/classifierExamples";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { waitFor } from "@/testing/world/waitFor";
import { classifierQuality } from "../classifier/queries/classifierQuality";
import { openWorker } from "./openWorker";

const world = await openTestWorld();
const { deps } = world;
afterAll(() => world.close());

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

test("who holds a job beats, so that no job that takes long is taken away from the living", async () => {
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
