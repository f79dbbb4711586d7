import { afterAll, expect, test } from "vitest";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest } from "@/testing/scenes/aRequest";
import { respondersOf, storedRequest, usedBy } from "@/testing/scenes/storedRequest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { setAvailability } from "../../availability/setAvailability";
import { postMessage } from "../../conversation/commands/postMessage";
import { postAsCustomer } from "../../customer/commands/postAsCustomer";
import { setSequenceState } from "../../request/commands/setSequenceState";
import { routeRequest } from "./routeRequest";

const world = await openTestWorld();
const { deps } = world;
afterAll(() => world.close());

let made = 0;
/** Each test has an organization of its own. */
function aDesk(team: { queueThresholdPerRep?: number; strategy?: "round_robin" } = {}) {
  made += 1;
  return anOrganization(
    {
      slug: `desk${made}`,
      teams: { cards: team },
      categories: { card: { team: "cards", keywords: ["card"] } },
      reps: {
        ana: { teams: ["cards"] },
        ben: { teams: ["cards"] },
        cleo: { teams: ["cards"], availability: "on_call" },
      },
    },
    deps,
  );
}
type Desk = Awaited<ReturnType<typeof aDesk>>;

async function responderOf(desk: Desk, body = "My card") {
  const { sequenceId } = await aRequest(desk, { body }, deps);
  return (await storedRequest(sequenceId, deps)).assigned_to_id;
}

async function load(repId: string, used: number) {
  await deps.db.updateTable("rep_load").set({ used }).where("rep_id", "=", repId).execute();
}

async function decisionsOf(sequenceId: string) {
  return deps.db
    .selectFrom("routing_decision")
    .selectAll()
    .where("sequence_id", "=", sequenceId)
    .orderBy("id")
    .execute();
}

test("reps on duty come first, those on call only when nobody on duty has room (R10)", async () => {
  const desk = await aDesk();
  await load(desk.reps.ana.id, 4);
  expect(await responderOf(desk)).toBe(desk.reps.ben.id);
  await load(desk.reps.ben.id, 4);
  expect(await responderOf(desk)).toBe(desk.reps.cleo.id);
  await setAvailability((await desk.viewer("cleo")).pov, { availability: "away" }, deps);
  expect(await responderOf(desk)).toBeNull();
});

test("a round-robin team gives to the rep whose last offer was longest ago (R10)", async () => {
  const desk = await aDesk({ strategy: "round_robin" });
  const given: (string | null)[] = [];
  for (let count = 0; count < 4; count += 1) {
    world.clock.advance(1_000);
    given.push(await responderOf(desk));
  }
  const { ana, ben } = desk.reps;
  expect(new Set(given)).toEqual(new Set([ana.id, ben.id]));
  expect(given.slice(0, 2)).toEqual(given.slice(2));
});

test("above the team's threshold a request waits in the team's queue, where members read it as the team (R11)", async () => {
  const desk = await aDesk({ queueThresholdPerRep: 2 });
  for (const rep of [desk.reps.ana, desk.reps.ben, desk.reps.cleo]) await load(rep.id, 2);
  const { sequenceId, interactionId } = await aRequest(desk, { body: "My card" }, deps);
  expect(await storedRequest(sequenceId, deps)).toMatchObject({ state: "queued", team_id: desk.teams.cards });
  expect(await respondersOf(interactionId, deps)).toEqual([desk.teams.cards]);
  const [decision] = await decisionsOf(sequenceId);
  expect(decision?.outcome).toMatchObject({ kind: "team_queue", reason: "above_threshold", repId: null });
});

test("a rep who has answered this customer before gets them again, even if busier (R12)", async () => {
  const desk = await aDesk();
  await load(desk.reps.ben.id, 3);
  const first = await aRequest(desk, { body: "My card" }, deps);
  const { pov } = await desk.viewer("ana");
  const answer = { clientId: deps.newId(), body: "Done", expectedAudience: "customer" as const };
  await postMessage(pov, { ...answer, interactionId: first.interactionId, thenState: "closed" }, deps);
  await load(desk.reps.ben.id, 0);
  await load(desk.reps.ana.id, 3);
  world.clock.advance(48 * 3_600_000);
  await postAsCustomer(first.contactId, { clientId: deps.newId(), body: "My card again", categoryId: null }, deps);
  const again = await deps.db
    .selectFrom("request")
    .select("assigned_to_id")
    .where("contact_id", "=", first.contactId)
    .where("state", "=", "assigned")
    .executeTakeFirstOrThrow();
  expect(again.assigned_to_id).toBe(desk.reps.ana.id);
});

