import * as fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { OpenBackchannel } from "@/contract/inputs/backchannel";
import type { PostMessage } from "@/contract/inputs/conversation";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest } from "@/testing/scenes/aRequest";
import { openAside } from "@/testing/scenes/openAside";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { beginVisit } from "../../auth/beginVisit";
import { answerInvitation } from "../../backchannel/commands/answerInvitation";
import { inviteParty } from "../../backchannel/commands/inviteParty";
import { openBackchannel } from "../../backchannel/commands/openBackchannel";
import { postAsCustomer } from "../../customer/commands/postAsCustomer";
import { editMessage, removeMessage } from "../commands/editMessage";
import { markRead } from "../commands/markRead";
import { postMessage } from "../commands/postMessage";

const world = await openTestWorld();
const { deps } = world;

let house: Awaited<ReturnType<typeof aHouse>>;
let request: Awaited<ReturnType<typeof aRequest>>;

function aHouse() {
  return anOrganization(
    {
      teams: { cards: {} },
      categories: { card: { team: "cards", keywords: ["card"] } },
      reps: {
        ana: { teams: ["cards"], capacity: 500 },
        lou: { availability: "busy" },
        max: { availability: "busy" },
      },
    },
    deps,
  );
}

beforeAll(async () => {
  house = await aHouse();
});
beforeEach(async () => {
  request = await aRequest(house, { body: "My card" }, deps);
});
afterAll(() => world.close());

const povOf = async (name: "ana" | "lou" | "max") => (await house.viewer(name)).pov;
const aContact = async () => (await beginVisit(house.widgetKey, deps)).contactId;
const reused = { code: "client_id_reused" };

/** A client id stands for one message: every sender is told whether theirs was stored, and none is dropped silently. */
test("the first text under a client id is stored, the same again gets the same answer, any other is refused", async () => {
  const ana = await povOf("ana");
  const aside = await openAside(ana, { parentId: request.interactionId, guest: await povOf("lou") }, deps);
  const places = [
    { interactionId: request.interactionId, expectedAudience: "customer" as const },
    { interactionId: aside, expectedAudience: "internal" as const },
  ];
  const said = fc.record({ place: fc.constantFrom(...places), body: fc.constantFrom("One", "Two", "one") });
  await fc.assert(
    fc.asyncProperty(fc.array(said, { minLength: 1, maxLength: 5 }), async (sends) => {
      const clientId = deps.newId();
      const [first] = sends;
      for (const { place, body } of sends) {
        const sent = postMessage(ana, { ...place, body, clientId } satisfies PostMessage, deps);
        if (place === first?.place && body === first.body) await expect(sent).resolves.toHaveProperty("messageId");
        else await expect(sent).rejects.toMatchObject(reused);
      }
      const stored = await deps.db
        .selectFrom("message")
        .select(["interaction_id", "body"])
        .where("client_id", "=", clientId)
        .execute();
      expect(stored).toEqual([{ interaction_id: first?.place.interactionId, body: first?.body }]);
    }),
    { numRuns: 15 },
  );
});

test("another text under a known client id is refused to members and customers, and changes nothing", async () => {
  const ana = await povOf("ana");
  const clientId = deps.newId();
  const message = {
    interactionId: request.interactionId,
    clientId,
    body: "Hello",
    expectedAudience: "customer" as const,
  };
  await postMessage(ana, message, deps);
  const customerId = deps.newId();
  const said = { clientId: customerId, body: "And now?", categoryId: null };
  await postAsCustomer(request.contactId, said, deps);
  await expect(postMessage(ana, { ...message, body: "Other words" }, deps)).rejects.toMatchObject(reused);
  await expect(postAsCustomer(request.contactId, { ...said, body: "Other words" }, deps)).rejects.toMatchObject(reused);
  const first = await aRequest(house, { body: "Card, first words" }, deps);
  const { client_id } = await deps.db
    .selectFrom("message")
    .select("client_id")
    .where("author_id", "=", first.contactId)
    .executeTakeFirstOrThrow();
  await expect(
    postAsCustomer(first.contactId, { clientId: client_id, body: "Other words", categoryId: null }, deps),
  ).rejects.toMatchObject(reused);
  const others = await deps.db.selectFrom("message").select("id").where("body", "=", "Other words").execute();
  expect(others).toEqual([]);
});

test("everything else that a client id asks for is compared with what it first asked for", async () => {
  const ana = await povOf("ana");
  const message: PostMessage = {
    interactionId: request.interactionId,
    clientId: deps.newId(),
    body: "All done",
    expectedAudience: "customer",
    thenState: "pending",
  };
  const sent = await postMessage(ana, message, deps);
  expect(await postMessage(ana, message, deps)).toEqual(sent);
  for (const change of [{ thenState: "closed" }, { thenState: undefined }, { expectedAudience: "internal" }] as const)
    await expect(postMessage(ana, { ...message, ...change }, deps)).rejects.toMatchObject(reused);
  const { state } = await deps.db
    .selectFrom("sequence")
    .select("state")
    .where("id", "=", request.sequenceId)
    .executeTakeFirstOrThrow();
  expect(state).toBe("pending");

  const { card } = house.categories;
  for (const contactId of [request.contactId, await aContact()]) {
    const said: Parameters<typeof postAsCustomer>[1] = {
      clientId: deps.newId(),
      body: "Where is it?",
      categoryId: card ?? null,
    };
    const written = await postAsCustomer(contactId, said, deps);
    for (const again of [
      said,
      { ...said, categoryId: card?.toUpperCase() ?? null },
      { ...said, isSomethingElse: false },
    ])
      expect(await postAsCustomer(contactId, again, deps)).toEqual(written);
    for (const change of [{ categoryId: null }, { isSomethingElse: true }])
      await expect(postAsCustomer(contactId, { ...said, ...change }, deps)).rejects.toMatchObject(reused);
  }
});

