import { afterAll, beforeEach, expect, test } from "vitest";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest } from "@/testing/scenes/aRequest";
import { csvOf, fitMatters, importMatters } from "@/testing/scenes/classifierExamples";
import { storedRequest } from "@/testing/scenes/storedRequest";
import { openTestDeps, openTestWorld } from "@/testing/world/openTestWorld";
import { untilSomebodyWaits } from "@/testing/world/racing";
import { runDueJobs } from "@/testing/world/runDueJobs";
import { postMessage } from "../../conversation/commands/postMessage";
import { setSequenceCategory } from "../../request/commands/changeSequence";
import { classifierQuality } from "../queries/classifierQuality";
import { examplePage } from "../queries/examplePage";
import { tryText } from "../queries/tryText";
import { fitByHand } from "./changeClassifier";
import { importExamples } from "./importExamples";
import { RESTORABLE_MS, removeExamples, restoreExamples } from "./removeExamples";

const world = await openTestWorld();
const { deps, clock } = world;
afterAll(() => world.close());

let number = 0;
let house: Awaited<ReturnType<typeof aBank>>;
const aBank = (slug: string) =>
  anOrganization(
    {
      slug,
      teams: { cards: {}, loans: {} },
      categories: { card: { team: "cards" }, loan: { team: "loans" }, login: { team: "loans" } },
      reps: {
        ana: { teams: ["cards", "loans"], capacity: 100 },
        boss: { role: "administrator" },
        working: { role: "administrator", teams: ["cards", "loans"], availability: "offline", capacity: 100 },
      },
    },
    deps,
  );

beforeEach(async () => {
  number += 1;
  house = await aBank(`bank${number}`);
});

const pov = async (rep: "ana" | "boss" | "working") => (await house.viewer(rep)).pov;
const rowsOf = (table: "classifier_example" | "classifier_removal") =>
  deps.db.selectFrom(table).selectAll().where("organization_id", "=", house.id).orderBy("number").execute();
const numbersOf = async (words: string) => {
  const { examples } = await examplePage(await pov("boss"), { categoryId: house.categories.card, words }, deps);
  return examples.map((example) => example.number);
};
const actsOf = (verb: string) =>
  deps.db
    .selectFrom("audit_entry")
    .select(["actor_id", "facts"])
    .where("organization_id", "=", house.id)
    .where("verb", "=", verb)
    .execute();
const importsQuokka = async () =>
  importExamples(await pov("boss"), csvOf([["The quokka squeaks in the attic", "card"]]), deps);
const likelihood = async () =>
  (await tryText(await pov("boss"), { text: "Quokka in the attic" }, deps)).likeliest.find(
    ({ name }) => name === "card",
  )?.probability ?? 0;

/** A request of Ana's with the category that she set. */
async function labelled(category: "card" | "loan" = "card") {
  const request = await aRequest(house, { body: "Wombats everywhere", categoryId: house.categories.loan }, deps);
  await labels(request.sequenceId, category);
  return request;
}

async function labels(sequenceId: string, category: "card" | "loan" | null) {
  const { category_id: seen } = await storedRequest(sequenceId, deps);
  const categoryId = category === null ? null : house.categories[category];
  await setSequenceCategory(await pov("ana"), { sequenceId, seen, categoryId }, deps);
}

async function exampleOf(sequenceId: string) {
  return deps.db.selectFrom("classifier_example").selectAll().where("sequence_id", "=", sequenceId).executeTakeFirst();
}

/** Removes the example of a request, as an administrator who sees everything. */
async function removesExampleOf(sequenceId: string) {
  const example = await exampleOf(sequenceId);
  const seesAll = { ...(await pov("boss")), memberView: "everything" as const };
  return removeExamples(seesAll, { numbers: [example?.number ?? 0] }, deps);
}

test("a removed example is in no count or page, is recorded, and is forgotten by the next fit", async () => {
  await fitMatters(await pov("boss"), ["card", "loan"], deps);
  await importsQuokka();
  const numbers = await numbersOf("quokka");
  const before = await likelihood();
  expect(await removeExamples(await pov("boss"), { numbers }, deps)).toEqual({ numbers });
  expect(await actsOf("classifier_examples_removed")).toEqual([{ actor_id: house.reps.boss.id, facts: { numbers } }]);
  expect(await numbersOf("quokka")).toEqual([]);
  expect(await classifierQuality(await pov("boss"), deps)).toMatchObject({ exampleCount: 50 });
  // The live model knows it until the next fit.
  expect(await likelihood()).toBe(before);
  await fitByHand(await pov("boss"), deps);
  await runDueJobs(deps);
  expect((await classifierQuality(await pov("boss"), deps)).live).toMatchObject({ version: 2, exampleCount: 50 });
  expect(await likelihood()).not.toBe(before);
});

