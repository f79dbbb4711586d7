import { afterAll, beforeAll, expect, test } from "vitest";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest } from "@/testing/scenes/aRequest";
import { respondersOf, storedRequest, usedBy, wordsOf } from "@/testing/scenes/storedRequest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { runDueJobs } from "@/testing/world/runDueJobs";
import { escalateRequest } from "./escalateRequest";
import { handOverRequest } from "./handOverRequest";
import { takeRequest } from "./takeRequest";

const world = await openTestWorld();
const { deps } = world;

let house: Awaited<ReturnType<typeof aHouse>>;
let strangers: Awaited<ReturnType<typeof aHouse>>;

function aHouse(slug: string) {
  return anOrganization(
    {
      slug,
      teams: { cards: {}, loans: {}, lone: {} },
      categories: { card: { team: "cards", keywords: ["card"] }, lonely: { team: "lone", keywords: ["lonely"] } },
      reps: {
        ana: { teams: ["cards"], capacity: 50 },
        ben: { teams: ["cards"], capacity: 3, availability: "busy" },
        lea: { teams: ["loans"], capacity: 50 },
        otto: { teams: ["lone"], capacity: 50 },
        head: { role: "supervisor", teams: ["cards"], supervises: ["cards"], capacity: 1, availability: "busy" },
      },
    },
    deps,
  );
}

beforeAll(async () => {
  house = await aHouse("bank");
  strangers = await aHouse("shop");
});
afterAll(() => world.close());

const povOf = async (name: "ana" | "ben" | "lea" | "otto" | "head") => (await house.viewer(name)).pov;
const cardRequest = () => aRequest(house, { body: "My card" }, deps);
const headOf = async (listId: string) =>
  (await deps.db.selectFrom("pov_list").select("head").where("party_id", "=", listId).executeTakeFirst())?.head ?? 0;

async function be(name: "ben" | "head", availability: "available" | "busy", used?: number) {
  const load = { availability, ...(used === undefined ? {} : { used }) };
  await deps.db.updateTable("rep_load").set(load).where("rep_id", "=", house.reps[name].id).execute();
}

test("a rep who is handed a request gets its history, and the customer is told nothing (O8, P8)", async () => {
  const { sequenceId, interactionId, contactId } = await cardRequest();
  const [anasUse, bensUse, told] = [await usedBy(house.reps.ana.id, deps), 0, await headOf(contactId)];
  await be("ben", "available", bensUse);
  await handOverRequest(await povOf("ana"), { sequenceId, to: { repId: house.reps.ben.id } }, deps);
  expect(await storedRequest(sequenceId, deps)).toMatchObject({ state: "assigned", assigned_to_id: house.reps.ben.id });
  expect(await respondersOf(interactionId, deps)).toEqual([house.reps.ben.id]);
  expect([await usedBy(house.reps.ana.id, deps), await usedBy(house.reps.ben.id, deps)]).toEqual([anasUse - 1, 1]);
  expect(await headOf(contactId)).toBe(told);
  expect(await wordsOf(interactionId, deps)).toEqual(["My card"]);
  await expect(
    handOverRequest(await povOf("ana"), { sequenceId, to: { repId: house.reps.ben.id } }, deps),
  ).rejects.toMatchObject({ code: "not_found" });
  await be("ben", "busy");
});

test("a hand-over to a rep without room or off duty is refused and changes nothing", async () => {
  const { sequenceId, interactionId } = await cardRequest();
  const before = await storedRequest(sequenceId, deps);
  await be("ben", "available", 3);
  const toBen = { sequenceId, to: { repId: house.reps.ben.id } };
  await expect(handOverRequest(await povOf("ana"), toBen, deps)).rejects.toMatchObject({ code: "rep_full" });
  await be("ben", "busy", 0);
  await expect(handOverRequest(await povOf("ana"), toBen, deps)).rejects.toMatchObject({
    code: "rep_absent",
    facts: { availability: "busy" },
  });
  expect(await storedRequest(sequenceId, deps)).toEqual(before);
  expect(await respondersOf(interactionId, deps)).toEqual([house.reps.ana.id]);
});

test("a request handed to a team goes to one of its reps, never back to the rep who gave it", async () => {
  const { sequenceId, interactionId } = await cardRequest();
  await handOverRequest(await povOf("ana"), { sequenceId, to: { teamId: house.teams.loans } }, deps);
  expect(await storedRequest(sequenceId, deps)).toMatchObject({
    team_id: house.teams.loans,
    assigned_to_id: house.reps.lea.id,
  });
  expect(await respondersOf(interactionId, deps)).toEqual([house.reps.lea.id]);

  const other = await cardRequest();
  await handOverRequest(await povOf("ana"), { sequenceId: other.sequenceId, to: { teamId: house.teams.cards } }, deps);
  expect(await storedRequest(other.sequenceId, deps)).toMatchObject({ state: "queued", team_id: house.teams.cards });
  expect(await respondersOf(other.interactionId, deps)).toEqual([house.teams.cards]);
});

