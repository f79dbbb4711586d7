import { afterAll, beforeAll, expect, test } from "vitest";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest } from "@/testing/scenes/aRequest";
import { NINE_TO_FIVE } from "@/testing/scenes/slaTestCalendars";
import { respondersOf, storedRequest, wordsOf } from "@/testing/scenes/storedRequest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { postMessage } from "../../conversation/commands/postMessage";
import { setSequenceState } from "../../request/commands/setSequenceState";
import { pickCategory } from "./pickCategory";
import { postAsCustomer } from "./postAsCustomer";

const world = await openTestWorld();
const { deps, clock } = world;
const HOUR_MS = 3_600_000;

let house: Awaited<ReturnType<typeof aHouse>>;
let strangers: Awaited<ReturnType<typeof aHouse>>;

function aHouse(slug: string) {
  return anOrganization(
    {
      slug,
      teams: { cards: {}, office: { calendar: NINE_TO_FIVE } },
      categories: {
        card: { team: "cards", keywords: ["card"] },
        opening: { team: "office", keywords: ["account"] },
        internal: { team: "cards", isOffered: false },
        former: { team: "cards", isRetired: true },
      },
      reps: { ana: { teams: ["cards"], capacity: 500 }, ola: { teams: ["office"], capacity: 500 } },
      budgetsMs: { first_reply: HOUR_MS },
    },
    deps,
  );
}

beforeAll(async () => {
  house = await aHouse("bank");
  strangers = await aHouse("shop");
});
afterAll(() => world.close());

const say = (contactId: string, body: string, clientId = deps.newId(), categoryId: string | null = null) =>
  postAsCustomer(contactId, { clientId, body, categoryId }, deps);

async function requestsOf(contactId: string) {
  return deps.db.selectFrom("request").selectAll().where("contact_id", "=", contactId).orderBy("created_at").execute();
}

async function messagesBy(contactId: string) {
  return deps.db.selectFrom("message").select(["id", "ordinal", "body"]).where("author_id", "=", contactId).execute();
}

async function close(rep: "ana" | "ola", sequenceId: string) {
  const { pov } = await house.viewer(rep);
  const { sequence_state } = await storedRequest(sequenceId, deps);
  await setSequenceState(pov, { sequenceId, state: "closed", seen: sequence_state }, deps);
}

test("a first message opens a conversation, is routed by its words, and one rep gets it", async () => {
  const { sequenceId, interactionId, contactId } = await aRequest(house, { body: "My card is gone" }, deps);
  const request = await storedRequest(sequenceId, deps);
  expect(request).toMatchObject({ state: "assigned", assigned_to_id: house.reps.ana.id, team_id: house.teams.cards });
  expect(request).toMatchObject({
    category_id: house.categories.card,
    category_source: "rule",
    sequence_state: "open",
  });
  expect(await respondersOf(interactionId, deps)).toEqual([house.reps.ana.id]);
  expect(await wordsOf(interactionId, deps)).toEqual(["My card is gone"]);
  expect(await messagesBy(contactId)).toHaveLength(1);
});

test("a second message goes into the same matter", async () => {
  const { contactId, interactionId } = await aRequest(house, { body: "My card" }, deps);
  await say(contactId, "It is blue");
  expect(await wordsOf(interactionId, deps)).toEqual(["My card", "It is blue"]);
  expect(await requestsOf(contactId)).toHaveLength(1);
});

test("sending the same message again returns the same id and stores nothing", async () => {
  const { contactId } = await house.visitor();
  const [first, later] = [deps.newId(), deps.newId()];
  const opened = await say(contactId, "My card", first);
  expect(await say(contactId, "My card", first)).toEqual(opened);
  const said = await say(contactId, "It is blue", later);
  expect(await say(contactId, "It is blue", later)).toEqual(said);
  expect(await messagesBy(contactId)).toHaveLength(2);
});

test("a first message sent twenty times at once is one message in one matter", async () => {
  const { contactId } = await house.visitor();
  const clientId = deps.newId();
  const answers = await Promise.all(Array.from({ length: 20 }, () => say(contactId, "My card", clientId)));
  expect(new Set(answers.map(({ messageId }) => messageId)).size).toBe(1);
  expect(await messagesBy(contactId)).toHaveLength(1);
  expect(await requestsOf(contactId)).toHaveLength(1);
});

test("twenty first messages at once go into one matter, each once", async () => {
  const { contactId } = await house.visitor();
  await Promise.all(Array.from({ length: 20 }, (_, index) => say(contactId, `My card ${index}`)));
  expect(await requestsOf(contactId)).toHaveLength(1);
  const messages = await messagesBy(contactId);
  expect(new Set(messages.map(({ body }) => body)).size).toBe(20);
  expect(messages.map(({ ordinal }) => ordinal).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 20 }, (_, n) => n + 1),
  );
});

test("a message soon after the end brings the matter back, and a rep gets it", async () => {
  const { contactId, sequenceId, interactionId } = await aRequest(house, { body: "My card" }, deps);
  await close("ana", sequenceId);
  expect(await storedRequest(sequenceId, deps)).toMatchObject({ state: "retired", sequence_state: "closed" });
  clock.advance(23 * HOUR_MS);
  await say(contactId, "One more thing");
  const request = await storedRequest(sequenceId, deps);
  expect(request).toMatchObject({ state: "assigned", sequence_state: "open", assigned_to_id: house.reps.ana.id });
  expect(request).toMatchObject({ retired_at: null, retire_reason: null });
  expect(await respondersOf(interactionId, deps)).toEqual([house.reps.ana.id]);
  expect(await requestsOf(contactId)).toHaveLength(1);
});

