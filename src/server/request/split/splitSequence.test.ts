import { afterAll, beforeAll, expect, test } from "vitest";
import type { Pov } from "@/domain/pov/pov";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest } from "@/testing/scenes/aRequest";
import { respondersOf, storedRequest, usedBy, wordsOf } from "@/testing/scenes/storedRequest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { visitorOf } from "../../auth/visitors";
import { answerInvitation } from "../../backchannel/commands/answerInvitation";
import { inviteParty } from "../../backchannel/commands/inviteParty";
import { removeParticipant } from "../../backchannel/commands/removeParticipant";
import { postMessage } from "../../conversation/commands/postMessage";
import { postAsCustomer } from "../../customer/commands/postAsCustomer";
import { rateRequest } from "../../customer/commands/rateRequest";
import { customerConversation } from "../../customer/queries/customerConversation";
import { visibleMessages } from "../../pov/visibleMessages";
import { renameSequence } from "../commands/changeSequence";
import { sequenceView } from "../queries/sequenceView";
import { splitSequence } from "./splitSequence";
import { undoSplit } from "./undoSplit";

const world = await openTestWorld();
const { deps, clock } = world;
const MINUTE_MS = 60_000;

let house: Awaited<ReturnType<typeof aHouse>>;
let strangers: Awaited<ReturnType<typeof aHouse>>;

function aHouse(slug: string) {
  return anOrganization(
    {
      slug,
      teams: { cameras: {}, money: {}, law: {} },
      categories: {
        camera: { team: "cameras", keywords: ["camera"] },
        refund: { team: "money", keywords: ["refund"] },
      },
      reps: {
        ana: { teams: ["cameras"], capacity: 500 },
        mo: { teams: ["money"], capacity: 500 },
        lou: { teams: ["law"], capacity: 500 },
        lex: { teams: ["law"], capacity: 500 },
      },
      budgetsMs: { first_reply: 60 * MINUTE_MS, next_reply: 30 * MINUTE_MS },
    },
    deps,
  );
}

beforeAll(async () => {
  house = await aHouse("shop");
  strangers = await aHouse("bank");
});
afterAll(() => world.close());

type Name = "ana" | "mo" | "lou" | "lex";
const povOf = async (name: Name) => (await house.viewer(name)).pov;
const idOf = (name: Name) => house.reps[name].id;

async function say(contactId: string, body: string): Promise<string> {
  clock.advance(MINUTE_MS);
  return (await postAsCustomer(contactId, { clientId: deps.newId(), body, categoryId: null }, deps)).messageId;
}

async function reply(interactionId: string, body: string, thenState?: "closed") {
  clock.advance(MINUTE_MS);
  const input = { interactionId, clientId: deps.newId(), body, expectedAudience: "customer" as const };
  return postMessage(await povOf("ana"), { ...input, ...(thenState ? { thenState } : {}) }, deps);
}

/** The texts of an interaction that a point of view sees, oldest first. */
async function wordsFor(pov: Pov, ...interactionIds: string[]): Promise<string[]> {
  const all = await Promise.all(interactionIds.map((interactionId) => visibleMessages(pov, { interactionId }, deps)));
  return all.flat().flatMap(({ kind, body }) => (kind === "text" ? body : []));
}

async function pageOf({ token }: { token: string }) {
  const visitor = await visitorOf(token, house.widgetKey, deps);
  if (visitor === null) throw new Error("the visitor is gone");
  const { asOf: _, status: __, ...page } = await customerConversation(visitor, {}, deps);
  return page;
}

const interactionOf = async (sequenceId: string) => (await storedRequest(sequenceId, deps)).interaction_id;

/** A camera request that was answered, closed and rated, and that another matter brought back. */
async function aRatedMatterBroughtBack() {
  const request = await aRequest(house, { body: "My camera is broken" }, deps);
  await reply(request.interactionId, "Press the button", "closed");
  await rateRequest(request.contactId, { sequenceId: request.sequenceId, score: 5, comment: null }, deps);
  const messageId = await say(request.contactId, "Where is my refund?");
  await reply(request.interactionId, "I will look");
  await say(request.contactId, "It was 20 euros");
  return { ...request, messageId };
}