test("a message that an earlier version stored is recognized by its text and place alone", async () => {
  const ana = await povOf("ana");
  const message: PostMessage = {
    interactionId: request.interactionId,
    clientId: deps.newId(),
    body: "Hello",
    expectedAudience: "customer",
    thenState: "pending",
  };
  const sent = await postMessage(ana, message, deps);
  await deps.db.updateTable("message").set({ content: "{}" }).where("id", "=", sent.messageId).execute();
  expect(await postMessage(ana, message, deps)).toEqual(sent);
});

test("a message that was edited or removed since is recognized by its first text", async () => {
  const ana = await povOf("ana");
  const message = {
    interactionId: request.interactionId,
    clientId: deps.newId(),
    body: "First words",
    expectedAudience: "customer" as const,
  };
  const { messageId } = await postMessage(ana, message, deps);
  await editMessage(ana, { messageId, body: "Better words" }, deps);
  expect(await postMessage(ana, message, deps)).toEqual({ messageId });
  await expect(postMessage(ana, { ...message, body: "Better words" }, deps)).rejects.toMatchObject(reused);
  await removeMessage(ana, { messageId }, deps);
  expect(await postMessage(ana, message, deps)).toEqual({ messageId });
});

test("a backchannel with the same question, guests and shared messages is opened once; any other is refused", async () => {
  const ana = await povOf("ana");
  const [lou, max] = [await povOf("lou"), await povOf("max")];
  const input: OpenBackchannel = {
    parentId: request.interactionId,
    clientId: deps.newId(),
    question: "What do you think?",
    teamIds: [],
    repIds: [lou.partyId],
    sharedMessageIds: [],
    sharesCustomerName: false,
  };
  const opened = await openBackchannel(ana, input, deps);
  expect(await openBackchannel(ana, input, deps)).toEqual(opened);
  // A colleague's rename and a new guest do not make a repetition another request.
  await deps.db.updateTable("interaction").set({ name: "Renamed" }).where("id", "=", opened.interactionId).execute();
  await answerInvitation(lou, { interactionId: opened.interactionId, accepts: true }, deps);
  await inviteParty(lou, { interactionId: opened.interactionId, partyId: max.partyId, showFrom: "now" }, deps);
  expect(await openBackchannel(ana, input, deps)).toEqual(opened);
  const other = await aRequest(house, { body: "Another card" }, deps);
  const changes: Partial<OpenBackchannel>[] = [
    { question: "What else?" },
    { parentId: other.interactionId },
    { repIds: [max.partyId] },
    { repIds: [lou.partyId, max.partyId] },
    { name: "Another name" },
    { categoryId: house.categories.card },
    { sharedMessageIds: [request.messageId] },
    { sharesCustomerName: true },
  ];
  for (const change of changes)
    await expect(openBackchannel(ana, { ...input, ...change }, deps)).rejects.toMatchObject(reused);
  const sharing = { ...input, clientId: deps.newId(), sharedMessageIds: [request.messageId], sharesCustomerName: true };
  const shared = await openBackchannel(ana, sharing, deps);
  expect(await openBackchannel(ana, sharing, deps)).toEqual(shared);
  for (const change of [{ sharedMessageIds: [] }, { sharesCustomerName: false }])
    await expect(openBackchannel(ana, { ...sharing, ...change }, deps)).rejects.toMatchObject(reused);
  // The client id of a message is not that of a backchannel, even with the same text.
  const message = {
    interactionId: opened.interactionId,
    clientId: deps.newId(),
    body: input.question,
    expectedAudience: "internal" as const,
  };
  await postMessage(ana, message, deps);
  await expect(
    openBackchannel(ana, { ...input, parentId: opened.interactionId, clientId: message.clientId }, deps),
  ).rejects.toMatchObject(reused);
});

test("a read mark beyond the last message leaves later messages unread", async () => {
  const ana = await povOf("ana");
  const { interactionId } = request;
  const lastOrdinal = async () => {
    const { last_ordinal } = await deps.db
      .selectFrom("interaction")
      .select("last_ordinal")
      .where("id", "=", interactionId)
      .executeTakeFirstOrThrow();
    return Number(last_ordinal);
  };
  const read = () =>
    deps.db
      .selectFrom("pov_read")
      .select("ordinal")
      .where("party_id", "=", ana.partyId)
      .where("interaction_id", "=", interactionId)
      .executeTakeFirst();
  await markRead(ana, { interactionId, ordinal: Number.MAX_SAFE_INTEGER }, deps);
  expect(Number((await read())?.ordinal)).toBe(await lastOrdinal());
  await postAsCustomer(request.contactId, { clientId: deps.newId(), body: "Hello?", categoryId: null }, deps);
  expect(Number((await read())?.ordinal)).toBeLessThan(await lastOrdinal());
});
