import type { JobHelpers } from "graphile-worker";
import { afterAll, expect, test } from "vitest";
import { ZodError } from "zod";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest } from "@/testing/scenes/aRequest";
import { storedRequest } from "@/testing/scenes/storedRequest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { tasks } from "./tasks";

const world = await openTestWorld();
const { deps, clock } = world;
afterAll(() => world.close());

const MISSHAPEN = [null, {}, [], "text", 7, { sequenceId: 1 }, { sequenceId: "%" }, { repId: null }, { id: "x" }];

test("a stored payload of another shape fails the job and changes nothing", async () => {
  const house = await anOrganization(
    {
      teams: { cards: {} },
      categories: { card: { team: "cards", keywords: ["card"] } },
      reps: { ana: { teams: ["cards"] } },
      budgetsMs: { first_reply: 60_000 },
    },
    deps,
  );
  const { sequenceId } = await aRequest(house, { body: "My card" }, deps);
  clock.advance(120_000);
  const before = await storedRequest(sequenceId, deps);
  for (const payload of MISSHAPEN) {
    for (const task of ["lookAtRequest", "drainForRep", "lookAtClassifier"]) {
      const run = async () => tasks(deps)[task]?.(payload, {} as JobHelpers);
      await expect(run()).rejects.toBeInstanceOf(ZodError);
    }
  }
  expect(await storedRequest(sequenceId, deps)).toEqual(before);
});

test("a job for something that no longer exists ends without an error", async () => {
  const gone = deps.newId();
  const list = tasks(deps);
  await expect(list.lookAtRequest?.({ sequenceId: gone }, {} as JobHelpers)).resolves.toBeUndefined();
  await expect(list.drainForRep?.({ repId: gone }, {} as JobHelpers)).resolves.toBeUndefined();
  await expect(list.lookAtClassifier?.({ organizationId: gone }, {} as JobHelpers)).resolves.toBeUndefined();
  await expect(list.lookAtClassifiers?.({}, {} as JobHelpers)).resolves.toBeUndefined();
  await expect(list.drainEverything?.({}, {} as JobHelpers)).resolves.toBeUndefined();
});