test("a second matter becomes a sequence of its own, and the first is over again with its rating (O7)", async () => {
  const before = await aRatedMatterBroughtBack();
  const used = await usedBy(idOf("ana"), deps);
  const page = await pageOf(before);
  const { sequenceId } = await splitSequence(await povOf("ana"), { ...before, keeps: true }, deps);

  expect(await storedRequest(before.sequenceId, deps)).toMatchObject({
    state: "retired",
    sequence_state: "closed",
    waiting_since: null,
    category_id: house.categories.camera,
  });
  expect((await sequenceView(await povOf("ana"), before.sequenceId, deps)).rating).toEqual({ score: 5, comment: null });
  expect(await wordsOf(before.interactionId, deps)).toEqual([
    "My camera is broken",
    "Press the button",
    "*rating_request",
  ]);

  const part = await storedRequest(sequenceId, deps);
  expect(part).toMatchObject({
    state: "assigned",
    assigned_to_id: idOf("ana"),
    sequence_state: "open",
    subject: "Where is my refund?",
    category_id: house.categories.refund,
    team_id: house.teams.money,
    contact_id: before.contactId,
    last_customer_message_at: clock.now(),
    waiting_since: clock.now(),
  });
  expect(await wordsOf(part.interaction_id, deps)).toEqual(["Where is my refund?", "I will look", "It was 20 euros"]);
  expect(await respondersOf(part.interaction_id, deps)).toEqual([idOf("ana")]);
  expect(await usedBy(idOf("ana"), deps)).toBe(used);
  expect(await pageOf(before)).toEqual(page);
  await say(before.contactId, "Hello?");
  expect(await wordsFor(await povOf("ana"), part.interaction_id)).toContain("Hello?");
});

test("the clocks of the new sequence run from the times of its messages", async () => {
  const before = await aRatedMatterBroughtBack();
  const { sequenceId } = await splitSequence(await povOf("ana"), { ...before, keeps: true }, deps);
  const clocks = await deps.db
    .selectFrom("sla_clock")
    .select(["metric", "started_at", "met_at"])
    .where("sequence_id", "=", sequenceId)
    .orderBy("started_at")
    .execute();
  const ago = (minutes: number) => new Date(clock.now().getTime() - minutes * MINUTE_MS);
  expect(clocks).toEqual([
    { metric: "first_reply", started_at: ago(2), met_at: ago(1) },
    { metric: "next_reply", started_at: ago(0), met_at: null },
  ]);
});

test("a matter that was not over goes on without the moved messages", async () => {
  const request = await aRequest(house, { body: "My camera is broken" }, deps);
  await reply(request.interactionId, "Since when?");
  const messageId = await say(request.contactId, "Where is my refund?");
  await splitSequence(await povOf("ana"), { ...request, messageId, keeps: true }, deps);
  const { state, waiting_since } = await storedRequest(request.sequenceId, deps);
  expect({ state, waiting_since }).toEqual({ state: "assigned", waiting_since: null });
  const { clocks } = await sequenceView(await povOf("ana"), request.sequenceId, deps);
  expect(clocks).toMatchObject([{ metric: "first_reply", state: "met" }]);
});

test("if the answer moves, the rest waits for one, and no silence closes it (R17)", async () => {
  const { contactId, sequenceId, interactionId } = await aRequest(house, { body: "A camera" }, deps);
  const since = clock.now();
  const messageId = await say(contactId, "Where is my refund?");
  await reply(interactionId, "On its way. Was it by card?");
  const whole = await storedRequest(sequenceId, deps);
  const part = await splitSequence(await povOf("ana"), { sequenceId, messageId, keeps: true }, deps);
  expect(await storedRequest(sequenceId, deps)).toMatchObject({ waiting_since: since, owed_since: null });
  expect(await storedRequest(part.sequenceId, deps)).toMatchObject({ waiting_since: null, owed_since: clock.now() });

  await undoSplit(await povOf("ana"), part, deps);
  const { waiting_since, owed_since, last_reply_at, last_customer_message_at } = whole;
  const standing = { waiting_since, owed_since, last_reply_at, last_customer_message_at };
  expect(await storedRequest(sequenceId, deps)).toMatchObject(standing);
});

