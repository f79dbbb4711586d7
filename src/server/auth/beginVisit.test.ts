import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { beginVisit } from "./beginVisit";
import { endVisit } from "./endVisit";
import { visitorOf } from "./visitors";

const world = await openTestWorld();
const { deps, clock } = world;
afterAll(() => world.close());

const house = await anOrganization({ slug: "visits", teams: {}, categories: {}, reps: {} }, deps);
const aKey = () => randomBytes(32).toString("base64url");
const contacts = async () =>
  Number(
    (
      await deps.db
        .selectFrom("contact")
        .select(({ fn }) => fn.countAll().as("n"))
        .executeTakeFirstOrThrow()
    ).n,
  );

test("any number of tabs that begin with one key at once get one contact and the same credential", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 12 }), async (tabs) => {
      const key = aKey();
      const before = await contacts();
      const begun = await Promise.all(Array.from({ length: tabs }, () => beginVisit(house.widgetKey, deps, key)));
      expect(new Set(begun.map(({ token, contactId }) => `${token} ${contactId}`)).size).toBe(1);
      expect(await contacts()).toBe(before + 1);
      expect(await visitorOf(begun[0]?.token ?? "", house.widgetKey, deps)).toMatchObject({
        contactId: begun[0]?.contactId,
      });
    }),
    { numRuns: 12, seed: 9_497_150 },
  );
});

test("without a key, or with another key, it is another visit", async () => {
  const begun = [
    await beginVisit(house.widgetKey, deps),
    await beginVisit(house.widgetKey, deps),
    await beginVisit(house.widgetKey, deps, aKey()),
  ];
  expect(new Set(begun.map(({ contactId }) => contactId)).size).toBe(3);
});

test("a key does not lead back into a visit that is over or began long ago", async () => {
  const [ended, old] = [aKey(), aKey()];
  const { token } = await beginVisit(house.widgetKey, deps, ended);
  await beginVisit(house.widgetKey, deps, old);
  const visitor = await visitorOf(token, house.widgetKey, deps);
  if (visitor === null) throw new Error("just begun");
  await endVisit(visitor, deps);
  await expect(beginVisit(house.widgetKey, deps, ended)).rejects.toMatchObject({ code: "not_signed_in" });
  clock.advance(600_000);
  await expect(beginVisit(house.widgetKey, deps, old)).rejects.toMatchObject({ code: "not_signed_in" });
});