test("the fastest rep in the category gets it while they have room, else the smallest queue (R13, R14)", async () => {
  const desk = await aDesk();
  const { ana, ben } = desk.reps;
  await deps.db
    .insertInto("rep_pace")
    .values(
      [
        { rep_id: ana.id, total_ms: 20 * 600_000 },
        { rep_id: ben.id, total_ms: 20 * 60_000 },
      ].map((pace) => ({ ...pace, category_id: desk.categories.card, organization_id: desk.id, closed_count: 20 })),
    )
    .execute();
  await load(ben.id, 1);
  expect(await responderOf(desk)).toBe(ben.id);
  await load(ben.id, 3);
  expect(await responderOf(desk)).toBe(ana.id);
});

test("without samples of pace the rep with the smallest queue gets it (R14)", async () => {
  const desk = await aDesk();
  await load(desk.reps.ana.id, 2);
  await load(desk.reps.ben.id, 1);
  expect(await responderOf(desk)).toBe(desk.reps.ben.id);
});

test("a request that fits no category waits in the unassigned queue until its category is known (R8)", async () => {
  const desk = await aDesk();
  const { sequenceId, interactionId } = await aRequest(desk, { body: "Good morning" }, deps);
  expect(await routeRequest(sequenceId, deps)).toBe("waiting");
  expect(await storedRequest(sequenceId, deps)).toMatchObject({ state: "unassigned", version: 1 });
  expect(await respondersOf(interactionId, deps)).toEqual([desk.id]);
  expect(await decisionsOf(sequenceId)).toHaveLength(1);
});

test("every decision is kept with its steps and the rep whose capacity was taken (R21)", async () => {
  const desk = await aDesk();
  const { sequenceId } = await aRequest(desk, { body: "My card" }, deps);
  const [decision] = await decisionsOf(sequenceId);
  const { assigned_to_id } = await storedRequest(sequenceId, deps);
  expect(decision?.outcome).toMatchObject({
    kind: "assign",
    repId: assigned_to_id,
    teamId: desk.teams.cards,
    categoryId: desk.categories.card,
  });
  const codes = (Array.isArray(decision?.steps) ? decision.steps : []).map(({ code }: { code: string }) => code);
  expect(codes.at(0)).toBe("category_matched");
  expect(codes).toEqual(expect.arrayContaining(["team_chosen", "availability", "continuity", "strategy"]));
  expect(codes.at(-1)).toBe("outcome");
});

test("twenty simultaneous routings of a waiting request take capacity of one rep", async () => {
  const desk = await aDesk();
  for (const rep of ["ana", "ben", "cleo"] as const)
    await setAvailability((await desk.viewer(rep)).pov, { availability: "busy" }, deps);
  const { sequenceId, interactionId } = await aRequest(desk, { body: "My card" }, deps);
  for (const rep of ["ana", "ben", "cleo"] as const)
    await setAvailability((await desk.viewer(rep)).pov, { availability: "available" }, deps);
  const results = await Promise.all(Array.from({ length: 20 }, () => routeRequest(sequenceId, deps)));
  expect(results.filter((result) => result === "assigned")).toHaveLength(1);
  expect(await respondersOf(interactionId, deps)).toHaveLength(1);
  const { ana, ben, cleo } = desk.reps;
  const used = await Promise.all([ana, ben, cleo].map(({ id }) => usedBy(id, deps)));
  expect(used.reduce((sum, each) => sum + each, 0)).toBe(1);
});

test("a request that no longer waits is left alone", async () => {
  const desk = await aDesk();
  const { sequenceId } = await aRequest(desk, { body: "My card" }, deps);
  const before = await storedRequest(sequenceId, deps);
  expect(await routeRequest(sequenceId, deps)).toBe("none");
  expect(await storedRequest(sequenceId, deps)).toEqual(before);
  const { pov } = await desk.viewer("ana");
  const holder = before.assigned_to_id === pov.partyId ? pov : (await desk.viewer("ben")).pov;
  await setSequenceState(holder, { sequenceId, state: "closed", seen: before.sequence_state }, deps);
  expect(await routeRequest(sequenceId, deps)).toBe("none");
});
