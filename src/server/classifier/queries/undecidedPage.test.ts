import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest } from "@/testing/scenes/aRequest";
import { fitMatters } from "@/testing/scenes/classifierExamples";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { setSequenceCategory } from "../../request/commands/changeSequence";
import { handOverRequest } from "../../request/commands/handOverRequest";
import { undecidedOf, undecidedPage } from "./undecidedPage";

const world = await openTestWorld();
const { deps } = world;

const aBank = () =>
  anOrganization(
    {
      slug: "bank",
      teams: { cards: {}, loans: {}, access: {} },
      categories: { card: { team: "cards" }, loan: { team: "loans" }, login: { team: "access" } },
      reps: {
        ana: { teams: ["cards"], capacity: 100 },
        boss: { role: "administrator" },
        working: { role: "administrator", teams: ["loans"], capacity: 100 },
      },
    },
    deps,
  );
let house: Awaited<ReturnType<typeof aBank>>;

beforeAll(async () => {
  house = await aBank();
  await fitMatters((await house.viewer("boss")).pov, ["card", "loan", "login"], deps);
});
afterAll(() => world.close());

const pov = async (rep: "ana" | "boss" | "working") => (await house.viewer(rep)).pov;
const undecided = async (rep: "boss" | "working", after?: string) =>
  undecidedPage(await pov(rep), after === undefined ? {} : { after }, deps);
const idsOf = ({ requests }: Awaited<ReturnType<typeof undecided>>) => requests.map(({ sequenceId }) => sequenceId);
const odd = (words: string) => aRequest(house, { body: `${words} code interest card` }, deps);

test("an undecided request is listed with its beginning and likely categories, until somebody labels it", async () => {
  const { sequenceId } = await odd("Umbrella ".repeat(60));
  const page = await undecided("boss");
  expect(idsOf(page)).toEqual([sequenceId]);
  const [request] = page.requests;
  expect(request?.beginning).toHaveLength(300);
  expect(request?.labels).toHaveLength(3);
  for (const { probability } of request?.labels ?? []) expect(probability).toBeGreaterThan(0);
  await setSequenceCategory(
    await pov("boss"),
    { sequenceId, seen: request?.categoryId ?? null, categoryId: house.categories.card },
    deps,
  );
  expect(idsOf(await undecided("boss"))).toEqual([]);
});

test("a request of somebody else does not exist for an administrator who takes no part", async () => {
  const { sequenceId } = await odd("Zither");
  expect(idsOf(await undecided("boss"))).toContain(sequenceId);
  await handOverRequest(await pov("boss"), { sequenceId, to: { repId: house.reps.working.id } }, deps);
  expect(idsOf(await undecided("boss"))).not.toContain(sequenceId);
  expect(idsOf(await undecided("working"))).toContain(sequenceId);
  const looks = await deps.db.selectFrom("audit_entry").selectAll().where("verb", "=", "privileged_look").execute();
  expect(looks).toEqual([]);
});

test("a request that an administrator sees by the organization's rule alone leaves the trace of a look", async () => {
  const { sequenceId } = await odd("Xylophone");
  await handOverRequest(await pov("boss"), { sequenceId, to: { repId: house.reps.working.id } }, deps);
  await deps.db.updateTable("organization").set({ member_view: "everything" }).where("id", "=", house.id).execute();
  expect(idsOf(await undecided("boss"))).toContain(sequenceId);
  const looks = await deps.db
    .selectFrom("audit_entry")
    .select(["actor_id", "object_id"])
    .where("verb", "=", "privileged_look")
    .where("object_id", "=", sequenceId)
    .execute();
  expect(looks).toEqual([{ actor_id: house.reps.boss.id, object_id: sequenceId }]);
  await deps.db.updateTable("organization").set({ member_view: "participants" }).where("id", "=", house.id).execute();
});

test("pages follow one another, newest first, and end", async () => {
  const made: string[] = [];
  for (let count = 0; count < 22; count += 1) made.unshift((await odd(`Number ${count} quokka`)).sequenceId);
  const first = await undecided("boss");
  expect(idsOf(first)).toEqual(made.slice(0, 20));
  const second = await undecided("boss", first.after ?? undefined);
  expect(idsOf(second).slice(0, 2)).toEqual(made.slice(20));
  expect(second.after).toBeNull();
});

const aNewBank = (slug: string) =>
  anOrganization(
    {
      slug,
      teams: { cards: {}, loans: {} },
      categories: {
        card: { team: "cards" },
        loan: { team: "loans" },
        old: { isRetired: true },
        login: {},
      },
      reps: { ana: { teams: ["cards"], capacity: 100 }, boss: { role: "administrator" } },
    },
    deps,
  );

