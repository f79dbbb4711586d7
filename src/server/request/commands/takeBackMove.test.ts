import { afterAll, beforeAll, expect, test } from "vitest";
import { TAKE_BACK_WITHIN_MS } from "@/domain/request/beforeClosing";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest } from "@/testing/scenes/aRequest";
import { respondersOf, storedRequest, usedBy } from "@/testing/scenes/storedRequest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { answerInvitation } from "../../backchannel/commands/answerInvitation";
import { inviteParty } from "../../backchannel/commands/inviteParty";
import { postMessage } from "../../conversation/commands/postMessage";
import { sequenceView } from "../queries/sequenceView";
import { setSequenceCategory } from "./changeSequence";
import { escalateRequest, withdrawEscalation } from "./escalateRequest";
import { handOverRequest } from "./handOverRequest";
import { takeBackMove } from "./takeBackMove";
import { takeRequest } from "./takeRequest";

const world = await openTestWorld();
const { deps, clock } = world;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

let house: Awaited<ReturnType<typeof aHouse>>;
let strangers: Awaited<ReturnType<typeof aHouse>>;

function aHouse(slug: string) {
  return anOrganization(
    {
      slug,
      teams: { cards: {}, loans: {}, sleepy: {} },
      categories: {
        card: { team: "cards", keywords: ["card"] },
        loan: { team: "loans", keywords: ["loan"] },
        sleepy: { team: "sleepy", keywords: ["sleepy"] },
      },
      reps: {
        ana: { teams: ["cards"], capacity: 50 },
        ben: { teams: ["loans"], capacity: 50 },
        sam: { teams: ["sleepy", "cards"], capacity: 50, availability: "busy" },
        head: { role: "supervisor", teams: ["cards"], supervises: ["cards"], capacity: 1, availability: "busy" },
      },
      budgetsMs: { pick_up: HOUR_MS, first_reply: HOUR_MS, resolution: 8 * HOUR_MS },
    },
    deps,
  );
}

beforeAll(async () => {
  house = await aHouse("bank");
  strangers = await aHouse("shop");
});
afterAll(() => world.close());

type Name = "ana" | "ben" | "sam" | "head";
const povOf = async (name: Name) => (await house.viewer(name)).pov;
const back = async (name: Name, sequenceId: string) => takeBackMove(await povOf(name), { sequenceId }, deps);
/** Time passes while a request is taken. */
const passing = {
  ...deps,
  clock: {
    now() {
      clock.advance(1);
      return clock.now();
    },
  },
};
const take = async (name: Name, sequenceId: string) => takeRequest(await povOf(name), sequenceId, passing);
const handToBen = async (sequenceId: string) =>
  handOverRequest(await povOf("ana"), { sequenceId, to: { repId: house.reps.ben.id } }, deps);

/** All of a request that a move changes, but for its version and what is kept for the undo. */
async function standing(sequenceId: string, interactionId: string) {
  const {
    version: _,
    sequence_version: __,
    before_move: ___,
    look_at: ____,
    ...row
  } = await storedRequest(sequenceId, deps);
  return { ...row, responders: await respondersOf(interactionId, deps) };
}

const clocksOf = async (name: Name, sequenceId: string) =>
  [...(await sequenceView(await povOf(name), sequenceId, deps)).clocks].sort((a, b) => (a.metric < b.metric ? -1 : 1));

async function reply(name: Name, interactionId: string) {
  const input = { interactionId, clientId: deps.newId(), body: "An answer", expectedAudience: "customer" as const };
  await postMessage(await povOf(name), input, deps);
}

test("a take is taken back: the request waits in its team's queue again, as if nobody had picked it up", async () => {
  const { sequenceId, interactionId } = await aRequest(house, { body: "A sleepy one" }, deps);
  const [before, clocks] = [await standing(sequenceId, interactionId), await clocksOf("sam", sequenceId)];
  const used = await usedBy(house.reps.sam.id, deps);
  expect(before).toMatchObject({ state: "queued", assigned_to_id: null, picked_up_at: null });
  await take("sam", sequenceId);
  expect(await usedBy(house.reps.sam.id, deps)).toBe(used + 1);
  clock.advance(MINUTE_MS);
  await back("sam", sequenceId);
  expect(await standing(sequenceId, interactionId)).toEqual(before);
  expect(await clocksOf("sam", sequenceId)).toEqual(clocks);
  expect(await usedBy(house.reps.sam.id, deps)).toBe(used);
  await expect(back("sam", sequenceId)).rejects.toMatchObject({ code: "undo_overtaken" });
});