test("if our question stays and the next matter moves, the customer owes an answer from then on (R17)", async () => {
  const { contactId, sequenceId, interactionId } = await aRequest(house, { body: "A camera" }, deps);
  await reply(interactionId, "Which camera?");
  const messageId = await say(contactId, "Where is my refund?");
  expect(await storedRequest(sequenceId, deps)).toMatchObject({ owed_since: null });
  clock.advance(MINUTE_MS);
  const part = await splitSequence(await povOf("ana"), { sequenceId, messageId, keeps: true }, deps);
  expect(await storedRequest(sequenceId, deps)).toMatchObject({ waiting_since: null, owed_since: clock.now() });
  await undoSplit(await povOf("ana"), part, deps);
  expect(await storedRequest(sequenceId, deps)).toMatchObject({ owed_since: null });
});

test("nobody sees more or less of what was said: neither guests, nor late guests, nor parties who left (P1, P2)", async () => {
  const request = await aRequest(house, { body: "My camera is broken" }, deps);
  const { interactionId } = request;
  const ana = await povOf("ana");
  const invite = async (name: Name, showFrom: "now" | "start") => {
    await inviteParty(ana, { interactionId, partyId: idOf(name), showFrom }, deps);
    await answerInvitation(await povOf(name), { interactionId, accepts: true }, deps);
  };
  await invite("mo", "start");
  await reply(interactionId, "Since when?");
  const messageId = await say(request.contactId, "Where is my refund?");
  await removeParticipant(ana, { interactionId, partyId: idOf("mo") }, deps);
  await invite("lou", "now");
  await say(request.contactId, "It was 20 euros");
  await invite("lex", "start");
  const names = ["ana", "mo", "lou", "lex"] as const;
  const before = await Promise.all(names.map(async (name) => wordsFor(await povOf(name), interactionId)));
  const left = await sequenceView(await povOf("mo"), request.sequenceId, deps);

  const { sequenceId } = await splitSequence(ana, { ...request, messageId, keeps: true }, deps);
  const part = await interactionOf(sequenceId);
  const after = await Promise.all(names.map(async (name) => wordsFor(await povOf(name), interactionId, part)));
  expect(after).toEqual(before);
  expect(before[2]).toEqual(["It was 20 euros"]);
  expect(await wordsFor(await povOf("lou"), part)).toEqual(["It was 20 euros"]);
  expect(await wordsFor(await povOf("mo"), interactionId)).toContain("Where is my refund?");
  expect(await sequenceView(await povOf("mo"), request.sequenceId, deps)).toEqual({
    ...left,
    asOf: expect.any(String),
  });
  await expect(sequenceView(await povOf("mo"), sequenceId, deps)).rejects.toMatchObject({ code: "not_found" });
});

test("a routed split goes to the team of its category; the rep who split keeps what was there (R9)", async () => {
  const before = await aRatedMatterBroughtBack();
  const { sequenceId } = await splitSequence(await povOf("ana"), { ...before, keeps: false }, deps);
  const part = await storedRequest(sequenceId, deps);
  expect(part).toMatchObject({ state: "assigned", assigned_to_id: idOf("mo"), team_id: house.teams.money });
  expect(await wordsFor(await povOf("mo"), part.interaction_id)).toEqual([
    "Where is my refund?",
    "I will look",
    "It was 20 euros",
  ]);
  expect(await wordsFor(await povOf("mo"), before.interactionId)).toEqual([]);
  expect(await wordsFor(await povOf("ana"), part.interaction_id)).toContain("It was 20 euros");
});

