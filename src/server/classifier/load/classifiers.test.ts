import { afterAll, beforeAll, expect, test } from "vitest";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { fitMatters, importMatters } from "@/testing/scenes/classifierExamples";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { classifiers } from "./classifiers";

const world = await openTestWorld();
const { deps } = world;

const aBank = (slug: string) =>
  anOrganization(
    {
      slug,
      teams: { cards: {} },
      categories: { card: { team: "cards" }, loan: {}, login: {} },
      reps: { boss: { role: "administrator" } },
    },
    deps,
  );
let house: Awaited<ReturnType<typeof aBank>>;

beforeAll(async () => {
  house = await aBank("bank");
  await fitMatters((await house.viewer("boss")).pov, ["card", "loan"], deps);
});
afterAll(() => world.close());

const boss = async () => (await house.viewer("boss")).pov;

async function stampNow(): Promise<number> {
  const { stamp } = await deps.db
    .selectFrom("classifier")
    .select("stamp")
    .where("organization_id", "=", house.id)
    .executeTakeFirstOrThrow();
  return stamp;
}

/** A pool that counts its queries, and can hold its answers back. */
function countingPool() {
  let asked = 0;
  let held: Promise<void> | null = null;
  const query = async (...given: unknown[]) => {
    asked += 1;
    await held;
    return Reflect.apply(deps.pool.query, deps.pool, given);
  };
  const pool: typeof deps.pool = Object.assign(Object.create(deps.pool), { query });
  return {
    pool,
    asked: () => asked,
    hold() {
      let letGo = () => {};
      held = new Promise((resolve) => {
        letGo = resolve;
      });
      return letGo;
    },
  };
}

test("an organization without a classifier costs no query, and neither does a known stamp", async () => {
  const { pool, asked } = countingPool();
  const kept = classifiers({ pool, log: deps.log });
  expect(await kept.of(house.id, 0)).toBeNull();
  expect(asked()).toBe(0);
  const stamp = await stampNow();
  expect(await kept.of(house.id, stamp)).toMatchObject({ version: 1 });
  const before = asked();
  for (let count = 0; count < 50; count += 1) await kept.of(house.id, stamp);
  expect(asked()).toBe(before);
});

test("many callers at once load the model once, and all get it", async () => {
  const { pool, asked } = countingPool();
  const kept = classifiers({ pool, log: deps.log });
  const stamp = await stampNow();
  const models = await Promise.all(Array.from({ length: 30 }, () => kept.of(house.id, stamp)));
  expect(new Set(models).size).toBe(1);
  expect(models[0]).toMatchObject({ version: 1 });
  expect(asked()).toBe(3);
});

test("the old model answers until another one is loaded and has learned", async () => {
  const { pool, hold } = countingPool();
  const kept = classifiers({ pool, log: deps.log });
  const old = await kept.of(house.id, await stampNow());
  await fitMatters(await boss(), ["login"], deps);
  const letGo = hold();
  expect(await kept.of(house.id, await stampNow())).toBe(old);
  expect(await kept.of(house.id, await stampNow())).toBe(old);
  letGo();
  expect(await kept.upToDate(house.id)).toMatchObject({ version: 2 });
  expect((await kept.of(house.id, await stampNow()))?.version).toBe(2);
});

test("callers wait for what this process has just learned, and new examples are learned in order", async () => {
  const { pool, hold } = countingPool();
  const kept = classifiers({ pool, log: deps.log });
  const live = await kept.of(house.id, await stampNow());
  const known = live?.model.exampleCounts.reduce((sum, count) => sum + count, 0) ?? 0;
  await deps.pool.query("select import_examples($1, $2, $3, $4, $5)", [
    ...[house.id, ["A wombat squeaks"], [house.categories.login], house.reps.boss.id, deps.clock.now()],
  ]);
  const letGo = hold();
  kept.look(house.id);
  const answer = kept.of(house.id, await stampNow());
  letGo();
  const taught = await answer;
  expect(taught?.model.exampleCounts.reduce((sum, count) => sum + count, 0)).toBe(known + 1);
});

test("an organization whose weights are unreadable has only its keywords, and others keep their models", async () => {
  const other = await aBank("other");
  await importMatters((await other.viewer("boss")).pov, ["card"], deps, 5);
  await deps.db
    .updateTable("classifier_model")
    .set({ weights: Buffer.from("nonsense") })
    .where("organization_id", "=", house.id)
    .where("state", "=", "live")
    .execute();
  const kept = classifiers({ pool: deps.pool, log: deps.log });
  expect(await kept.of(house.id, await stampNow())).toBeNull();
  expect(await kept.of(other.id, 1)).toBeNull();
});
