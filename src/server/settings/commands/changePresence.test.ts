import fc from "fast-check";
import { afterAll, beforeEach, expect, test } from "vitest";
import { UNSEEN_AWAY_AFTER_MS_MAX, UNSEEN_AWAY_AFTER_MS_MIN } from "@/contract/inputs/limits";
import type { ChangePresence } from "@/contract/inputs/settings";
import { awayAtOnce } from "@/domain/routing/awayAtOnce";
import type { OnAbsence } from "@/domain/routing/onAbsence";
import { endUnseenDuties } from "@/server/availability/endUnseenDuties";
import { setAvailability } from "@/server/availability/setAvailability";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest } from "@/testing/scenes/aRequest";
import { storedRequest } from "@/testing/scenes/storedRequest";
import { openTestDeps, openTestWorld } from "@/testing/world/openTestWorld";
import { runDueJobs } from "@/testing/world/runDueJobs";
import { presenceSettings } from "../queries/presenceSettings";
import { changePresence } from "./changePresence";

const world = await openTestWorld();
const { deps, clock } = world;
/** Another process of the same deployment. */
const other = openTestDeps(world.databaseUrl, clock);
const MINUTE_MS = 60_000;
const BEAT_MS = 10_000;

const NAMES = ["ana", "ben", "cem"] as const;
let house: Awaited<ReturnType<typeof aHouse>>;
let houses = 0;

function aHouse() {
  houses += 1;
  const rep = { teams: ["cards" as const] };
  return anOrganization(
    {
      slug: `house${houses}`,
      teams: { cards: {}, loans: {} },
      categories: { card: { team: "cards", keywords: ["card"] } },
      reps: {
        ...{ ana: rep, ben: rep, cem: rep },
        boss: { role: "administrator", availability: "offline" },
        chief: { role: "administrator", availability: "offline" },
      },
    },
    deps,
  );
}

beforeEach(async () => {
  await deps.db.updateTable("rep_load").set({ availability: "offline" }).execute();
  await deps.db.deleteFrom("presence_watch").execute();
  house = await aHouse();
  await deps.presence.beat();
});
afterAll(async () => {
  await other.close();
  await world.close();
});

const povOf = async (rep: "boss" | "chief" = "boss") => (await house.viewer(rep)).pov;
const settings = async (of = deps) => presenceSettings(await povOf(), of);
const change = async (input: Partial<ChangePresence>, by: "boss" | "chief" = "boss", of = deps) =>
  changePresence(await povOf(by), { teams: [], ...input }, of);
const awayAfter = (ms: number, seenMs = 2 * MINUTE_MS) => ({ unseenAwayAfter: { ms, seenMs } });
const rule = (team: "cards" | "loans", onAbsence: OnAbsence, seen: OnAbsence = "keep") => ({
  teams: [{ teamId: house.teams[team], onAbsence, seen }],
});
const ruleOf = async (team: "cards" | "loans") =>
  (await settings()).teams.find(({ id }) => id === house.teams[team])?.onAbsence;
const acts = () =>
  deps.db
    .selectFrom("audit_entry")
    .select(["actor_id", "object_kind", "facts", "at"])
    .where("organization_id", "=", house.id)
    .where("verb", "=", "presence_changed")
    .orderBy("id")
    .execute();
const versionOf = async () => (await deps.configurations.of(house.id)).organization.config_version;
const availabilityOf = async (name: (typeof NAMES)[number]) => (await deps.repLoads(house.reps[name].id))?.availability;

/** Lets time pass with beats and no sweep. `seen` are those who act meanwhile. */
async function pass(ms: number, seen: readonly (typeof NAMES)[number][] = []) {
  for (let passed = 0; passed < ms; passed += BEAT_MS) {
    clock.advance(BEAT_MS);
    for (const name of seen) deps.presence.acted(house.reps[name].sessionId);
    await deps.presence.beat();
  }
}

/** Makes a busy rep available, and an available one busy. */
async function turn(name: (typeof NAMES)[number]) {
  const availability = (await availabilityOf(name)) === "busy" ? "available" : "busy";
  await setAvailability((await house.viewer(name)).pov, { availability }, deps);
}

test("a new organization has the defaults, teams by name, and no change yet", async () => {
  expect(await settings()).toMatchObject({
    unseenAwayAfterMs: 2 * MINUTE_MS,
    teams: [
      { id: house.teams.cards, onAbsence: "keep" },
      { id: house.teams.loans, onAbsence: "keep" },
    ],
    changed: null,
    onDutyCount: NAMES.length,
    unseen: [],
  });
});

test("B5: a change is stored with one act of what was before and after, and raises the version", async () => {
  const version = await versionOf();
  await change({ ...awayAfter(5 * MINUTE_MS), ...rule("cards", "hand_back") });
  const { cards } = house.teams;
  expect(await acts()).toEqual([
    {
      ...{ actor_id: house.reps.boss.id, object_kind: "organization", at: clock.now() },
      facts: {
        before: { unseenAwayAfterMs: 2 * MINUTE_MS, [cards]: "keep" },
        after: { unseenAwayAfterMs: 5 * MINUTE_MS, [cards]: "hand_back" },
      },
    },
  ]);
  expect(await settings()).toMatchObject({ unseenAwayAfterMs: 5 * MINUTE_MS, changed: { at: clock.now() } });
  expect([await ruleOf("cards"), await ruleOf("loans")]).toEqual(["hand_back", "keep"]);
  expect(await versionOf()).toBe(version + 1);
});

