import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Transaction } from "@/server/db/transact";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { openTestDeps, openTestWorld } from "@/testing/world/openTestWorld";
import { changeConfiguration } from "./changeConfiguration";

const world = await openTestWorld();
const { deps, clock } = world;
/** Another process of the same deployment. */
const other = openTestDeps(world.databaseUrl, clock);

const aBank = (slug: string) =>
  anOrganization(
    { slug, teams: { cards: {} }, categories: { lost: { team: "cards" } }, reps: { boss: { role: "administrator" } } },
    deps,
  );
let house: Awaited<ReturnType<typeof aBank>>;
let neighbour: Awaited<ReturnType<typeof aBank>>;
beforeAll(async () => {
  house = await aBank("bank");
  neighbour = await aBank("neighbour");
});
beforeEach(async () => {
  await deps.db.deleteFrom("audit_entry").execute();
  await deps.db.updateTable("category").set({ name: "lost" }).where("id", "=", house.categories.lost).execute();
});
afterAll(async () => {
  await other.close();
  await world.close();
});

const by = async () => (await house.viewer("boss")).pov;
const versionOf = async ({ id }: { id: string }) =>
  (await deps.db.selectFrom("organization").select("config_version").where("id", "=", id).executeTakeFirstOrThrow())
    .config_version;
const acts = () => deps.db.selectFrom("audit_entry").select(["verb", "actor_id", "facts", "at"]).execute();
const nameFor = async ({ configurations }: typeof deps) =>
  (await configurations.of(house.id)).categories.get(house.categories.lost)?.name;
const storedName = async () =>
  (
    await deps.db
      .selectFrom("category")
      .select("name")
      .where("id", "=", house.categories.lost)
      .executeTakeFirstOrThrow()
  ).name;

/** Appends to the name of the category: of two changes at once neither may get lost. */
async function lengthen(by: string, { prisma }: Transaction) {
  const where = { id: house.categories.lost };
  const { name } = await prisma.category.findUniqueOrThrow({ where, select: { name: true } });
  await prisma.category.update({ where, data: { name: `${name}${by}` } });
  return { act: { verb: "category_renamed", objectKind: "category" as const, facts: { by } }, result: `${name}${by}` };
}

test("the change, its audit entry and the version appear together, and every process sees the new one", async () => {
  const before = await versionOf(house);
  const others = await versionOf(neighbour);
  expect([await nameFor(deps), await nameFor(other.deps)]).toEqual(["lost", "lost"]);
  expect(await changeConfiguration(await by(), (tx) => lengthen("!", tx), deps)).toBe("lost!");
  expect([await nameFor(deps), await nameFor(other.deps)]).toEqual(["lost!", "lost!"]);
  expect(await versionOf(house)).toBe(before + 1);
  expect(await versionOf(neighbour)).toBe(others);
  expect(await acts()).toEqual([
    { verb: "category_renamed", actor_id: house.reps.boss.id, facts: { by: "!" }, at: clock.now() },
  ]);
});

test("many changes at once, from two processes, each decide on what the one before left", async () => {
  const before = await versionOf(house);
  const pov = await by();
  const letters = ["a", "b", "c", "d", "e", "f"];
  await Promise.all(
    letters.map((letter, index) =>
      changeConfiguration(pov, (tx) => lengthen(letter, tx), index % 2 === 0 ? deps : other.deps),
    ),
  );
  const name = (await nameFor(deps)) ?? "";
  expect([...name.slice("lost".length)].sort()).toEqual(letters);
  expect(await nameFor(other.deps)).toBe(name);
  expect(await versionOf(house)).toBe(before + letters.length);
  expect((await acts()).map(({ facts }) => (facts as { by: string }).by).sort()).toEqual(letters);
});

test("nothing remains when the change fails, when the audit fails, or when something fails after both", async () => {
  const before = await versionOf(house);
  const pov = await by();
  const failing = changeConfiguration(
    pov,
    async (tx) => {
      await lengthen("?", tx);
      throw new Error("changed my mind");
    },
    deps,
  );
  await expect(failing).rejects.toThrow("changed my mind");
  // The audit refuses an actor who does not exist.
  const byNobody = changeConfiguration({ ...pov, partyId: deps.newId() }, (tx) => lengthen("?", tx), deps);
  await expect(byNobody).rejects.toMatchObject({ code: "P2003" });
  expect([await storedName(), await versionOf(house), await acts()]).toEqual(["lost", before, []]);
});

test("a change that changes nothing leaves no audit entry, and the known configuration stays", async () => {
  const known = await deps.configurations.of(house.id);
  expect(await changeConfiguration(await by(), async () => ({ act: null, result: "as it was" }), deps)).toBe(
    "as it was",
  );
  expect(await acts()).toEqual([]);
  expect(await deps.configurations.of(house.id)).toBe(known);
});
