import { afterAll, beforeAll, expect, test } from "vitest";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest } from "@/testing/scenes/aRequest";
import { fitMatters } from "@/testing/scenes/classifierExamples";
import { storedRequest, wordsOf } from "@/testing/scenes/storedRequest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { visitorOf } from "../../auth/visitors";
import { postMessage } from "../../conversation/commands/postMessage";
import { renameSequence } from "../../request/commands/changeSequence";
import { setSequenceState } from "../../request/commands/setSequenceState";
import { customerConversation } from "../queries/customerConversation";
import { customerRequests } from "../queries/customerRequests";
import { postAsCustomer } from "./postAsCustomer";
import { markCustomerRead } from "./visitorSigns";

const world = await openTestWorld();
const { deps, clock } = world;

const aBank = (slug: string) =>
  anOrganization(
    {
      slug,
      teams: { cards: {}, loans: {}, access: {} },
      categories: { card: { team: "cards" }, loan: { team: "loans" }, login: { team: "access" } },
      reps: { ana: { teams: ["cards", "loans", "access"], capacity: 500 }, boss: { role: "administrator" } },
    },
    deps,
  );
let house: Awaited<ReturnType<typeof aBank>>;

beforeAll(async () => {
  house = await aBank("bank");
  await fitMatters((await house.viewer("boss")).pov, ["card", "loan", "login"], deps);
});
afterAll(() => world.close());

const CARD = "My card was stolen at the shop";
const LOAN = "What is the interest of a loan with a fixed rate";
const ana = async () => (await house.viewer("ana")).pov;

type More = { isSomethingElse?: boolean; clientId?: string; categoryId?: string };
function say(contactId: string, body: string, more: More = {}) {
  clock.advance(1_000);
  return postAsCustomer(contactId, { clientId: deps.newId(), body, categoryId: null, ...more }, deps);
}

async function reply(interactionId: string, thenState?: "closed") {
  const input = { interactionId, clientId: deps.newId(), body: "An answer", expectedAudience: "customer" as const };
  return postMessage(await ana(), { ...input, ...(thenState ? { thenState } : {}) }, deps);
}

async function aClosedCardMatter() {
  const request = await aRequest(house, { body: CARD }, deps);
  await reply(request.interactionId, "closed");
  return request;
}

const requestsOf = (contactId: string) =>
  deps.db
    .selectFrom("request")
    .innerJoin("sequence", "sequence.id", "request.sequence_id")
    .select(["sequence_id", "interaction_id", "request.state", "category_id", "request.conversation_id", "subject"])
    .where("contact_id", "=", contactId)
    .orderBy("request.created_at")
    .orderBy("sequence_id")
    .execute();

async function visitor(token: string) {
  const found = await visitorOf(token, house.widgetKey, deps);
  if (found === null) throw new Error("the visitor is gone");
  return found;
}

test("soon after the end, a message that surely belongs elsewhere begins a new matter (C1)", async () => {
  const { contactId, sequenceId } = await aClosedCardMatter();
  await say(contactId, LOAN);
  const [former, second] = await requestsOf(contactId);
  expect(former).toMatchObject({ sequence_id: sequenceId, state: "retired" });
  expect(second).toMatchObject({
    state: "assigned",
    category_id: house.categories.loan,
    conversation_id: former?.conversation_id,
    subject: LOAN,
  });
});

test.each([
  ["of the same category", "My card is blocked at the cash machine"],
  ["that is unclear", "Thank you so much"],
])("soon after the end a text %s brings the matter back", async (_, body) => {
  const { contactId } = await aClosedCardMatter();
  await say(contactId, body);
  const requests = await requestsOf(contactId);
  expect(requests).toMatchObject([{ state: "assigned", category_id: house.categories.card }]);
});

test("while a matter is open, a message about something else goes into it: nothing is split by itself", async () => {
  const { contactId } = await aRequest(house, { body: CARD }, deps);
  await say(contactId, LOAN);
  expect(await requestsOf(contactId)).toHaveLength(1);
});

