import { afterAll, beforeEach, expect, test } from "vitest";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest } from "@/testing/scenes/aRequest";
import { respondersOf, storedRequest } from "@/testing/scenes/storedRequest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { runDueJobs } from "@/testing/world/runDueJobs";
import { setAvailability } from "../../availability/setAvailability";
import { answerInvitation } from "../../backchannel/commands/answerInvitation";
import { inviteParty } from "../../backchannel/commands/inviteParty";
import { boardView } from "../../board/boardView";
import { postMessage } from "../../conversation/commands/postMessage";
import { drainEverything } from "../../routing/commands/drainQueues";
import { handBackForRep } from "../../routing/commands/handBackForRep";
import { queuePage } from "../queries/queuePage";
import { sequenceView } from "../queries/sequenceView";
import { escalateRequest, withdrawEscalation } from "./escalateRequest";
import { handOverRequest } from "./handOverRequest";
import { setSequenceState } from "./setSequenceState";
import { takeRequest } from "./takeRequest";

const world = await openTestWorld();
const { deps, clock } = world;

let made = 0;
let house: Awaited<ReturnType<typeof aHouse>>;

function aHouse() {
  made += 1;
  return anOrganization(
    {
      slug: `desk${made}`,
      teams: { cards: {}, loans: {} },
      categories: { card: { team: "cards", keywords: ["card"] } },
      reps: {
        ana: { teams: ["cards"], capacity: 50 },
        lea: { teams: ["loans"], capacity: 50 },
        head: { role: "supervisor", teams: ["cards"], supervises: ["cards"], capacity: 1, availability: "away" },
      },
    },
    deps,
  );
}

beforeEach(async () => {
  await deps.pool.query("delete from graphile_worker._private_jobs");
  house = await aHouse();
});
afterAll(() => world.close());

const povOf = async (name: "ana" | "lea" | "head") => (await house.viewer(name)).pov;

async function escalated() {
  const request = await aRequest(house, { body: "My card" }, deps);
  const answer = await escalateRequest(await povOf("ana"), { sequenceId: request.sequenceId, reason: "Angry" }, deps);
  return { ...request, answer };
}

/** Parley takes a rep off duty and hands back their unanswered requests. */
async function absent(name: "ana" | "head") {
  const { id } = house.reps[name];
  await deps.db.updateTable("rep_load").set({ availability: "away" }).where("rep_id", "=", id).execute();
  await deps.db
    .insertInto("automatic_absence")
    .values({
      id: deps.newId(),
      organization_id: house.id,
      rep_id: id,
      cause: "unseen",
      availability_before: "available",
      began_at: clock.now(),
    })
    .execute();
  await handBackForRep(id, deps);
}

const escalationOf = async (sequenceId: string) =>
  (await sequenceView(await povOf("ana"), sequenceId, deps)).escalation;

test("an escalation that finds no supervisor says why, and waits with the rep and on the board", async () => {
  const { sequenceId, interactionId, answer } = await escalated();
  expect(answer).toEqual({ isHandedOver: false, heldBy: "no_rep_available" });
  expect(await respondersOf(interactionId, deps)).toEqual([house.reps.ana.id]);
  expect(await escalationOf(sequenceId)).toMatchObject({
    state: "waiting",
    reason: "Angry",
    heldBy: "no_rep_available",
    at: clock.now(),
    triedAt: clock.now(),
  });
  const pov = await povOf("head");
  expect((await boardView(pov, deps)).escalated).toBe(1);
  const { rows } = await queuePage(pov, { view: "board", figure: "escalated" }, deps);
  expect(rows.map((row) => [row.sequenceId, row.isEscalated])).toEqual([[sequenceId, true]]);
});

test("a waiting escalation is given to a supervisor as soon as one comes on duty", async () => {
  const { sequenceId, interactionId } = await escalated();
  clock.advance(60_000);
  await setAvailability(await povOf("head"), { availability: "available" }, deps);
  await runDueJobs(deps);
  expect(await respondersOf(interactionId, deps)).toEqual([house.reps.head.id]);
  expect(await storedRequest(sequenceId, deps)).toMatchObject({
    escalation_state: "given",
    escalated_by_id: house.reps.ana.id,
    escalation_reason: "Angry",
    escalation_held_by: null,
  });
});

test("it is given as soon as a supervisor has room again, and by the sweep to a new supervisor", async () => {
  await setAvailability(await povOf("head"), { availability: "available" }, deps);
  const first = await escalated();
  const second = await escalated();
  expect(first.answer.isHandedOver).toBe(true);
  expect(second.answer).toEqual({ isHandedOver: false, heldBy: "at_capacity" });
  const { interactionId } = first;
  const reply = { interactionId, clientId: deps.newId(), body: "Done", expectedAudience: "customer" as const };
  await postMessage(await povOf("head"), { ...reply, thenState: "closed" }, deps);
  await runDueJobs(deps);
  expect(await respondersOf(second.interactionId, deps)).toEqual([house.reps.head.id]);

  const third = await escalated();
  const membership = {
    id: deps.newId(),
    organization_id: house.id,
    team_id: house.teams.cards,
    rep_id: house.reps.lea.id,
  };
  await deps.db
    .insertInto("team_member")
    .values({ ...membership, is_supervisor: true, from_at: clock.now() })
    .execute();
  await drainEverything(deps);
  expect(await respondersOf(third.interactionId, deps)).toEqual([house.reps.lea.id]);
});

