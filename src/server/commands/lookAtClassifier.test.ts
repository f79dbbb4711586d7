import { afterAll, beforeEach, expect, test } from "vitest";
import { anOrganization } from "@/testing/anOrganization";
import { fitMatters, importMatters } from "@/testing/classifierExamples";
import { openTestWorld } from "@/testing/openTestWorld";
import { runDueJobs } from "@/testing/runDueJobs";
import { classifierQuality } from "../queries/classifierQuality";
import { tryText } from "../queries/tryText";

const world = await openTestWorld();
const { deps } = world;
afterAll(() => world.close());

let number = 0;
let house: Awaited<ReturnType<typeof aBank>>;
const aBank = (slug: string) =>
  anOrganization(
    {
      slug,
      teams: { cards: {}, loans: {} },
      categories: { card: { team: "cards" }, loan: { team: "loans" }, login: {} },
      reps: { ana: { teams: ["cards"] }, boss: { role: "administrator" } },
    },
    deps,
  );

beforeEach(async () => {
  number += 1;
  house = await aBank(`bank${number}`);
});

const boss = async () => (await house.viewer("boss")).pov;
const quality = async () => classifierQuality(await boss(), deps);

test("with enough examples a first model is fitted by itself, is live, and says how good it is", async () => {
  const before = await quality();
  expect(before).toMatchObject({ live: null, exampleCount: 0, examplesNeeded: 40, stamp: 0, targetPrecision: 0.97 });

  await importMatters(await boss(), ["card", "loan"], deps, 15);
  await runDueJobs(deps);
  expect(await quality()).toMatchObject({ live: null, versions: [], exampleCount: 30, categoriesWithExamples: 2 });

  await fitMatters(await boss(), ["card", "loan", "login"], deps);
  const after = await quality();
  expect(after.live).toMatchObject({ version: 1, state: "live", reason: "first", exampleCount: 75, progress: 1 });
  expect(after.live?.accuracy).toBeGreaterThan(0.8);
  expect(after.fitting).toBeNull();
  expect(after.categories.map(({ name, exampleCount, mayDecide }) => [name, exampleCount, mayDecide])).toEqual([
    ["card", 25, true],
    ["loan", 25, true],
    ["login", 25, true],
  ]);
  const said = await tryText(await boss(), { text: "Hello, somebody stole my card!" }, deps);
  expect(said.likeliest[0]).toMatchObject({ categoryId: house.categories.card, name: "card" });
  expect(said.because).toContain("card");
});
