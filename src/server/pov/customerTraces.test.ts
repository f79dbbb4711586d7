import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { CUSTOMERS, history, LONG_STORY, REPS, type Step } from "@/testing/laws/histories";
import { customerListening } from "@/testing/laws/listening";
import { playHistory } from "@/testing/laws/playHistory";
import { newStage, type Stage } from "@/testing/laws/stage";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { rateRequest } from "../customer/commands/rateRequest";
import { customerConversation } from "../customer/queries/customerConversation";

const world = await openTestWorld();
const { deps } = world;
afterAll(() => world.close());

const SEALED = /^[A-Za-z0-9_-]{22}$/;

/** Every name and id by which a member or an internal record could be recognized. */
async function insideNames({ cast }: Stage): Promise<string[]> {
  const { house } = cast;
  const people = await deps.db
    .selectFrom("rep")
    .innerJoin("party", "party.id", "rep.party_id")
    .innerJoin("app_user", "app_user.id", "rep.user_id")
    .select(["party.name", "rep.public_name", "app_user.email"])
    .where("rep.organization_id", "=", house.id)
    .execute();
  const made = await deps.pool.query<{ id: string }>(
    `select id from interaction where organization_id = $1 union select id from sequence where organization_id = $1
     union select id from message where organization_id = $1 union select id from party where organization_id = $1
     union select id from category where organization_id = $1 union select id from conversation where organization_id = $1`,
    [house.id],
  );
  const ids = [...made.rows.map(({ id }) => id), ...REPS.flatMap((rep) => Object.values(house.reps[rep]))];
  const names = people.flatMap(({ name, public_name, email }) => [name, public_name, email]);
  return [...names, ...Object.keys(house.teams), "unoffered", " inside", ...ids.flatMap(inEveryForm)];
}

/** An id in its stored form, without dashes, and in both base64 forms. Other text unchanged. */
function inEveryForm(id: string): string[] {
  const bytes = Buffer.from(id.replaceAll("-", ""), "hex");
  return /^[0-9a-f-]{36}$/.test(id)
    ? [id, bytes.toString("hex"), bytes.toString("base64url"), bytes.toString("base64")]
    : [id];
}

function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value !== "object" || value === null || value instanceof Date) return [];
  return Object.entries(value).flatMap(([field, each]) =>
    (field === "id" || field === "messageId") && typeof each === "string" ? [each] : idsIn(each),
  );
}

/** Ends a story with an answered and closed request, so that there is something to rate. */
const COMPLETED: Step[] = [
  { afterMs: 1, do: "write", customer: "c1", words: "card words" },
  { afterMs: 1, do: "take", customer: "c1", by: "sue" },
  { afterMs: 1, do: "post", in: { customer: "c1" }, by: "responder", words: "done" },
  { afterMs: 1, do: "setState", customer: "c1", by: "responder", state: "closed" },
];

let run = 0;

/** P8, P10: a customer sees the organization's alias, and ids that were sealed for them alone. */
test("nothing that a customer gets names a member or an internal record", { timeout: 120_000 }, async () => {
  let withRating = 0;
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      run += 1;
      const stage = await newStage(run, world);
      await deps.db
        .updateTable("category")
        .set({ is_offered: false, name: "unoffered" })
        .where("id", "=", stage.cast.house.categories.loan)
        .execute();
      const visitors = CUSTOMERS.map((name) => stage.cast.customers[name]);
      const ears = await Promise.all(visitors.map((visitor) => customerListening(visitor, "", deps)));
      await playHistory(stage, [...steps, ...COMPLETED], async () => {
        for (const ear of ears) await ear.listen();
      });
      withRating += await rateAll(stage);
      const inside = await insideNames(stage);
      const told = await Promise.all(
        visitors.map(async (visitor, index) => ({
          page: await customerConversation(visitor, {}, deps),
          heard: ears[index]?.heard.map(({ id, event }) => ({ position: id, event })),
        })),
      );
      const text = JSON.stringify(told);
      expect(inside.filter((name) => text.includes(name))).toEqual([]);
      expect(idsIn(told).filter((id) => !SEALED.test(id))).toEqual([]);
      const [own, others] = told.map(({ page, heard }) => new Set(idsIn([page.messages, heard])));
      expect([...(own ?? [])].filter((id) => others?.has(id))).toEqual([]);
      expect(text).toContain("outside");
    }),
    { numRuns: 12, seed: 9_497_150, endOnFailure: true, examples: [[LONG_STORY]] },
  );
  expect(withRating).toBeGreaterThan(0);
});

/** Rates all completed requests, so that the check covers ratings too. */
async function rateAll({ cast }: Stage): Promise<number> {
  const asked = await deps.db
    .selectFrom("rating")
    .select(["sequence_id", "contact_id"])
    .where("organization_id", "=", cast.house.id)
    .execute();
  for (const { sequence_id, contact_id } of asked) {
    await rateRequest(contact_id, { sequenceId: sequence_id, score: 4, comment: "thanks" }, deps);
  }
  return asked.length;
}