test("an unknown receiver and one of another organization are refused alike", async () => {
  const { sequenceId } = await cardRequest();
  const pov = await povOf("ana");
  for (const repId of [strangers.reps.ana.id, deps.newId(), house.teams.cards]) {
    await expect(handOverRequest(pov, { sequenceId, to: { repId } }, deps)).rejects.toMatchObject({
      code: "invalid_input",
      facts: { field: "repId" },
    });
  }
  for (const teamId of [strangers.teams.cards, deps.newId(), house.reps.ana.id]) {
    await expect(handOverRequest(pov, { sequenceId, to: { teamId } }, deps)).rejects.toMatchObject({
      code: "invalid_input",
      facts: { field: "teamId" },
    });
  }
});

test("an escalated request goes to an available supervisor of its team (R16)", async () => {
  const { sequenceId, interactionId } = await cardRequest();
  await be("head", "available", 0);
  const answer = await escalateRequest(await povOf("ana"), { sequenceId, reason: "Angry" }, deps);
  expect(answer).toEqual({ isHandedOver: true, heldBy: null });
  expect(await storedRequest(sequenceId, deps)).toMatchObject({
    assigned_to_id: house.reps.head.id,
    escalation_reason: "Angry",
    escalated_by_id: house.reps.ana.id,
  });
  expect(await respondersOf(interactionId, deps)).toEqual([house.reps.head.id]);
  await be("head", "busy", 0);
});

test("without an available supervisor the request stays, marked for the board (R16)", async () => {
  const { sequenceId, interactionId } = await cardRequest();
  const answer = await escalateRequest(await povOf("ana"), { sequenceId, reason: "Angry" }, deps);
  expect(answer).toEqual({ isHandedOver: false, heldBy: "no_rep_available" });
  expect(await storedRequest(sequenceId, deps)).toMatchObject({
    state: "assigned",
    assigned_to_id: house.reps.ana.id,
    escalated_at: deps.clock.now(),
    escalation_reason: "Angry",
  });
  expect(await respondersOf(interactionId, deps)).toEqual([house.reps.ana.id]);
});

test("of many simultaneous escalations a supervisor gets what they have room for; the others stay, marked, and say so", async () => {
  const requests = await Promise.all(Array.from({ length: 6 }, () => aRequest(house, { body: "My card" }, deps)));
  const ana = await povOf("ana");
  await be("head", "available", 0);
  const answers = await Promise.all(
    requests.map(({ sequenceId }) => escalateRequest(ana, { sequenceId, reason: "Angry" }, deps)),
  );
  const stored = await Promise.all(requests.map(({ sequenceId }) => storedRequest(sequenceId, deps)));
  expect(stored.filter(({ assigned_to_id }) => assigned_to_id === house.reps.head.id)).toHaveLength(1);
  expect(stored.map(({ escalated_at }) => escalated_at)).toEqual(requests.map(() => deps.clock.now()));
  expect(answers.map(({ isHandedOver }) => isHandedOver)).toEqual(
    stored.map(({ assigned_to_id }) => assigned_to_id === house.reps.head.id),
  );
  expect(await usedBy(house.reps.head.id, deps)).toBe(1);
  await be("head", "busy", 0);
});

test("only a participant can escalate; to a stranger the request is not there", async () => {
  const { sequenceId } = await cardRequest();
  const input = { sequenceId, reason: "Angry" };
  await expect(escalateRequest(await povOf("lea"), input, deps)).rejects.toMatchObject({ code: "not_found" });
  await expect(escalateRequest(await povOf("head"), input, deps)).rejects.toMatchObject({ code: "not_allowed" });
  expect(await storedRequest(sequenceId, deps)).toMatchObject({ escalated_at: null });
});

test("a rep who hands over a request gets the most urgent one of their queue", async () => {
  await deps.db
    .updateTable("rep_load")
    .set({ capacity: 1, used: 0 })
    .where("rep_id", "=", house.reps.otto.id)
    .execute();
  const lonely = () => aRequest(house, { body: "So lonely" }, deps);
  const [first, second] = [await lonely(), await lonely()];
  expect(await storedRequest(second.sequenceId, deps)).toMatchObject({ state: "queued" });
  await handOverRequest(await povOf("otto"), { sequenceId: first.sequenceId, to: { teamId: house.teams.loans } }, deps);
  expect(await runDueJobs(deps)).toBeGreaterThan(0);
  expect(await storedRequest(second.sequenceId, deps)).toMatchObject({ assigned_to_id: house.reps.otto.id });
});

test("a queued request can be taken, and the rep who took it can hand it over", async () => {
  await be("ben", "busy", 0);
  await deps.db.updateTable("rep_load").set({ availability: "busy" }).where("rep_id", "=", house.reps.ana.id).execute();
  const { sequenceId } = await cardRequest();
  await takeRequest(await povOf("ben"), sequenceId, deps);
  await handOverRequest(await povOf("ben"), { sequenceId, to: { repId: house.reps.lea.id } }, deps);
  expect(await storedRequest(sequenceId, deps)).toMatchObject({ assigned_to_id: house.reps.lea.id });
  await deps.db
    .updateTable("rep_load")
    .set({ availability: "available" })
    .where("rep_id", "=", house.reps.ana.id)
    .execute();
});