test("what is as it was leaves no act and no new version", async () => {
  const version = await versionOf();
  await change({ ...awayAfter(2 * MINUTE_MS), ...rule("cards", "keep", "hand_back") });
  expect([await acts(), await versionOf()]).toEqual([[], version]);
});

test("the database takes the shortest and the longest time that the contract allows", async () => {
  await change(awayAfter(UNSEEN_AWAY_AFTER_MS_MIN));
  await change(awayAfter(UNSEEN_AWAY_AFTER_MS_MAX, UNSEEN_AWAY_AFTER_MS_MIN));
  expect((await settings()).unseenAwayAfterMs).toBe(UNSEEN_AWAY_AFTER_MS_MAX);
});

test("who changes what somebody else has changed since they saw it is told which, and changes nothing", async () => {
  await change({ ...awayAfter(5 * MINUTE_MS), ...rule("cards", "hand_back") }, "chief");
  const late = change({
    ...awayAfter(10 * MINUTE_MS),
    teams: [...rule("cards", "hand_back").teams, ...rule("loans", "hand_back").teams],
  });
  // Both set the rule of Cards to the same, so nobody is told of it.
  await expect(late).rejects.toMatchObject({ code: "changed_meanwhile", facts: { fields: ["unseenAwayAfterMs"] } });
  expect([(await settings()).unseenAwayAfterMs, await ruleOf("loans")]).toEqual([5 * MINUTE_MS, "keep"]);
  await change(awayAfter(10 * MINUTE_MS, 5 * MINUTE_MS));
  expect((await settings()).unseenAwayAfterMs).toBe(10 * MINUTE_MS);
});

test("two people change different settings at once, from two processes, and both hold", async () => {
  await Promise.all([
    change(awayAfter(5 * MINUTE_MS)),
    change(rule("cards", "hand_back"), "chief", other.deps),
    change(rule("loans", "hand_back"), "chief"),
  ]);
  expect([(await settings()).unseenAwayAfterMs, await ruleOf("cards"), await ruleOf("loans")]).toEqual([
    ...[5 * MINUTE_MS, "hand_back", "hand_back"],
  ]);
  expect(await acts()).toHaveLength(3);
});

test("of two who set the same time to different values at once, one is told", async () => {
  const outcomes = await Promise.allSettled([
    change(awayAfter(5 * MINUTE_MS)),
    change(awayAfter(10 * MINUTE_MS), "chief", other.deps),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a team of another organization is not there, and nothing is changed", async () => {
  const mine = house;
  house = await aHouse();
  const theirs = rule("cards", "hand_back");
  const neighbour = house;
  house = mine;
  await expect(change({ ...awayAfter(5 * MINUTE_MS), ...theirs })).rejects.toMatchObject({ code: "not_found" });
  expect([(await settings()).unseenAwayAfterMs, await acts()]).toEqual([2 * MINUTE_MS, []]);
  house = neighbour;
  expect(await ruleOf("cards")).toBe("keep");
});

test("a server that was running before takes rule and time at its next sweep", async () => {
  await deps.db
    .updateTable("rep_load")
    .set({ availability: "offline" })
    .where("rep_id", "in", [house.reps.ben.id, house.reps.cem.id])
    .execute();
  const { sequenceId } = await aRequest(house, { body: "My card" }, deps);
  expect((await storedRequest(sequenceId, deps)).assigned_to_id).toBe(house.reps.ana.id);
  await pass(90_000);
  await endUnseenDuties(other.deps);
  expect(await availabilityOf("ana")).toBe("available");
  await change({ ...awayAfter(MINUTE_MS), ...rule("cards", "hand_back") });
  await endUnseenDuties(other.deps);
  expect(await availabilityOf("ana")).toBe("away");
  await runDueJobs(other.deps);
  expect(await storedRequest(sequenceId, deps)).toMatchObject({ state: "queued", assigned_to_id: null });
});

const HISTORY = fc.array(
  fc.record({
    ms: fc.integer({ min: 1, max: 12 }).map((beats) => beats * BEAT_MS),
    seen: fc.subarray([...NAMES]),
    /** Who sets their availability at the end, and is not seen by that. */
    turns: fc.subarray([...NAMES]),
  }),
  { minLength: 1, maxLength: 3 },
);
const TIME = fc.integer({ min: UNSEEN_AWAY_AFTER_MS_MIN, max: 5 * MINUTE_MS });

test("those who are said to become away at once by a new time are those whom the next sweep takes off duty", async () => {
  await fc.assert(
    fc.asyncProperty(HISTORY, TIME, async (history, ms) => {
      house = await aHouse();
      for (const { ms: lasting, seen, turns } of history) {
        await pass(lasting, seen);
        for (const name of turns) await turn(name);
      }
      const { unseen, onDutyCount } = await settings();
      const foretold = awayAtOnce(unseen, ms, clock.now().getTime()).map(({ id }) => id);
      await change(awayAfter(ms));
      await endUnseenDuties(deps);
      const left: string[] = [];
      for (const name of NAMES) if ((await availabilityOf(name)) === "away") left.push(house.reps[name].id);
      expect(foretold.sort()).toEqual(left.sort());
      expect(onDutyCount).toBe(NAMES.length);
    }),
    { numRuns: 12 },
  );
}, 60_000);

test("nobody is said to become away while no process watches", async () => {
  await pass(MINUTE_MS);
  expect((await settings()).unseen).toHaveLength(NAMES.length);
  clock.advance(5 * MINUTE_MS);
  expect(await settings()).toMatchObject({ onDutyCount: NAMES.length, unseen: [] });
});