test("trying again writes nothing if the reason is the same, and tells a new reason", async () => {
  const { sequenceId } = await escalated();
  const { version } = await storedRequest(sequenceId, deps);
  clock.advance(60_000);
  await drainEverything(deps);
  expect((await storedRequest(sequenceId, deps)).version).toBe(version);
  await deps.db
    .updateTable("rep_load")
    .set({ availability: "available", used: 1 })
    .where("rep_id", "=", house.reps.head.id)
    .execute();
  await drainEverything(deps);
  expect(await escalationOf(sequenceId)).toMatchObject({ heldBy: "at_capacity", triedAt: clock.now() });
});

test("an escalation that the rep withdraws leaves the board, and nobody gets it later", async () => {
  const { sequenceId, interactionId } = await escalated();
  await withdrawEscalation(await povOf("ana"), sequenceId, deps);
  expect(await escalationOf(sequenceId)).toBeNull();
  expect((await boardView(await povOf("head"), deps)).escalated).toBe(0);
  await setAvailability(await povOf("head"), { availability: "available" }, deps);
  await runDueJobs(deps);
  expect(await respondersOf(interactionId, deps)).toEqual([house.reps.ana.id]);
});

test("a hand-over ends it, and so does a closing", async () => {
  const handed = await escalated();
  await handOverRequest(await povOf("ana"), { sequenceId: handed.sequenceId, to: { teamId: house.teams.loans } }, deps);
  const closed = await escalated();
  const { interactionId } = closed;
  const reply = { interactionId, clientId: deps.newId(), body: "Done", expectedAudience: "customer" as const };
  await postMessage(await povOf("ana"), { ...reply, thenState: "closed" }, deps);
  for (const { sequenceId } of [handed, closed]) {
    expect(await storedRequest(sequenceId, deps)).toMatchObject({ escalated_at: null, escalation_state: null });
  }
});

test("taking back a closing restores the escalation, and it is tried again", async () => {
  const { sequenceId, interactionId } = await escalated();
  const before = await escalationOf(sequenceId);
  clock.advance(60_000);
  const ana = await povOf("ana");
  await setSequenceState(ana, { sequenceId, state: "closed", seen: "open" }, deps);
  expect((await boardView(await povOf("head"), deps)).escalated).toBe(0);
  await setSequenceState(ana, { sequenceId, state: "open", seen: "closed" }, deps);
  expect(await escalationOf(sequenceId)).toEqual(before);
  await setAvailability(await povOf("head"), { availability: "available" }, deps);
  await runDueJobs(deps);
  expect(await respondersOf(interactionId, deps)).toEqual([house.reps.head.id]);
});

test("it keeps waiting when a rule takes the request from an absent rep or supervisor", async () => {
  const { cards } = house.teams;
  await deps.db.updateTable("team").set({ on_absence: "hand_back" }).where("party_id", "=", cards).execute();
  const open = await escalated();
  await absent("ana");
  expect(await storedRequest(open.sequenceId, deps)).toMatchObject({ state: "queued", escalation_state: "waiting" });
  await setAvailability(await povOf("head"), { availability: "available" }, deps);
  await runDueJobs(deps);
  expect(await respondersOf(open.interactionId, deps)).toEqual([house.reps.head.id]);
  await absent("head");
  const { escalation_state, escalation_reason } = await storedRequest(open.sequenceId, deps);
  expect([escalation_state, escalation_reason]).toEqual(["waiting", "Angry"]);
});

test("a rep who takes the request out of the queue does not end the search for a supervisor", async () => {
  const { sequenceId, interactionId } = await escalated();
  await inviteParty(await povOf("ana"), { interactionId, partyId: house.reps.lea.id, showFrom: "start" }, deps);
  await answerInvitation(await povOf("lea"), { interactionId, accepts: true }, deps);
  await handOverRequest(await povOf("ana"), { sequenceId, to: { teamId: house.teams.cards } }, deps);
  await escalateRequest(await povOf("lea"), { sequenceId, reason: "Still angry" }, deps);
  await takeRequest(await povOf("ana"), sequenceId, deps);
  expect(await escalationOf(sequenceId)).toMatchObject({ state: "waiting", reason: "Still angry" });
});

test("a supervisor who takes the request over ends the search", async () => {
  const { sequenceId } = await escalated();
  await takeRequest(await povOf("head"), sequenceId, deps);
  expect(await storedRequest(sequenceId, deps)).toMatchObject({
    assigned_to_id: house.reps.head.id,
    escalation_state: "given",
  });
});