test("removing a tenth of the examples makes a fit due", async () => {
  await fitMatters(await pov("boss"), ["card", "loan"], deps);
  const numbers = (await rowsOf("classifier_example")).map((example) => example.number);
  await removeExamples(await pov("boss"), { numbers: numbers.slice(0, 4) }, deps);
  await runDueJobs(deps);
  expect((await classifierQuality(await pov("boss"), deps)).live).toMatchObject({ version: 1 });
  await removeExamples(await pov("boss"), { numbers: numbers.slice(4, 5) }, deps);
  await runDueJobs(deps);
  expect((await classifierQuality(await pov("boss"), deps)).live).toMatchObject({ version: 2, exampleCount: 45 });
});

test("taking a removal back leaves the examples and the model as they were", async () => {
  await fitMatters(await pov("boss"), ["card", "loan"], deps);
  await importsQuokka();
  const [before, likely] = [await rowsOf("classifier_example"), await likelihood()];
  const numbers = [...(await numbersOf("quokka")), ...(await numbersOf("stolen"))].sort((a, b) => a - b);
  await removeExamples(await pov("boss"), { numbers }, deps);
  expect(await restoreExamples(await pov("boss"), { numbers }, deps)).toEqual({ numbers });
  expect(await rowsOf("classifier_example")).toEqual(before);
  expect(await rowsOf("classifier_removal")).toEqual([]);
  expect(await likelihood()).toBe(likely);
  expect(await actsOf("classifier_examples_restored")).toEqual([{ actor_id: house.reps.boss.id, facts: { numbers } }]);
});

test("an example that a fit has forgotten comes back as a new one, and is learned at once", async () => {
  await fitMatters(await pov("boss"), ["card", "loan"], deps);
  await importsQuokka();
  const numbers = await numbersOf("quokka");
  await removeExamples(await pov("boss"), { numbers }, deps);
  await fitByHand(await pov("boss"), deps);
  await runDueJobs(deps);
  const unlearnt = await likelihood();
  await restoreExamples(await pov("boss"), { numbers }, deps);
  const [anew] = await numbersOf("quokka");
  expect(anew).toBeGreaterThan(numbers[0] ?? 0);
  expect(await likelihood()).not.toBe(unlearnt);
});

test("an example that comes back while a fit runs is learned on top of that fit, which may leave it out", async () => {
  await fitMatters(await pov("boss"), ["card", "loan"], deps);
  const numbers = await numbersOf("stolen");
  await removeExamples(await pov("boss"), { numbers }, deps);
  await fitByHand(await pov("boss"), deps);
  await restoreExamples(await pov("boss"), { numbers }, deps);
  for (const each of await numbersOf("stolen")) expect(each).toBeGreaterThan(Math.max(...numbers));
});

test("a process that begins between removal and fit answers like those that have learned the example", async () => {
  await fitMatters(await pov("boss"), ["card", "loan"], deps);
  await importsQuokka();
  const likely = await likelihood();
  await removeExamples(await pov("boss"), { numbers: await numbersOf("quokka") }, deps);
  const elsewhere = openTestDeps(world.databaseUrl, clock);
  const there = await tryText(await pov("boss"), { text: "Quokka in the attic" }, elsewhere.deps);
  await elsewhere.close();
  expect(there.likeliest.find(({ name }) => name === "card")?.probability).toBe(likely);
});

test("the same label does not make a removed request an example again, in whatever way it is given", async () => {
  const { sequenceId, interactionId } = await labelled("card");
  await removesExampleOf(sequenceId);
  const { stamp } = await classifierQuality(await pov("boss"), deps);
  await labels(sequenceId, "card");
  expect(await exampleOf(sequenceId)).toBeUndefined();
  expect(await classifierQuality(await pov("boss"), deps)).toMatchObject({ stamp });
  await labels(sequenceId, null);
  await labels(sequenceId, "card");
  expect(await exampleOf(sequenceId)).toBeUndefined();
  const answer = { clientId: deps.newId(), body: "Caught it", expectedAudience: "customer" as const };
  await postMessage(await pov("ana"), { ...answer, interactionId, thenState: "closed" }, deps);
  expect(await exampleOf(sequenceId)).toBeUndefined();
});

test("a label that waits for a removal to be committed does not bring it back", async () => {
  const { sequenceId } = await labelled("loan");
  const { number: removed } = await deps.db
    .updateTable("classifier_example")
    // Make it the customer's own pick, which a rep's label outweighs.
    .set({ category_id: house.categories.card, weight: 0.5, source: "customer" })
    .where("sequence_id", "=", sequenceId)
    .returning("number")
    .executeTakeFirstOrThrow();
  const removing = await deps.pool.connect();
  await removing.query("begin");
  await removing.query("select remove_examples($1, $2, $3, $4)", [
    ...[house.id, [removed], house.reps.boss.id, clock.now()],
  ]);
  const labelling = labels(sequenceId, "card");
  await untilSomebodyWaits(deps);
  await removing.query("commit");
  removing.release();
  await labelling;
  expect(await exampleOf(sequenceId)).toBeUndefined();
});