test("a message long after the end begins a new matter of the same conversation", async () => {
  const { contactId, sequenceId } = await aRequest(house, { body: "My card" }, deps);
  await close("ana", sequenceId);
  clock.advance(24 * HOUR_MS + 1);
  await say(contactId, "My card again");
  const [former, present] = await requestsOf(contactId);
  expect(former?.state).toBe("retired");
  expect(present).toMatchObject({ state: "assigned", conversation_id: former?.conversation_id });
});

test("two messages at once long after the end begin one new matter", async () => {
  const { contactId, sequenceId } = await aRequest(house, { body: "My card" }, deps);
  await close("ana", sequenceId);
  clock.advance(48 * HOUR_MS);
  await Promise.all(Array.from({ length: 8 }, (_, index) => say(contactId, `My card ${index}`)));
  expect(await requestsOf(contactId)).toHaveLength(2);
  expect(await messagesBy(contactId)).toHaveLength(9);
});

test("a late retry of a stored message begins nothing new", async () => {
  const { contactId } = await house.visitor();
  const clientId = deps.newId();
  const stored = await say(contactId, "My card", clientId);
  const [request] = await requestsOf(contactId);
  await close("ana", request?.sequence_id ?? "");
  clock.advance(48 * HOUR_MS);
  expect(await say(contactId, "My card", clientId)).toEqual(stored);
  expect(await requestsOf(contactId)).toHaveLength(1);
});

test("a category that is not offered, retired, unknown or of another organization is refused and opens nothing", async () => {
  const { contactId } = await house.visitor();
  const refused = [house.categories.internal, house.categories.former, strangers.categories.card, deps.newId()];
  for (const categoryId of refused) {
    await expect(say(contactId, "My card", deps.newId(), categoryId)).rejects.toMatchObject({
      code: "invalid_input",
      facts: { field: "categoryId" },
    });
  }
  expect(await requestsOf(contactId)).toHaveLength(0);
  expect(await messagesBy(contactId)).toHaveLength(0);
});

test("a message of an unknown contact is refused", async () => {
  await expect(say(deps.newId(), "Hello")).rejects.toMatchObject({ code: "not_found" });
  await expect(say(house.reps.ana.id, "Hello")).rejects.toMatchObject({ code: "not_found" });
});

test("out of hours the customer is told so at once, and the request waits in its team's queue (R2)", async () => {
  clock.set(new Date("2026-11-24T22:00:00.000Z"));
  const { sequenceId, interactionId } = await aRequest(house, { body: "Open an account" }, deps);
  expect(await storedRequest(sequenceId, deps)).toMatchObject({ state: "queued", team_id: house.teams.office });
  expect(await respondersOf(interactionId, deps)).toEqual([house.teams.office]);
  expect(await wordsOf(interactionId, deps)).toEqual(["Open an account", "*out_of_hours"]);
  const told = await deps.db
    .selectFrom("message")
    .select("content")
    .where("interaction_id", "=", interactionId)
    .where("kind", "=", "feedback")
    .executeTakeFirstOrThrow();
  expect(told.content).toEqual({
    code: "out_of_hours",
    facts: { opensAtMs: new Date("2026-11-25T08:00:00.000Z").getTime() },
  });
});

test("a customer whose message fits no category is asked, and their pick routes the request (R8)", async () => {
  const { contactId, sequenceId, interactionId } = await aRequest(house, { body: "Hello there" }, deps);
  expect(await storedRequest(sequenceId, deps)).toMatchObject({ state: "unassigned", team_id: null });
  expect(await respondersOf(interactionId, deps)).toEqual([house.id]);
  expect(await wordsOf(interactionId, deps)).toEqual(["Hello there", "*asked_category"]);

  await pickCategory(contactId, { categoryId: null }, deps);
  expect(await storedRequest(sequenceId, deps)).toMatchObject({ state: "unassigned" });
  await expect(pickCategory(contactId, { categoryId: house.categories.internal }, deps)).rejects.toMatchObject({
    code: "invalid_input",
  });

  await pickCategory(contactId, { categoryId: house.categories.card }, deps);
  expect(await storedRequest(sequenceId, deps)).toMatchObject({
    state: "assigned",
    category_source: "customer",
    category_id: house.categories.card,
    assigned_to_id: house.reps.ana.id,
  });
  expect(await respondersOf(interactionId, deps)).toEqual([house.reps.ana.id]);

  await pickCategory(contactId, { categoryId: house.categories.opening }, deps);
  expect(await storedRequest(sequenceId, deps)).toMatchObject({ category_id: house.categories.card });
});

test("a customer who has not written yet cannot pick a category", async () => {
  const { contactId } = await house.visitor();
  await expect(pickCategory(contactId, { categoryId: house.categories.card }, deps)).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a later message routes a request that the first one did not", async () => {
  const { contactId, sequenceId } = await aRequest(house, { body: "Hello there" }, deps);
  await say(contactId, "It is about my card");
  expect(await storedRequest(sequenceId, deps)).toMatchObject({
    state: "assigned",
    category_id: house.categories.card,
  });
});

test("a rep's reply ends the wait; the customer's next message begins it again", async () => {
  const { contactId, sequenceId, interactionId } = await aRequest(house, { body: "My card" }, deps);
  const { pov } = await house.viewer("ana");
  expect((await storedRequest(sequenceId, deps)).waiting_since).toEqual(clock.now());
  const reply = { interactionId, clientId: deps.newId(), body: "Gladly", expectedAudience: "customer" as const };
  await postMessage(pov, reply, deps);
  expect((await storedRequest(sequenceId, deps)).waiting_since).toBeNull();
  clock.advance(60_000);
  await say(contactId, "Thank you");
  clock.advance(60_000);
  await say(contactId, "And?");
  expect((await storedRequest(sequenceId, deps)).waiting_since).toEqual(new Date(clock.now().getTime() - 60_000));
});
