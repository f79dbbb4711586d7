import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest } from "@/testing/scenes/aRequest";
import { csvOf } from "@/testing/scenes/classifierExamples";
import { storedRequest } from "@/testing/scenes/storedRequest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { setSequenceCategory } from "../../request/commands/changeSequence";
import { importExamples } from "../commands/importExamples";
import { examplePage, examplesOf } from "./examplePage";

const world = await openTestWorld();
const { deps } = world;

const aBank = () =>
  anOrganization(
    {
      slug: "bank",
      teams: { cards: {} },
      categories: { card: { team: "cards" }, loan: {}, old: { isRetired: true } },
      reps: { ana: { teams: ["cards"], capacity: 100 }, boss: { role: "administrator" } },
    },
    deps,
  );
let house: Awaited<ReturnType<typeof aBank>>;

beforeAll(async () => {
  house = await aBank();
  const rows = Array.from({ length: 22 }, (_, index) => [`Text ${index + 1} of a Card`, "card"] as const);
  await importExamples((await house.viewer("boss")).pov, csvOf([...rows, ["Interest 100%", "loan"]]), deps);
});
afterAll(() => world.close());

const boss = async () => (await house.viewer("boss")).pov;
const page = async (asked: { words?: string; after?: number; category?: "card" | "loan" | "old" } = {}) => {
  const { category = "card", ...rest } = asked;
  return examplePage(await boss(), { categoryId: house.categories[category], ...rest }, deps);
};
const textsOf = ({ examples }: Awaited<ReturnType<typeof page>>) => examples.map(({ text }) => text);

test("the pages of a category's examples are in order, newest first, and end", async () => {
  const first = await page();
  expect(first.category).toEqual({ id: house.categories.card, name: "card", isRetired: false });
  expect(textsOf(first)).toEqual(Array.from({ length: 20 }, (_, index) => `Text ${22 - index} of a Card`));
  expect(first.examples[0]).toMatchObject({ source: "import", request: null });
  const second = await page({ after: first.after ?? 0 });
  expect(textsOf(second)).toEqual(["Text 2 of a Card", "Text 1 of a Card"]);
  expect(second.after).toBeNull();
});

test("a search finds texts with all its words, in any case, and takes every character literally", async () => {
  expect(textsOf(await page({ words: "  CARD text 21 " }))).toEqual(["Text 21 of a Card"]);
  expect(textsOf(await page({ words: "21 loan" }))).toEqual([]);
  expect(textsOf(await page({ words: "100%", category: "loan" }))).toEqual(["Interest 100%"]);
  expect(textsOf(await page({ words: "%" }))).toEqual([]);
  expect(textsOf(await page({ words: "T_xt" }))).toEqual([]);
});

test("a retired category still shows its examples, and an unknown one is not found", async () => {
  expect(await page({ category: "old" })).toMatchObject({ category: { isRetired: true }, examples: [] });
  const asked = examplePage(await boss(), { categoryId: deps.newId() }, deps);
  await expect(asked).rejects.toMatchObject({ code: "not_found" });
});

test("examples of visible requests are shown, and those seen by the organization's rule leave the trace of a look", async () => {
  const { sequenceId } = await aRequest(
    house,
    { body: "Kookaburra on my card", categoryId: house.categories.card },
    deps,
  );
  const { category_id: seen, reference } = {
    ...(await storedRequest(sequenceId, deps)),
    ...(await deps.db
      .selectFrom("sequence")
      .select("reference")
      .where("id", "=", sequenceId)
      .executeTakeFirstOrThrow()),
  };
  const ana = (await house.viewer("ana")).pov;
  await setSequenceCategory(ana, { sequenceId, seen, categoryId: house.categories.card }, deps);
  expect(textsOf(await page({ words: "kookaburra" }))).toEqual([]);
  await deps.db.updateTable("organization").set({ member_view: "everything" }).where("id", "=", house.id).execute();
  const looks = () =>
    deps.db.selectFrom("audit_entry").select(["actor_id", "object_id"]).where("verb", "=", "privileged_look").execute();
  // A search leaves no trace of requests that it does not find.
  await page({ words: "interest" });
  expect(await looks()).toEqual([]);
  const { examples } = await page({ words: "kookaburra" });
  expect(examples).toMatchObject([{ source: "rep", request: { sequenceId, reference } }]);
  expect(await looks()).toEqual([{ actor_id: house.reps.boss.id, object_id: sequenceId }]);
  await deps.db.updateTable("organization").set({ member_view: "participants" }).where("id", "=", house.id).execute();
});

test("a page is read by the index of its category, without scanning the organization's other examples", async () => {
  await sql`insert into classifier_example (organization_id, number, category_id, text, source, at)
    select ${house.id}, 1000 + n, case when n % 5 = 0 then ${house.categories.loan}::uuid else ${house.categories.card}::uuid end,
      'Filler ' || n, 'import', now() from generate_series(1, 20000) n`.execute(deps.db);
  await sql`analyze classifier_example`.execute(deps.db);
  const asked = { categoryId: house.categories.loan, words: "filler" };
  const { rows } = await sql<{ "QUERY PLAN": string }>`explain ${examplesOf(await boss(), asked)}`.execute(deps.db);
  const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
  expect(plan).toContain("classifier_example_organization_id_category_id_number_idx");
  expect(plan).not.toContain("Seq Scan on classifier_example");
});
