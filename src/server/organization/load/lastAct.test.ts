import { afterAll, beforeAll, expect, test } from "vitest";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { setTarget } from "../../classifier/commands/changeClassifier";
import { classifierQuality } from "../../classifier/queries/classifierQuality";
import { recordAct } from "../commands/recordAct";

const world = await openTestWorld();
const { deps, clock } = world;

const aBank = (slug: string) =>
  anOrganization(
    {
      slug,
      teams: {},
      categories: {},
      reps: { boss: { role: "administrator" }, chief: { role: "administrator" } },
    },
    deps,
  );
let house: Awaited<ReturnType<typeof aBank>>;

beforeAll(async () => {
  house = await aBank("bank");
});
afterAll(() => world.close());

const pov = async (rep: "boss" | "chief") => (await house.viewer(rep)).pov;
const changed = async () => (await classifierQuality(await pov("boss"), deps)).targetChanged;
const sets = async (rep: "boss" | "chief", targetPrecision: number) =>
  setTarget(await pov(rep), { targetPrecision }, deps);
const nameOf = async (rep: "boss" | "chief") =>
  (await deps.db.selectFrom("party").select("name").where("id", "=", house.reps[rep].id).executeTakeFirstOrThrow())
    .name;

test("it says who changed the target last, and when; nobody while it is as it was at first", async () => {
  expect(await changed()).toBeNull();
  await sets("boss", 0.9);
  expect(await changed()).toEqual({ byName: await nameOf("boss"), at: clock.now() });
  clock.advance(60_000);
  await sets("chief", 0.95);
  expect(await changed()).toEqual({ byName: await nameOf("chief"), at: clock.now() });
  // Two at the same moment, as an undo makes them.
  await sets("boss", 0.9);
  expect(await changed()).toEqual({ byName: await nameOf("boss"), at: clock.now() });
});

test("other acts do not count, nor those of another organization", async () => {
  await sets("boss", 0.9);
  const before = await changed();
  clock.advance(60_000);
  await recordAct(
    await pov("chief"),
    { verb: "classifier_examples_exported", objectKind: "classifier", facts: {} },
    deps,
  );
  const id = deps.newId();
  await deps.looks.record(await pov("chief"), [{ kind: "sequence", id, sequenceId: id, right: "role" }], deps);
  const other = await aBank("other");
  await setTarget((await other.viewer("chief")).pov, { targetPrecision: 0.8 }, deps);
  expect(await changed()).toEqual(before);
});