test("before any model, all requests without a category are listed, with all categories in use as labels", async () => {
  const young = await aNewBank("young");
  const boss = (await young.viewer("boss")).pov;
  const page = (after?: string) => undecidedPage(boss, after === undefined ? {} : { after }, deps);
  const { sequenceId } = await aRequest(young, { body: "I lost my card at the shop" }, deps);
  await aRequest(young, { body: "Mine", categoryId: young.categories.card }, deps);
  const { requests } = await page();
  expect(requests).toMatchObject([{ sequenceId, beginning: "I lost my card at the shop", categoryId: null }]);
  expect(requests[0]?.labels).toEqual(
    (["card", "loan", "login"] as const).map((name) => ({
      categoryId: young.categories[name],
      name,
      probability: null,
    })),
  );
  const label = { sequenceId, seen: null, categoryId: young.categories.card };
  await setSequenceCategory(boss, label, deps);
  expect(await page()).toEqual({ requests: [], after: null });
});

test("without an answer of the classifier, only categories with none below them are offered", async () => {
  const deep = await aNewBank("deep");
  const below = { parent_id: deep.categories.card };
  await deps.db.updateTable("category").set(below).where("id", "=", deep.categories.login).execute();
  await aRequest(deep, { body: "Who is there?" }, deps);
  const { requests } = await undecidedPage((await deep.viewer("boss")).pov, {}, deps);
  expect(requests[0]?.labels.map(({ name }) => name)).toEqual(["loan", "login"]);
});

test("a first model also classifies the requests from before it, listed among those that it did not decide", async () => {
  const growing = await aNewBank("growing");
  const boss = (await growing.viewer("boss")).pov;
  const made: string[] = [];
  const ask = async (body: string) => made.unshift((await aRequest(growing, { body }, deps)).sequenceId);
  for (let count = 0; count < 15; count += 1) await ask(`Card ${count} at the shop`);
  await ask("?!?");
  await fitMatters(boss, ["card", "loan", "login"], deps);
  for (let count = 0; count < 15; count += 1) await ask(`Number ${count} quokka code interest card`);
  const first = await undecidedPage(boss, {}, deps);
  expect(first.requests.map(({ sequenceId }) => sequenceId)).toEqual(made.slice(0, 20));
  const second = await undecidedPage(boss, { after: first.after ?? "" }, deps);
  expect(second.requests.map(({ sequenceId }) => sequenceId)).toEqual(made.slice(20));
  expect(second.after).toBeNull();
  const [unheardOf, like] = first.requests.slice(15);
  expect(unheardOf).toMatchObject({ beginning: "?!?" });
  expect(unheardOf?.labels.map(({ probability }) => probability)).toEqual([null, null, null]);
  expect(like?.labels[0]).toMatchObject({ name: "card", probability: expect.any(Number) });
});

test("a request from before any model does not exist for an administrator who takes no part in it", async () => {
  const apart = await aNewBank("apart");
  const boss = (await apart.viewer("boss")).pov;
  const { sequenceId } = await aRequest(apart, { body: "Mine to work on" }, deps);
  await handOverRequest(boss, { sequenceId, to: { repId: apart.reps.ana.id } }, deps);
  expect((await undecidedPage(boss, {}, deps)).requests).toEqual([]);
  await deps.db.updateTable("organization").set({ member_view: "everything" }).where("id", "=", apart.id).execute();
  const seesAll = (await apart.viewer("boss")).pov;
  expect((await undecidedPage(seesAll, {}, deps)).requests).toMatchObject([{ sequenceId }]);
  const looks = await deps.db
    .selectFrom("audit_entry")
    .select(["actor_id", "object_id"])
    .where("verb", "=", "privileged_look")
    .where("organization_id", "=", apart.id)
    .execute();
  expect(looks).toEqual([{ actor_id: apart.reps.boss.id, object_id: sequenceId }]);
});

test("undecided requests are found by their indexes, however many requests have a category", async () => {
  const grown = await aNewBank("grown");
  const { sequenceId } = await aRequest(grown, { body: "Who is there?" }, deps);
  await sql`insert into sequence (id, organization_id, conversation_id, reference, subject, category_id, state, started_at)
    select gen_random_uuid(), organization_id, conversation_id, 'Filler ' || n, subject, ${grown.categories.card}, state, started_at
    from sequence, generate_series(1, 20000) n where id = ${sequenceId}`.execute(deps.db);
  await sql`analyze sequence`.execute(deps.db);
  const boss = (await grown.viewer("boss")).pov;
  const { rows } = await sql<{ "QUERY PLAN": string }>`explain ${undecidedOf(boss, { after: deps.newId() })}`.execute(
    deps.db,
  );
  const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
  for (const index of ["classification_undecided", "sequence_without_category"]) expect(plan).toContain(index);
  expect(plan).not.toContain("Seq Scan on sequence");
  expect((await undecidedPage(boss, {}, deps)).requests).toMatchObject([{ sequenceId }]);
});
