import type { JobHelpers } from "graphile-worker";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Availability } from "@/domain/routing/availability";
import { endDuty } from "@/server/availability/endDuty";
import { postMessage } from "@/server/conversation/commands/postMessage";
import { escalateRequest } from "@/server/request/commands/escalateRequest";
import { handOverRequest } from "@/server/request/commands/handOverRequest";
import { takeRequest } from "@/server/request/commands/takeRequest";
import { promisesOfAll } from "@/testing/laws/promisesOfAll";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest, type TestRequest } from "@/testing/scenes/aRequest";
import { FIT_HERE } from "@/testing/scenes/fitHere";
import { calendarOf, HOUR_MS, MINUTE_MS } from "@/testing/scenes/slaTestCalendars";
import { storedRequest } from "@/testing/scenes/storedRequest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { runDueJobs } from "@/testing/world/runDueJobs";
import { tasks } from "./tasks";

const world = await openTestWorld();
const { deps, clock } = world;
const ALL_DAY = calendarOf({ weekdays: [["00:00", "24:00"]], weekend: [["00:00", "24:00"]] });
const LATE = calendarOf({ weekdays: [["00:00", "23:00"]], weekend: [["00:00", "23:00"]] });

let house: Awaited<ReturnType<typeof aHouse>>;

function aHouse() {
  return anOrganization(
    {
      slug: "jobs",
      calendar: ALL_DAY,
      teams: { day: { calendar: ALL_DAY }, late: { calendar: LATE } },
      budgetsMs: { pick_up: 15 * MINUTE_MS, first_reply: 45 * MINUTE_MS, status_update: 2 * HOUR_MS },
      policies: {
        urgent: { pick_up: 3 * MINUTE_MS, first_reply: 10 * MINUTE_MS, status_update: 30 * MINUTE_MS },
        whole: { first_reply: HOUR_MS, next_reply: HOUR_MS, resolution: 8 * HOUR_MS },
      },
      categories: {
        lost: { team: "day", keywords: ["lost"], policy: "urgent" },
        child: { policy: null, parent: "lost", keywords: ["gone"] },
        loan: { team: "late", keywords: ["loan"], policy: "whole" },
      },
      reps: {
        ana: { teams: ["day"], capacity: 500 },
        max: { teams: ["day"], capacity: 500, availability: "busy" },
        lea: { teams: ["late"], capacity: 500 },
        head: { role: "supervisor", teams: ["day", "late"], supervises: ["day", "late"], capacity: 500 },
      },
    },
    deps,
  );
}

beforeAll(async () => {
  house = await aHouse();
  await deps.db.updateTable("team").set({ on_absence: "hand_back" }).execute();
});
afterAll(() => world.close());

type Name = "ana" | "max" | "lea" | "head";
const povOf = async (name: Name) => (await house.viewer(name)).pov;
const be = (name: Name, availability: Availability) =>
  deps.db.updateTable("rep_load").set({ availability }).where("rep_id", "=", house.reps[name].id).execute();
async function nobodyIsThere() {
  for (const name of ["ana", "lea", "head"] as const) await be(name, "busy");
}
const about = (body: string) => aRequest(house, { body }, deps);

/** Changes what the customer wrote, so that a keyword finds the request from now on. */
const turnsOutToBe = ({ interactionId }: TestRequest, body: string) =>
  deps.db.updateTable("message").set({ body }).where("interaction_id", "=", interactionId).execute();

/** A request without a category that waits for a team, handed over by a rep who does not get it back. */
async function unclearIn(team: "day" | "late"): Promise<TestRequest> {
  await nobodyIsThere();
  const request = await about("Something odd");
  await takeRequest(await povOf("max"), request.sequenceId, deps);
  const to = { teamId: house.teams[team] };
  await handOverRequest(await povOf("max"), { sequenceId: request.sequenceId, to }, deps);
  expect(await storedRequest(request.sequenceId, deps)).toMatchObject({ state: "queued", category_id: null });
  return request;
}

type Prepared = { request: TestRequest; payload: object };

