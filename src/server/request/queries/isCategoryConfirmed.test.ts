import { afterAll, beforeAll, expect, test } from "vitest";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest, type TestRequest } from "@/testing/scenes/aRequest";
import { fitMatters } from "@/testing/scenes/classifierExamples";
import { storedRequest } from "@/testing/scenes/storedRequest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { removeExamples } from "../../classifier/commands/removeExamples";
import { postMessage } from "../../conversation/commands/postMessage";
import { pickCategory } from "../../customer/commands/pickCategory";
import { setSequenceCategory } from "../commands/changeSequence";
import { handOverRequest } from "../commands/handOverRequest";
import { sequenceView } from "./sequenceView";

const world = await openTestWorld();
const { deps } = world;

const aBank = () =>
  anOrganization(
    {
      slug: "bank",
      teams: { cards: {}, loans: {} },
      categories: { card: { team: "cards" }, loan: { team: "loans", keywords: ["credit"] } },
      reps: {
        ana: { teams: ["cards", "loans"], capacity: 100 },
        late: { teams: [], capacity: 100 },
        boss: { role: "administrator" },
      },
    },
    deps,
  );
let house: Awaited<ReturnType<typeof aBank>>;

beforeAll(async () => {
  house = await aBank();
});
afterAll(() => world.close());

const pov = async (rep: "ana" | "late" | "boss") => (await house.viewer(rep)).pov;
const shown = async (sequenceId: string, rep: "ana" | "late" = "ana") => sequenceView(await pov(rep), sequenceId, deps);
const isConfirmed = async (sequenceId: string) => (await shown(sequenceId)).isCategoryConfirmed;

async function sets(sequenceId: string, category: "card" | "loan" | null, rep: "ana" | "late" | "boss" = "ana") {
  const { category_id: seen } = await storedRequest(sequenceId, deps);
  const categoryId = category === null ? null : house.categories[category];
  await setSequenceCategory(await pov(rep), { sequenceId, seen, categoryId }, deps);
}

async function completes({ interactionId }: TestRequest) {
  const answer = { interactionId, clientId: deps.newId(), body: "Done", expectedAudience: "customer" as const };
  await postMessage(await pov("ana"), { ...answer, thenState: "closed" }, deps);
}

test("a category found by a keyword is confirmed once a rep says that it is right, until it is taken away", async () => {
  const { sequenceId } = await aRequest(house, { body: "A credit, please" }, deps);
  expect(await storedRequest(sequenceId, deps)).toMatchObject({ category_source: "rule" });
  expect(await isConfirmed(sequenceId)).toBe(false);
  await sets(sequenceId, "loan");
  expect(await isConfirmed(sequenceId)).toBe(true);
  await sets(sequenceId, null);
  expect(await isConfirmed(sequenceId)).toBe(false);
});

test("completing an answered request confirms its category, even if its example is removed later", async () => {
  const completed = await aRequest(house, { body: "Another credit, please" }, deps);
  const { sequenceId } = completed;
  await completes(completed);
  expect(await isConfirmed(sequenceId)).toBe(true);
  const { number } = await deps.db
    .selectFrom("classifier_example")
    .select("number")
    .where("sequence_id", "=", sequenceId)
    .executeTakeFirstOrThrow();
  await removeExamples({ ...(await pov("boss")), memberView: "everything" }, { numbers: [number] }, deps);
  expect(await isConfirmed(sequenceId)).toBe(true);
});

test("a customer's pick confirms nothing until their request is completed under it", async () => {
  const picked = await aRequest(house, { body: "Quince" }, deps);
  await pickCategory(picked.contactId, { categoryId: house.categories.card }, deps);
  expect(await storedRequest(picked.sequenceId, deps)).toMatchObject({ category_source: "customer" });
  expect(await isConfirmed(picked.sequenceId)).toBe(false);
  await completes(picked);
  expect(await isConfirmed(picked.sequenceId)).toBe(true);
});

test("the known truth about the classifier's answer confirms that category and no other", async () => {
  await fitMatters(await pov("boss"), ["card", "loan"], deps);
  const completed = await aRequest(house, { body: "Zebra umbrella credit for a card" }, deps);
  await completes(completed);
  const { sequenceId } = completed;
  const said = await deps.db
    .updateTable("classification")
    .set({ known_by: "routing" })
    .where("sequence_id", "=", sequenceId)
    .returning("true_category_id")
    .executeTakeFirstOrThrow();
  // A request whose first message has no words is no example of any category.
  await deps.db.deleteFrom("classifier_example").where("sequence_id", "=", sequenceId).execute();
  expect((await shown(sequenceId)).categoryId).toBe(said.true_category_id);
  expect(await isConfirmed(sequenceId)).toBe(true);
  const other = said.true_category_id === house.categories.loan ? house.categories.card : house.categories.loan;
  await deps.db
    .updateTable("classification")
    .set({ true_category_id: other })
    .where("sequence_id", "=", sequenceId)
    .execute();
  expect(await isConfirmed(sequenceId)).toBe(false);
});

test("a rep who gets the request is told that its category is right, but not who said so", async () => {
  const { sequenceId } = await aRequest(house, { body: "Quokka" }, deps);
  await sets(sequenceId, "card", "boss");
  const told = await shown(sequenceId);
  expect(told).toMatchObject({ categoryId: house.categories.card, isCategoryConfirmed: true });
  const { id, email } = house.reps.boss;
  for (const trace of [id, email, "boss"]) expect(JSON.stringify(told)).not.toContain(trace);
});

test("a rep who left before it was confirmed is told nothing of it", async () => {
  const { sequenceId } = await aRequest(house, { body: "Credit for a wombat" }, deps);
  await handOverRequest(await pov("ana"), { sequenceId, to: { repId: house.reps.late.id } }, deps);
  const before = await shown(sequenceId);
  await sets(sequenceId, "loan", "late");
  expect((await shown(sequenceId, "late")).isCategoryConfirmed).toBe(true);
  expect(await shown(sequenceId)).toEqual(before);
});
