import { afterAll, beforeAll, expect, test } from "vitest";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { directoryReps, directorySearch } from "./directory";

const world = await openTestWorld();
const { deps, clock } = world;

const aHouse = (slug: string) =>
  anOrganization(
    {
      slug,
      teams: { loans: {}, cards: {} },
      categories: {},
      reps: {
        cleo: { teams: ["loans", "cards"], capacity: 3, availability: "busy" },
        ana: { teams: ["cards"] },
        ben: {},
        gone: { teams: ["cards"] },
      },
    },
    deps,
  );
let house: Awaited<ReturnType<typeof aHouse>>;

beforeAll(async () => {
  house = await aHouse("bank");
  await aHouse("shop");
  const { ana, gone } = house.reps;
  const now = clock.now();
  await deps.prisma.party.update({ where: { id: gone.id }, data: { deactivated_at: now } });
  const left = { organization_id: house.id, rep_id: ana.id, team_id: house.teams.loans, from_at: now, until_at: now };
  await deps.prisma.teamMembership.create({ data: { id: deps.newId(), ...left } });
});
afterAll(() => world.close());

test("the directory has the active reps of one organization by name, with their present teams and their load", async () => {
  const { pov } = await house.viewer("ben");
  const { ana, ben, cleo } = house.reps;
  const { cards, loans } = house.teams;
  const free = { availability: "available", used: 0, capacity: 4 };
  expect(await directoryReps(pov, deps)).toEqual([
    { id: ana.id, name: "ana of bank", teamIds: [cards], ...free },
    { id: ben.id, name: "ben of bank", teamIds: [], ...free },
    { id: cleo.id, name: "cleo of bank", teamIds: [cards, loans], availability: "busy", used: 0, capacity: 3 },
  ]);
});

test("a search finds others by part of their name, those who are available first, each with the names of their teams", async () => {
  const { pov } = await house.viewer("ben");
  const found = await directorySearch(pov, " OF BANK", deps);
  expect(found.filter(({ kind }) => kind === "rep")).toMatchObject([
    { name: "ana of bank", teamNames: [expect.stringContaining("cards")], availability: "available" },
    {
      name: "cleo of bank",
      teamNames: [expect.stringContaining("cards"), expect.stringContaining("loans")],
      availability: "busy",
    },
  ]);
});
