import { afterAll, beforeEach, expect, test } from "vitest";
import type { UnverifiedId } from "@/contract/inputs/unverifiedId";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest } from "@/testing/scenes/aRequest";
import { NINE_TO_FIVE } from "@/testing/scenes/slaTestCalendars";
import { storedRequest } from "@/testing/scenes/storedRequest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { routingTrace } from "../../routing/queries/routingTrace";
import { takeRequest } from "../commands/takeRequest";
import { queueHolds } from "./queueHolds";

const world = await openTestWorld();
const { deps, clock } = world;

let made = 0;
let house: Awaited<ReturnType<typeof aHouse>>;

function aHouse() {
  made += 1;
  return anOrganization(
    {
      slug: `holds${made}`,
      teams: { cards: { queueThresholdPerRep: 2 }, office: { calendar: NINE_TO_FIVE } },
      categories: {
        card: { team: "cards", keywords: ["card"] },
        loan: { team: "office", keywords: ["loan"] },
        homeless: { keywords: ["homeless"] },
      },
      reps: {
        ana: { teams: ["cards"], capacity: 8 },
        ben: { teams: ["cards"], capacity: 1 },
        cleo: { teams: ["cards"], capacity: 8, availability: "away" },
        otto: { teams: ["office"], capacity: 8, availability: "busy" },
        boss: { role: "supervisor", teams: ["cards"], supervises: ["cards"], availability: "away" },
        head: { role: "supervisor", teams: ["office"], supervises: ["office"], availability: "away" },
      },
    },
    deps,
  );
}

beforeEach(async () => {
  clock.set(new Date("2026-11-24T10:00:00.000Z"));
  house = await aHouse();
});
afterAll(() => world.close());

const povOf = async (name: "ana" | "head" | "boss") => (await house.viewer(name)).pov;

async function waiting(body: string): Promise<string> {
  const { sequenceId } = await aRequest(house, { body }, deps);
  return sequenceId;
}

test("a request beyond the threshold tells all that holds it to the queue, the board and the rep's status", async () => {
  for (let given = 0; given < 3; given += 1) await waiting("My card");
  const sequenceId = await waiting("My card");
  expect((await storedRequest(sequenceId, deps)).state).toBe("queued");
  // The figures of a team may be two seconds old.
  clock.advance(2_000);
  const hold = {
    reason: "above_threshold",
    opensAtMs: null,
    threshold: 2,
    ...{ atThreshold: 1, withoutRoom: 1, withoutSkills: 0, declined: 0, offDuty: 2 },
  };
  const seen = await queueHolds(await povOf("ana"), { sequenceIds: [sequenceId] }, deps);
  expect(seen.requests).toEqual([{ sequenceId, teamId: house.teams.cards, hold }]);
  expect(seen.teams).toMatchObject([
    { teamId: house.teams.cards, waiting: 1, hold, own: { reason: "above_threshold", used: 2, threshold: 2 } },
  ]);
  const [decision] = await routingTrace(await povOf("boss"), sequenceId, deps);
  expect(decision?.steps.at(-1)).toMatchObject({ code: "outcome", reason: "above_threshold", hold });
  const availability = decision?.steps.find((step) => Object(step).code === "availability");
  expect(availability).toMatchObject({ pool: "available", availableCount: 2, candidateCount: 0 });
});

test("waiting requests are counted as of this moment, however lately they came or went", async () => {
  const count = async () => (await queueHolds(await povOf("boss"), { sequenceIds: [] }, deps)).teams[0]?.waiting;
  for (let given = 0; given < 3; given += 1) await waiting("My card");
  expect(await count()).toBe(0);
  const sequenceId = await waiting("My card");
  expect(await count()).toBe(1);
  await takeRequest(await povOf("ana"), sequenceId as UnverifiedId<"sequence">, deps);
  expect(await count()).toBe(0);
});

test("outside hours, nobody on duty, a missing skill and no team at all are told apart", async () => {
  const pov = await povOf("head");
  const reasonsOf = async (...sequenceIds: string[]) => {
    const { requests } = await queueHolds(pov, { sequenceIds }, deps);
    return sequenceIds.map((id) => requests.find(({ sequenceId }) => sequenceId === id)?.hold);
  };
  const offDuty = await waiting("My loan");
  expect(await reasonsOf(offDuty)).toMatchObject([{ reason: "no_rep_available", offDuty: 2 }]);
  const [homeless, unclear] = [await waiting("A homeless matter"), await waiting("?")];
  expect(await reasonsOf(homeless, unclear)).toMatchObject([
    { reason: "category_without_team", opensAtMs: null },
    { reason: "no_category", opensAtMs: null },
  ]);
  await deps.db
    .updateTable("rep_load")
    .set({ availability: "available" })
    .where("rep_id", "=", house.reps.otto.id)
    .execute();
  expect(await reasonsOf(offDuty)).toEqual([null]);
  await deps.db
    .updateTable("request")
    .set({ required_skills: ["dutch"] })
    .where("sequence_id", "=", offDuty)
    .execute();
  expect(await reasonsOf(offDuty)).toMatchObject([{ reason: "lacks_skills", withoutSkills: 1, offDuty: 1 }]);
  clock.set(new Date("2026-11-24T20:00:00.000Z"));
  expect(await reasonsOf(offDuty)).toMatchObject([
    { reason: "closed", opensAtMs: new Date("2026-11-25T08:00:00.000Z").getTime() },
  ]);
});

test("a request that the viewer does not see is not explained (P1)", async () => {
  const sequenceId = await waiting("My loan");
  const seen = await queueHolds(await povOf("ana"), { sequenceIds: [sequenceId, deps.newId()] }, deps);
  expect(seen.requests).toEqual([]);
  expect(seen.teams.map(({ teamId }) => teamId)).toEqual([house.teams.cards]);
});