test("a take without a category goes back to the unassigned requests", async () => {
  const { sequenceId, interactionId } = await aRequest(house, { body: "Hm" }, deps);
  const before = await standing(sequenceId, interactionId);
  expect(before.state).toBe("unassigned");
  await take("ana", sequenceId);
  await back("ana", sequenceId);
  expect(await standing(sequenceId, interactionId)).toEqual(before);
});

test("what a supervisor took over goes back to its rep, unless they are off duty by now", async () => {
  const { sequenceId, interactionId } = await aRequest(house, { body: "My card" }, deps);
  const before = await standing(sequenceId, interactionId);
  expect(before.assigned_to_id).toBe(house.reps.ana.id);
  await take("head", sequenceId);
  await be("ana", "offline");
  const taken = await standing(sequenceId, interactionId);
  await expect(back("head", sequenceId)).rejects.toMatchObject({ code: "rep_absent" });
  expect(await standing(sequenceId, interactionId)).toEqual(taken);
  await be("ana", "available");
  await back("head", sequenceId);
  expect(await standing(sequenceId, interactionId)).toEqual(before);
});

async function be(name: "ana", availability: "available" | "offline") {
  await deps.db.updateTable("rep_load").set({ availability }).where("rep_id", "=", house.reps[name].id).execute();
}

test("a hand-over is taken back from a rep, from a team's queue, and from whom the team's rules gave it", async () => {
  const { loans, sleepy } = house.teams;
  const receivers = [
    { to: { repId: house.reps.ben.id }, state: "assigned" },
    { to: { teamId: sleepy }, state: "queued" },
    { to: { teamId: loans }, state: "assigned" },
  ] as const;
  for (const { to, state } of receivers) {
    const { sequenceId, interactionId } = await aRequest(house, { body: "My card" }, deps);
    const [before, clocks] = [await standing(sequenceId, interactionId), await clocksOf("ana", sequenceId)];
    const used = await usedBy(house.reps.ben.id, deps);
    await handOverRequest(await povOf("ana"), { sequenceId, to }, deps);
    const handed = await standing(sequenceId, interactionId);
    expect(handed.state).toBe(state);
    expect(handed.assigned_to_id).not.toBe(house.reps.ana.id);
    await back("ana", sequenceId);
    expect(await standing(sequenceId, interactionId)).toEqual(before);
    expect(await clocksOf("ana", sequenceId)).toEqual(clocks);
    expect(await usedBy(house.reps.ben.id, deps)).toBe(used);
  }
});

test("a withdrawn escalation waits again, with its reason", async () => {
  const { sequenceId, interactionId } = await aRequest(house, { body: "My card" }, deps);
  await escalateRequest(await povOf("ana"), { sequenceId, reason: "Angry" }, deps);
  const before = await standing(sequenceId, interactionId);
  expect(before).toMatchObject({ escalation_state: "waiting", escalation_reason: "Angry" });
  await withdrawEscalation(await povOf("ana"), sequenceId, deps);
  await back("ana", sequenceId);
  expect(await standing(sequenceId, interactionId)).toEqual(before);
});