test("a customer who says that it is something else begins a new matter, even while one is open", async () => {
  const closed = await aClosedCardMatter();
  await say(closed.contactId, "Thank you so much", { isSomethingElse: true });
  expect(await requestsOf(closed.contactId)).toMatchObject([{ state: "retired" }, { subject: "Thank you so much" }]);

  const open = await aRequest(house, { body: CARD }, deps);
  const clientId = deps.newId();
  const sent = await say(open.contactId, LOAN, { isSomethingElse: true, clientId });
  expect(await say(open.contactId, LOAN, { isSomethingElse: true, clientId })).toEqual(sent);
  expect(await requestsOf(open.contactId)).toMatchObject([{ state: "assigned" }, { state: "assigned", subject: LOAN }]);
});

test("a topic that the customer picks after the end begins a new matter of that category", async () => {
  const { contactId } = await aClosedCardMatter();
  await say(contactId, "Hello again", { categoryId: house.categories.login });
  expect(await requestsOf(contactId)).toMatchObject([{}, { category_id: house.categories.login }]);
});

test("a message goes into an older open matter, not into a newer closed one (R19)", async () => {
  const older = await aRequest(house, { body: CARD }, deps);
  await say(older.contactId, LOAN, { isSomethingElse: true });
  const [, newer] = await requestsOf(older.contactId);
  await reply(newer?.interaction_id ?? "", "closed");
  await say(older.contactId, "One more thing");
  expect(await wordsOf(older.interactionId, deps)).toEqual([CARD, "One more thing"]);
  expect(await requestsOf(older.contactId)).toMatchObject([{ state: "assigned" }, { state: "retired" }]);
  const { status } = await customerConversation(await visitor(older.token), {}, deps);
  expect(status.code).toBe("waiting");
});

test("of two open matters the newest gets the message", async () => {
  const older = await aRequest(house, { body: CARD }, deps);
  await say(older.contactId, LOAN, { isSomethingElse: true });
  await say(older.contactId, "One more thing");
  const [, newer] = await requestsOf(older.contactId);
  expect(await wordsOf(newer?.interaction_id ?? "", deps)).toEqual([LOAN, "One more thing"]);
});

test("messages in all their matters are unread until the customer looks, and then all are read", async () => {
  const older = await aRequest(house, { body: CARD }, deps);
  await say(older.contactId, LOAN, { isSomethingElse: true });
  const [, newer] = await requestsOf(older.contactId);
  const unread = async () => (await customerConversation(await visitor(older.token), {}, deps)).unreadCount;
  await reply(older.interactionId);
  await reply(newer?.interaction_id ?? "");
  expect(await unread()).toBe(2);
  await markCustomerRead(await visitor(older.token), deps);
  expect(await unread()).toBe(0);
});

test("a customer sees their matters in their own words, whatever members call them (P8)", async () => {
  const { contactId, sequenceId, token } = await aClosedCardMatter();
  await say(contactId, LOAN);
  const [, second] = await requestsOf(contactId);
  const { subject: seen } = await storedRequest(sequenceId, deps);
  await renameSequence(await ana(), { sequenceId, seen, subject: "Fraud? Watch him" }, deps);
  const sequence = { sequenceId: second?.sequence_id ?? "", seen: "open" as const, state: "pending" as const };
  await setSequenceState(await ana(), sequence, deps);

  const requests = await customerRequests(await visitor(token), deps);
  expect(requests.map(({ subject, state }) => ({ subject, state }))).toEqual([
    { subject: LOAN, state: "open" },
    { subject: CARD, state: "ended" },
  ]);
  expect(JSON.stringify(requests)).not.toContain(sequenceId);
  const other = await aRequest(house, { body: "Hello" }, deps);
  expect(await customerRequests(await visitor(other.token), deps)).toMatchObject([{ subject: "Hello" }]);
});
