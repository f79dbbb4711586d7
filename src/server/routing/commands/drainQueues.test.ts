import { afterAll, beforeEach, expect, test } from "vitest";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest } from "@/testing/scenes/aRequest";
import { respondersOf, storedRequest } from "@/testing/scenes/storedRequest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { runDueJobs } from "@/testing/world/runDueJobs";
import { setAvailability } from "../../availability/setAvailability";
import { handOverRequest } from "../../request/commands/handOverRequest";
import { takeRequest } from "../../request/commands/takeRequest";
import { queueHolds } from "../../request/queries/queueHolds";
import { drainEverything } from "./drainQueues";

const world = await openTestWorld();
const { deps, clock } = world;
afterAll(() => world.close());

let made = 0;
let house: Awaited<ReturnType<typeof aHouse>>;

function aHouse() {
  made += 1;
  return anOrganization(
    {
      slug: `desk${made}`,
      teams: { cards: {} },
      categories: { card: { team: "cards", keywords: ["card"] } },
      reps: {
        ana: { teams: ["cards"], capacity: 50 },
        ben: { teams: ["cards"], capacity: 50, availability: "busy" },
      },
    },
    deps,
  );
}

beforeEach(async () => {
  house = await aHouse();
});

const povOf = async (name: "ana" | "ben") => (await house.viewer(name)).pov;
const cardRequest = () => aRequest(house, { body: "My card" }, deps);
const handToCards = async (name: "ana" | "ben", sequenceId: string) =>
  handOverRequest(await povOf(name), { sequenceId, to: { teamId: house.teams.cards } }, deps);

test("no drain gives a request back to the rep who handed it into the queue, and the queue says so", async () => {
  const { sequenceId, interactionId } = await cardRequest();
  await handToCards("ana", sequenceId);
  await runDueJobs(deps);
  await drainEverything(deps);
  expect(await respondersOf(interactionId, deps)).toEqual([house.teams.cards]);
  clock.advance(2_000);
  const { requests, teams } = await queueHolds(await povOf("ana"), { sequenceIds: [sequenceId] }, deps);
  const hold = { reason: "declined", declined: 1, offDuty: 1 };
  expect(requests).toMatchObject([{ sequenceId, hold }]);
  // The team has room: its queue, the board and ana's status say why this request waits.
  expect(teams).toMatchObject([{ teamId: house.teams.cards, waiting: 1, hold, own: null }]);

  await setAvailability(await povOf("ben"), { availability: "available" }, deps);
  await runDueJobs(deps);
  expect(await respondersOf(interactionId, deps)).toEqual([house.reps.ben.id]);
  // Once another rep has had it, it may come back.
  clock.advance(1_000);
  await handToCards("ben", sequenceId);
  expect(await respondersOf(interactionId, deps)).toEqual([house.reps.ana.id]);
});

test("the rep who handed it over may still take it", async () => {
  const { sequenceId, interactionId } = await cardRequest();
  await handToCards("ana", sequenceId);
  await takeRequest(await povOf("ana"), sequenceId, deps);
  expect(await respondersOf(interactionId, deps)).toEqual([house.reps.ana.id]);
});

test("requests that wait for reasons of their own do not hold up those behind them", async () => {
  await setAvailability(await povOf("ana"), { availability: "busy" }, deps);
  const waiting: string[] = [];
  for (let count = 0; count < 9; count += 1) {
    clock.advance(1_000);
    waiting.push((await cardRequest()).sequenceId);
  }
  const special = waiting.filter((_, index) => index % 8 !== 7 && index !== 3);
  await deps.db
    .updateTable("request")
    .set({ required_skills: ["dutch"] })
    .where("sequence_id", "in", special)
    .execute();
  await setAvailability(await povOf("ana"), { availability: "available" }, deps);
  await runDueJobs(deps);
  for (const sequenceId of waiting) {
    const { state } = await storedRequest(sequenceId, deps);
    expect([sequenceId, state]).toEqual([sequenceId, special.includes(sequenceId) ? "queued" : "assigned"]);
  }
});