test("two acts in a row are taken back one after the other, and a hand-over brings back its escalation", async () => {
  const { sequenceId, interactionId } = await aRequest(house, { body: "A sleepy one" }, deps);
  const before = await standing(sequenceId, interactionId);
  await take("sam", sequenceId);
  await escalateRequest(await povOf("sam"), { sequenceId, reason: "Angry" }, deps);
  const escalated = await standing(sequenceId, interactionId);
  await handOverRequest(await povOf("sam"), { sequenceId, to: { repId: house.reps.ben.id } }, deps);
  await back("sam", sequenceId);
  expect(await standing(sequenceId, interactionId)).toEqual(escalated);
  // It was escalated after it was taken, so the take cannot be undone before the escalation is withdrawn.
  await expect(back("sam", sequenceId)).rejects.toMatchObject({ code: "undo_overtaken" });
  await deps.db
    .updateTable("request")
    .set({ escalation_state: null, escalated_at: null, escalated_by_id: null, escalation_reason: null })
    .set({ escalation_held_by: null, escalation_tried_at: null })
    .where("sequence_id", "=", sequenceId)
    .execute();
  await back("sam", sequenceId);
  expect(await standing(sequenceId, interactionId)).toEqual(before);
});

test("a second rep to whom a request was handed takes part beside its rep again once that is taken back", async () => {
  const { sequenceId, interactionId } = await aRequest(house, { body: "My card" }, deps);
  await inviteParty(await povOf("ana"), { interactionId, partyId: house.reps.ben.id, showFrom: "start" }, deps);
  await answerInvitation(await povOf("ben"), { interactionId, accepts: true }, deps);
  const before = await openParts(interactionId);
  expect(before).toContainEqual({ party_id: house.reps.ben.id, role: "specialist", takes_part: true });
  await handToBen(sequenceId);
  await back("ana", sequenceId);
  expect(await openParts(interactionId)).toEqual(before);
  await reply("ben", interactionId);
});

test("a supervisor who was invited, took the request over and takes that back is invited again", async () => {
  const { sequenceId, interactionId } = await aRequest(house, { body: "My card" }, deps);
  await inviteParty(await povOf("ana"), { interactionId, partyId: house.reps.head.id, showFrom: "start" }, deps);
  const before = await openParts(interactionId);
  expect(before).toContainEqual({ party_id: house.reps.head.id, role: "specialist", takes_part: false });
  await take("head", sequenceId);
  await back("head", sequenceId);
  expect(await openParts(interactionId)).toEqual(before);
  await answerInvitation(await povOf("head"), { interactionId, accepts: true }, deps);
  await reply("head", interactionId);
});

/** Who takes part in an interaction now or is invited, and as what. */
async function openParts(interactionId: string) {
  const { rows } = await deps.pool.query(
    `select party_id, role, from_at is not null as takes_part from participation
     where interaction_id = $1 and until_at is null and declined_at is null order by party_id`,
    [interactionId],
  );
  return rows;
}

test("an act that something has overtaken is not taken back, and nothing changes", async () => {
  const overtaking: Record<string, (sequenceId: string, interactionId: string) => Promise<unknown>> = {
    answered: (_, interactionId) => reply("ben", interactionId),
    categorised: async (sequenceId) =>
      setSequenceCategory(
        await povOf("ben"),
        { sequenceId, categoryId: house.categories.loan, seen: house.categories.card },
        deps,
      ),
    "handed on": async (sequenceId) =>
      handOverRequest(await povOf("ben"), { sequenceId, to: { teamId: house.teams.sleepy } }, deps),
    old: async () => clock.advance(TAKE_BACK_WITHIN_MS + MINUTE_MS),
  };
  for (const [what, overtake] of Object.entries(overtaking)) {
    const { sequenceId, interactionId } = await aRequest(house, { body: "My card" }, deps);
    await handToBen(sequenceId);
    await overtake(sequenceId, interactionId);
    const now = await standing(sequenceId, interactionId);
    await expect(back("ana", sequenceId), what).rejects.toMatchObject({ code: "undo_overtaken" });
    expect(await standing(sequenceId, interactionId), what).toEqual(now);
  }
});

test("only who acted can take it back, and to others the request is there or missing as before", async () => {
  const { sequenceId } = await aRequest(house, { body: "My card" }, deps);
  await handToBen(sequenceId);
  await expect(back("ben", sequenceId)).rejects.toMatchObject({ code: "undo_overtaken" });
  await expect(back("sam", sequenceId)).rejects.toMatchObject({ code: "not_found" });
  const stranger = (await strangers.viewer("ana")).pov;
  await expect(takeBackMove(stranger, { sequenceId }, deps)).rejects.toMatchObject({ code: "not_found" });
});
