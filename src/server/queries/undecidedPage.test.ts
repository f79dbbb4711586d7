import { afterAll, beforeAll, expect, test } from "vitest";
import { anOrganization } from "@/testing/anOrganization";
import { aRequest } from "@/testing/aRequest";
import { fitMatters } from "@/testing/classifierExamples";
import { openTestWorld } from "@/testing/openTestWorld";
import { setSequenceCategory } from "../commands/changeSequence";
import { handOverRequest } from "../commands/handOverRequest";
import { undecidedPage } from "./undecidedPage";

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

test("what waits undecided is listed with its beginning and what it may be, until somebody labels it", async () => {
  const { sequenceId } = await odd("Umbrella ".repeat(60));
  const page = await undecided("boss");
  expect(idsOf(page)).toEqual([sequenceId]);
  const [request] = page.requests;
  expect(request?.beginning).toHaveLength(300);
  expect(request?.classification).toMatchObject({ isDecided: false });
  expect(request?.classification.likeliest).toHaveLength(3);
  const version = request?.version ?? 0;
  await setSequenceCategory(await pov("boss"), { sequenceId, version, categoryId: house.categories.card }, deps);
  expect(idsOf(await undecided("boss"))).toEqual([]);
});

test("what somebody else works on does not exist for an administrator who takes no part", async () => {
  const { sequenceId } = await odd("Zither");
  expect(idsOf(await undecided("boss"))).toContain(sequenceId);
  await handOverRequest(await pov("boss"), { sequenceId, to: { repId: house.reps.working.id } }, deps);
  expect(idsOf(await undecided("boss"))).not.toContain(sequenceId);
  expect(idsOf(await undecided("working"))).toContain(sequenceId);
  const looks = await deps.db.selectFrom("audit_entry").selectAll().where("verb", "=", "privileged_look").execute();
  expect(looks).toEqual([]);
});

test("what an administrator sees by the organization's rule alone leaves the trace of a look", async () => {
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