test("another label makes a new example, which goes when the request gets the removed label again", async () => {
  const { sequenceId } = await labelled("card");
  await removesExampleOf(sequenceId);
  await labels(sequenceId, "loan");
  expect(await exampleOf(sequenceId)).toMatchObject({ category_id: house.categories.loan, source: "rep" });
  await labels(sequenceId, "card");
  expect(await exampleOf(sequenceId)).toBeUndefined();
});

test("another label that was given meanwhile stands when the removal is taken back", async () => {
  const { sequenceId } = await labelled("card");
  const { numbers } = await removesExampleOf(sequenceId);
  await labels(sequenceId, "loan");
  await expect(restoreExamples(await pov("boss"), { numbers }, deps)).rejects.toMatchObject({ code: "not_found" });
  expect(await exampleOf(sequenceId)).toMatchObject({ category_id: house.categories.loan });
});

test("a removal leaves the known category of a request, by which live precision is measured", async () => {
  await fitMatters(await pov("boss"), ["card", "loan"], deps);
  const { sequenceId } = await aRequest(house, { body: "Zebra umbrella interest card" }, deps);
  const { category_id: seen } = await storedRequest(sequenceId, deps);
  const boss = await pov("boss");
  await setSequenceCategory(boss, { sequenceId, seen, categoryId: house.categories.card }, deps);
  await removesExampleOf(sequenceId);
  const said = await deps.db
    .selectFrom("classification")
    .select(["true_category_id", "known_by"])
    .where("sequence_id", "=", sequenceId)
    .executeTakeFirst();
  expect(said).toEqual({ true_category_id: house.categories.card, known_by: "rep" });
});

test("examples that an administrator may not read do not exist for them, alone or among others", async () => {
  const { sequenceId } = await labelled("card");
  const unseen = (await exampleOf(sequenceId))?.number ?? 0;
  await expect(removeExamples(await pov("boss"), { numbers: [unseen] }, deps)).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await actsOf("classifier_examples_removed")).toEqual([]);
  await importsQuokka();
  const seen = await numbersOf("quokka");
  expect(await removeExamples(await pov("boss"), { numbers: [unseen, ...seen] }, deps)).toEqual({ numbers: seen });
  expect(await exampleOf(sequenceId)).toBeDefined();
});

test("only the administrator who removed an example can take that back, within ten minutes", async () => {
  await importMatters(await pov("boss"), ["card"], deps, 3);
  const [first, second, third] = (await rowsOf("classifier_example")).map((example) => example.number);
  const numbers = [first ?? 0, second ?? 0];
  await removeExamples(await pov("boss"), { numbers }, deps);
  const refused = { code: "not_found" };
  await expect(restoreExamples(await pov("working"), { numbers }, deps)).rejects.toMatchObject(refused);
  await expect(restoreExamples(await pov("boss"), { numbers: [third ?? 0] }, deps)).rejects.toMatchObject(refused);
  const stranger = { ...(await pov("boss")), organizationId: (await aBank(`strange${number}`)).id };
  await expect(removeExamples(stranger, { numbers: [third ?? 0] }, deps)).rejects.toMatchObject(refused);
  await expect(restoreExamples(stranger, { numbers }, deps)).rejects.toMatchObject(refused);
  clock.advance(RESTORABLE_MS);
  await expect(restoreExamples(await pov("boss"), { numbers }, deps)).rejects.toMatchObject(refused);
});

test("a text is forgotten once nothing can bring it back or learn it, but not that it was removed from a request", async () => {
  const { sequenceId } = await labelled("card");
  await removesExampleOf(sequenceId);
  await fitMatters(await pov("boss"), ["card", "loan"], deps);
  await importsQuokka();
  await removeExamples(await pov("boss"), { numbers: await numbersOf("quokka") }, deps);
  const texts = async () => (await rowsOf("classifier_removal")).map(({ text }) => text);
  clock.advance(RESTORABLE_MS);
  await runDueJobs(deps);
  // The live model was fitted before the second removal, so a process that begins now would still learn that example.
  expect(await texts()).toEqual(["", "The quokka squeaks in the attic"]);
  await fitByHand(await pov("boss"), deps);
  await runDueJobs(deps);
  await fitByHand(await pov("boss"), deps);
  await runDueJobs(deps);
  expect(await texts()).toEqual([""]);
  await labels(sequenceId, "card");
  expect(await exampleOf(sequenceId)).toBeUndefined();
});