test("taking back a split restores everything, and moves what was written since too", async () => {
  const before = await aRatedMatterBroughtBack();
  const ana = await povOf("ana");
  const used = await usedBy(idOf("ana"), deps);
  const stood = await storedRequest(before.sequenceId, deps);
  const clocksOf = async () => (await sequenceView(ana, before.sequenceId, deps)).clocks;
  const clocks = await clocksOf();
  const { sequenceId } = await splitSequence(ana, { ...before, keeps: true }, deps);
  await say(before.contactId, "Hello?");
  const page = await pageOf(before);
  expect(await undoSplit(ana, { sequenceId }, deps)).toEqual({ sequenceId: before.sequenceId });

  const { state, assigned_to_id, waiting_since, sequence_state } = await storedRequest(before.sequenceId, deps);
  expect({ state, assigned_to_id, waiting_since, sequence_state }).toEqual({
    state: stood.state,
    assigned_to_id: stood.assigned_to_id,
    waiting_since: stood.waiting_since,
    sequence_state: stood.sequence_state,
  });
  expect(await clocksOf()).toEqual(clocks);
  expect(await wordsFor(ana, before.interactionId)).toEqual([
    ...["My camera is broken", "Press the button", "Where is my refund?", "I will look", "It was 20 euros", "Hello?"],
  ]);
  expect(await pageOf(before)).toEqual(page);
  expect(await usedBy(idOf("ana"), deps)).toBe(used);
  expect((await sequenceView(ana, before.sequenceId, deps)).otherSequences).toEqual([]);
  await undoSplit(ana, { sequenceId }, deps);
  const rename = { sequenceId, seen: "Where is my refund?", subject: "Refund" };
  await expect(renameSequence(ana, rename, deps)).rejects.toMatchObject({ code: "sequence_merged" });
  await say(before.contactId, "Still there?");
  expect(await wordsFor(ana, before.interactionId)).toContain("Still there?");
});

test("a split is not taken back once somebody else has the new sequence, nor by anybody else", async () => {
  const before = await aRatedMatterBroughtBack();
  const ana = await povOf("ana");
  const { sequenceId } = await splitSequence(ana, { ...before, keeps: false }, deps);
  await expect(undoSplit(ana, { sequenceId }, deps)).rejects.toMatchObject({ code: "split_has_others" });
  await expect(undoSplit(await povOf("mo"), { sequenceId }, deps)).rejects.toMatchObject({ code: "split_by_another" });
  await expect(undoSplit(await povOf("lou"), { sequenceId }, deps)).rejects.toMatchObject({ code: "not_found" });
  const never = { sequenceId: before.sequenceId };
  await expect(undoSplit(ana, never, deps)).rejects.toMatchObject({ code: "invalid_input" });
});

test("taking back a split after ten minutes is refused", async () => {
  const before = await aRatedMatterBroughtBack();
  const ana = await povOf("ana");
  const part = await splitSequence(ana, { ...before, keeps: true }, deps);
  clock.advance(10 * MINUTE_MS + 1);
  await expect(undoSplit(ana, part, deps)).rejects.toMatchObject({ code: "split_too_old" });
});

test("only a later message of the customer can be split off, and only by a responder who sees it", async () => {
  const request = await aRequest(house, { body: "My camera is broken" }, deps);
  const { messageId: ours } = await reply(request.interactionId, "Since when?");
  const later = await say(request.contactId, "Where is my refund?");
  const ana = await povOf("ana");
  const input = { ...request, keeps: true };
  for (const messageId of [request.messageId, ours])
    await expect(splitSequence(ana, { ...input, messageId }, deps)).rejects.toMatchObject({ code: "invalid_input" });
  await expect(splitSequence(ana, { ...input, messageId: deps.newId() }, deps)).rejects.toMatchObject({
    code: "not_found",
  });
  await inviteParty(ana, { interactionId: request.interactionId, partyId: idOf("lou"), showFrom: "now" }, deps);
  const lou = await povOf("lou");
  await answerInvitation(lou, { interactionId: request.interactionId, accepts: true }, deps);
  await expect(splitSequence(lou, { ...input, messageId: later }, deps)).rejects.toMatchObject({ code: "not_found" });
  for (const pov of [await povOf("mo"), (await strangers.viewer("ana")).pov])
    await expect(splitSequence(pov, { ...input, messageId: later }, deps)).rejects.toMatchObject({ code: "not_found" });
});

test("splitting twice at once splits once", async () => {
  const before = await aRatedMatterBroughtBack();
  const ana = await povOf("ana");
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => splitSequence(ana, { ...before, keeps: true }, deps)));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const parts = await deps.db
    .selectFrom("sequence")
    .select("id")
    .where("split_from_id", "=", before.sequenceId)
    .execute();
  expect(parts).toHaveLength(1);
});
