import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Pov } from "@/domain/pov/pov";
import { lookAtClassifier } from "@/server/classifier/commands/lookAtClassifier";
import { classifierQuality } from "@/server/classifier/queries/classifierQuality";
import { tryText } from "@/server/classifier/queries/tryText";
import { FIT_HERE } from "@/testing/scenes/fitHere";
import { openTestWorld, type TestWorld } from "@/testing/world/openTestWorld";
import { DEMOS } from "./demos";
import { finishDemo } from "./finishDemo";
import { buildStructure } from "./founding/buildStructure";
import { foundOrganization } from "./founding/structure";

let world: TestWorld;

beforeAll(async () => {
  world = await openTestWorld();
  const client = new Client({ connectionString: world.databaseUrl });
  await client.connect();
  try {
    await foundDemos(client);
  } finally {
    await client.end();
  }
}, 120_000);

afterAll(() => world?.close());

/** Founds the demo's organizations without a past, since their classifiers learn nothing from it. */
async function foundDemos(client: Client): Promise<void> {
  const { clock, newId } = world.deps;
  const given = {
    now: clock.now(),
    createdAt: clock.now(),
    newId,
    widgetOrigins: [],
    passwordHashes: new Map<string, string>(),
    lockedHash: "$argon2id$nobody",
    hasExamples: true,
  };
  const founded = await Promise.all(
    DEMOS.map(({ demo }) => foundOrganization(buildStructure(demo, given), world.deps)),
  );
  await finishDemo(client, founded, given);
}

/** The least that makes the demo convincing. It is far below the measured values, so that tuning breaks no test. */
const LEAST = { accuracy: 0.65, coverage: 0.25, decidedRight: 0.9, openingsRight: 0.75 };

test.each(DEMOS)(
  "the first look at $demo.name fits a model that decides, and decides its customers' texts rightly",
  async ({ demo, scenarios }) => {
    const pov = await administratorOf(demo.name);
    await lookAtClassifier(pov.organizationId, world.deps, FIT_HERE);
    const { live, categories } = await classifierQuality(pov, world.deps);
    expect(live).toMatchObject({ version: 1, state: "live", reason: "first" });
    expect(live?.accuracy).toBeGreaterThan(LEAST.accuracy);
    expect(live?.coverage).toBeGreaterThan(LEAST.coverage);
    expect(categories.filter(({ mayDecide }) => !mayDecide)).toEqual([]);

    const nameOf = new Map(demo.categories.map(({ key, name }) => [key, name]));
    const openings = scenarios.flatMap(({ categoryKey, opening }) =>
      opening.map((text) => ({ text, name: nameOf.get(categoryKey) ?? "" })),
    );
    const answers = await Promise.all(
      openings.map(async ({ text, name }) => {
        const { likeliest, isDecided } = await tryText(pov, { text }, world.deps);
        return { isDecided, isRight: likeliest[0]?.name.endsWith(name) ?? false };
      }),
    );
    expect(shareRight(answers)).toBeGreaterThan(LEAST.openingsRight);
    expect(shareRight(answers.filter(({ isDecided }) => isDecided))).toBeGreaterThan(LEAST.decidedRight);
  },
  120_000,
);

function shareRight(answers: readonly { isRight: boolean }[]): number {
  return answers.filter(({ isRight }) => isRight).length / answers.length;
}

async function administratorOf(name: string): Promise<Pov> {
  const { rows } = await world.deps.pool.query<Pick<Pov, "partyId" | "organizationId">>(
    `select r.party_id as "partyId", r.organization_id as "organizationId" from rep r
     join organization o on o.id = r.organization_id where o.name = $1 and r.role = 'administrator'`,
    [name],
  );
  const [found] = rows;
  if (!found) throw new Error(`${name} has no administrator.`);
  return {
    ...found,
    kind: "member",
    groupIds: [found.organizationId],
    supervisedTeamIds: [],
    memberView: "participants",
  };
}