/** The jobs that can move a request to another category, team or tier, each with requests that it moves. */
const MOVING: Record<string, (() => Promise<Prepared>)[]> = {
  lookAtRequest: [
    async () => {
      await nobodyIsThere();
      const request = await about("Something odd");
      await turnsOutToBe(request, "It is gone");
      return { request, payload: { sequenceId: request.sequenceId } };
    },
    async () => {
      const request = await about("Something odd");
      await turnsOutToBe(request, "My loan");
      await be("lea", "available");
      return { request, payload: { sequenceId: request.sequenceId } };
    },
  ],
  drainForRep: [
    async () => {
      const request = await unclearIn("late");
      await turnsOutToBe(request, "My loan");
      await be("lea", "available");
      return { request, payload: { repId: house.reps.lea.id } };
    },
  ],
  drainEverything: [
    async () => {
      const request = await unclearIn("day");
      await turnsOutToBe(request, "It is gone");
      await be("ana", "available");
      return { request, payload: {} };
    },
  ],
  handBackForRep: [
    async () => {
      const request = await unclearIn("late");
      await be("lea", "available");
      await runDueJobs(deps);
      await tasks(deps, FIT_HERE).drainEverything?.({}, {} as JobHelpers);
      expect((await storedRequest(request.sequenceId, deps)).assigned_to_id).toBe(house.reps.lea.id);
      await turnsOutToBe(request, "My loan");
      await be("head", "available");
      await endDuty(house.reps.lea.id, { cause: "signed_out" }, deps);
      return { request, payload: { repId: house.reps.lea.id } };
    },
  ],
};

const MOVES_NOTHING = new Set(["lookAtClassifier", "lookAtClassifiers", "markQuietBackchannels", "forgetSignIns"]);

const placeOf = async ({ sequenceId }: TestRequest) => {
  const { category_id, team_id } = await storedRequest(sequenceId, deps);
  return { category_id, team_id };
};

test("after every job each running clock is under the promises of the request's present place", async () => {
  const list = tasks(deps, FIT_HERE);
  expect(Object.keys(list).filter((name) => !(name in MOVING) && !MOVES_NOTHING.has(name))).toEqual([]);
  for (const [name, ways] of Object.entries(MOVING)) {
    for (const way of ways) {
      const { request, payload } = await way();
      const before = await placeOf(request);
      clock.advance(MINUTE_MS);
      await list[name]?.(payload, {} as JobHelpers);
      expect(await placeOf(request), `${name} moved nothing`).not.toEqual(before);
      expect(await promisesOfAll(deps), `${name}: ${way}`).toEqual([]);
    }
  }
});

test("the promises hold hour by hour, whatever falls due while escalations wait and people come and go", async () => {
  await nobodyIsThere();
  for (const body of ["Something odd", "A lost card", "It is gone", "My loan"]) {
    const pov = await povOf(body === "My loan" ? "lea" : "ana");
    await about(body);
    const { sequenceId, interactionId } = await about(body);
    await takeRequest(pov, sequenceId, deps);
    await escalateRequest(pov, { sequenceId, reason: "Angry" }, deps);
    const answered = await about(body);
    await takeRequest(pov, answered.sequenceId, deps);
    const reply = { clientId: deps.newId(), body: "Since when?", expectedAudience: "customer" as const };
    await postMessage(pov, { ...reply, interactionId: answered.interactionId }, deps);
    const asked = { ...reply, clientId: deps.newId(), interactionId, thenState: "need_info" as const };
    if (body === "My loan") await postMessage(pov, asked, deps);
  }
  const duties: (readonly [Name, Availability])[] = [
    ["head", "available"],
    ["head", "busy"],
    ["ana", "available"],
    ["lea", "on_call"],
  ];
  for (let hour = 0; hour < 24; hour += 1) {
    const duty = duties[hour % duties.length];
    if (duty) await be(...duty);
    clock.advance(hour < 6 ? 7 * MINUTE_MS : HOUR_MS);
    await runDueJobs(deps);
    await tasks(deps, FIT_HERE).drainEverything?.({}, {} as JobHelpers);
    expect(await promisesOfAll(deps), `hour ${hour}`).toEqual([]);
  }
});

test("the check notices a promise without a clock, and a clock that wrongly stands still or runs", async () => {
  await nobodyIsThere();
  const { sequenceId } = await about("My loan");
  const other = await about("Something odd");
  expect(await promisesOfAll(deps)).toEqual([]);
  const clocksOf = (id: string) => deps.db.selectFrom("sla_clock").selectAll().where("sequence_id", "=", id).execute();
  const clocks = [...(await clocksOf(sequenceId)), ...(await clocksOf(other.sequenceId))];
  expect(new Set(clocks.map(({ metric }) => metric)).size).toBe(4);
  for (const each of clocks) {
    await deps.db.deleteFrom("sla_clock").where("id", "=", each.id).execute();
    expect(await promisesOfAll(deps)).toContain(`${each.sequence_id}: ${each.metric} has no clock`);
    await deps.db.insertInto("sla_clock").values(each).execute();
  }
  await deps.db.updateTable("sequence").set({ state: "need_info" }).where("id", "=", sequenceId).execute();
  expect(await promisesOfAll(deps)).toContain(`${sequenceId}: first_reply stands still, or runs`);
});
