import { afterAll, beforeAll, expect, test } from "vitest";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest } from "@/testing/scenes/aRequest";
import { respondersOf, storedRequest, usedBy } from "@/testing/scenes/storedRequest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { splitSequence } from "../split/splitSequence";
import { escalateRequest } from "./escalateRequest";
import { handOverRequest } from "./handOverRequest";
import { setSequenceState } from "./setSequenceState";
import { takeRequest } from "./takeRequest";

const world = await openTestWorld();
const { deps } = world;
const CLAIMANTS = 50;
const names = Array.from({ length: CLAIMANTS }, (_, index) => `rep${index}`);

let house: Awaited<ReturnType<typeof aHouse>>;

/** Nobody is on duty, so requests wait. */
function aHouse() {
  const claimant = { teams: ["cards" as const], availability: "busy" as const, capacity: 1 };
  const reps: Record<string, typeof claimant> = Object.fromEntries(names.map((name) => [name, claimant]));
  return anOrganization<"cards" | "loans", "card", string>(
    {
      teams: { cards: {}, loans: {} },
      categories: { card: { team: "cards", keywords: ["card"] } },
      reps: {
        ...reps,
        outsider: { teams: ["loans"] },
        head: { role: "supervisor", teams: ["cards"], supervises: ["cards"], availability: "busy" },
        otherHead: { role: "supervisor", teams: ["loans"], supervises: ["loans"] },
      },
    },
    deps,
  );
}

beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => world.close());

const povOf = async (name: string) => (await house.viewer(name)).pov;

test("of fifty members who take a request at once exactly one gets it, and the others are told", async () => {
  const { sequenceId, interactionId } = await aRequest(house, { body: "My card" }, deps);
  const povs = await Promise.all(names.map(povOf));
  const outcomes = await Promise.allSettled(povs.map((pov) => takeRequest(pov, sequenceId, deps)));
  const winners = povs.filter((_, index) => outcomes[index]?.status === "fulfilled");
  expect(winners).toHaveLength(1);
  const [winner] = winners;
  expect(await respondersOf(interactionId, deps)).toEqual([winner?.partyId]);
  expect(await storedRequest(sequenceId, deps)).toMatchObject({ state: "assigned", assigned_to_id: winner?.partyId });
  const used = await Promise.all(povs.map(({ partyId }) => usedBy(partyId, deps)));
  expect(used.reduce((sum, each) => sum + each, 0)).toBe(1);
  const refusals = outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []));
  // A member who saw it waiting is told that they were too late; to one who looks later it is not there.
  expect(refusals.filter((code) => code !== "already_taken" && code !== "not_found")).toEqual([]);
  expect(refusals).toContain("already_taken");
});

test("each list gains the entries of one assignment, not of fifty attempts", async () => {
  const { sequenceId, interactionId } = await aRequest(house, { body: "My card" }, deps);
  await Promise.allSettled(names.slice(0, 20).map(async (name) => takeRequest(await povOf(name), sequenceId, deps)));
  const joined = await deps.db
    .selectFrom("pov_entry")
    .select("list_id")
    .where("interaction_id", "=", interactionId)
    .where("kind", "=", "message")
    .execute();
  expect(joined).toHaveLength(3);
});

test("a rep may take more than their capacity", async () => {
  const pov = await povOf("rep7");
  for (let count = 0; count < 2; count += 1) {
    const { sequenceId } = await aRequest(house, { body: "My card" }, deps);
    await takeRequest(pov, sequenceId, deps);
  }
  expect(await usedBy(pov.partyId, deps)).toBeGreaterThanOrEqual(2);
});

test("a supervisor of the team takes over; the earlier rep has room again and can no longer answer", async () => {
  const { sequenceId, interactionId } = await aRequest(house, { body: "My card" }, deps);
  const first = await povOf("rep30");
  await takeRequest(first, sequenceId, deps);
  const before = await usedBy(first.partyId, deps);
  const head = await povOf("head");
  await takeRequest(head, sequenceId, deps);
  expect(await respondersOf(interactionId, deps)).toEqual([head.partyId]);
  expect(await usedBy(first.partyId, deps)).toBe(before - 1);
});

test("to a member of another team a request is not there, taken or not", async () => {
  const { sequenceId } = await aRequest(house, { body: "My card" }, deps);
  for (const name of ["outsider", "otherHead"]) {
    await expect(takeRequest(await povOf(name), sequenceId, deps)).rejects.toMatchObject({ code: "not_found" });
    await expect(takeRequest(await povOf(name), deps.newId(), deps)).rejects.toMatchObject({ code: "not_found" });
  }
  expect(await storedRequest(sequenceId, deps)).toMatchObject({ state: "queued", version: 1 });
});

test("the rep who has a request cannot take it again", async () => {
  const { sequenceId } = await aRequest(house, { body: "My card" }, deps);
  const pov = await povOf("rep31");
  await takeRequest(pov, sequenceId, deps);
  const used = await usedBy(pov.partyId, deps);
  await expect(takeRequest(pov, sequenceId, deps)).rejects.toMatchObject({ code: "already_yours" });
  expect(await usedBy(pov.partyId, deps)).toBe(used);
});

test("a closed request refuses because of its state, not of the person", async () => {
  const { sequenceId } = await aRequest(house, { body: "My card" }, deps);
  const pov = await povOf("rep31");
  await takeRequest(pov, sequenceId, deps);
  await setSequenceState(pov, { sequenceId, state: "closed", seen: "open" }, deps);
  const head = await povOf("head");
  for (const act of [
    () => takeRequest(head, sequenceId, deps),
    () => handOverRequest(head, { sequenceId, to: { repId: pov.partyId } }, deps),
    () => escalateRequest(pov, { sequenceId, reason: "Angry" }, deps),
    () => splitSequence(pov, { sequenceId, messageId: deps.newId(), keeps: true }, deps),
  ])
    await expect(act()).rejects.toMatchObject({ code: "sequence_closed" });
  await expect(escalateRequest(head, { sequenceId, reason: "Angry" }, deps)).rejects.toMatchObject({
    code: "not_allowed",
  });
});
