import { afterAll, beforeAll, expect, test } from "vitest";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest } from "@/testing/scenes/aRequest";
import { fitMatters } from "@/testing/scenes/classifierExamples";
import { storedRequest } from "@/testing/scenes/storedRequest";
import { openTestDeps, openTestWorld } from "@/testing/world/openTestWorld";
import { visitorOf } from "../../auth/visitors";
import { answerInvitation } from "../../backchannel/commands/answerInvitation";
import { inviteParty } from "../../backchannel/commands/inviteParty";
import { removeParticipant } from "../../backchannel/commands/removeParticipant";
import { postMessage } from "../../conversation/commands/postMessage";
import { pickCategory } from "../../customer/commands/pickCategory";
import { postAsCustomer } from "../../customer/commands/postAsCustomer";
import { customerConversation } from "../../customer/queries/customerConversation";
import { setSequenceCategory } from "../../request/commands/changeSequence";
import { setSequenceState } from "../../request/commands/setSequenceState";
import { sequenceView } from "../../request/queries/sequenceView";
import { routingTrace } from "../../routing/queries/routingTrace";
import { tryText } from "../queries/tryText";
import { undecidedPage } from "../queries/undecidedPage";

const world = await openTestWorld();
const { deps, clock } = world;

const aBank = (slug: string) =>
  anOrganization(
    {
      slug,
      teams: { cards: {}, loans: {}, access: {} },
      categories: {
        card: { team: "cards" },
        loan: { team: "loans", keywords: ["credit"] },
        login: { team: "access" },
        secret: { isOffered: false },
        old: { isRetired: true },
      },
      reps: {
        ana: { teams: ["cards", "loans", "access"], capacity: 500 },
        late: { teams: [] },
        boss: { role: "administrator" },
      },
    },
    deps,
  );
let house: Awaited<ReturnType<typeof aBank>>;

beforeAll(async () => {
  house = await aBank("bank");
  await fitMatters((await house.viewer("boss")).pov, ["card", "loan", "login"], deps);
});
afterAll(() => world.close());

const ana = async () => (await house.viewer("ana")).pov;
const request = (body: string, categoryId: string | null = null) => aRequest(house, { body, categoryId }, deps);

async function classificationOf(sequenceId: string) {
  return deps.db.selectFrom("classification").selectAll().where("sequence_id", "=", sequenceId).executeTakeFirst();
}

async function exampleOf(sequenceId: string) {
  return deps.db.selectFrom("classifier_example").selectAll().where("sequence_id", "=", sequenceId).executeTakeFirst();
}

async function stepsOf(sequenceId: string): Promise<{ code: string }[]> {
  const { steps } = await deps.db
    .selectFrom("routing_decision")
    .select("steps")
    .where("sequence_id", "=", sequenceId)
    .executeTakeFirstOrThrow();
  return steps as { code: string }[];
}

test("a request like the learned ones is decided, routed and explained, before any keyword", async () => {
  const { sequenceId } = await request("Hi, my card was stolen at the cash machine, credit");
  expect(await storedRequest(sequenceId, deps)).toMatchObject({
    category_id: house.categories.card,
    category_source: "classifier",
    team_id: house.teams.cards,
    state: "assigned",
  });
  const [first] = await stepsOf(sequenceId);
  expect(first).toMatchObject({ code: "category_classified", categoryId: house.categories.card });
  const { classification } = await sequenceView(await ana(), sequenceId, deps);
  expect(classification).toMatchObject({ isDecided: true });
  expect(classification?.likeliest[0]).toMatchObject({ categoryId: house.categories.card, name: "card" });
  expect(classification?.because.length).toBeGreaterThan(0);
});

test("the classifier is not asked about a request whose category the customer chose", async () => {
  const { sequenceId } = await request("My card was stolen at the shop", house.categories.loan);
  expect(await classificationOf(sequenceId)).toBeUndefined();
  expect(await storedRequest(sequenceId, deps)).toMatchObject({ category_source: "customer" });
});

test("if the classifier is not sure, a keyword decides, and its answer is kept for those who work on the request", async () => {
  const { sequenceId } = await request("Zebra crossing credit umbrella");
  expect(await storedRequest(sequenceId, deps)).toMatchObject({
    category_id: house.categories.loan,
    category_source: "rule",
  });
});

const ODD = "The wombat squeaks in the attic, please advise";
const ODD_AGAIN = "Our wombat squeaks in the attic at night";

test("a correction is learned at once: the next similar request goes right, here and in another process", async () => {
  const elsewhere = openTestDeps(world.databaseUrl, clock);
  const corrected = await request(ODD);
  const other = await house.visitor();
  await postAsCustomer(
    other.contactId,
    { clientId: deps.newId(), body: "Hello there", categoryId: null },
    elsewhere.deps,
  );
  expect(await classificationOf(corrected.sequenceId)).toMatchObject({ is_decided: false, known_at: null });

  const { category_id: seen } = await storedRequest(corrected.sequenceId, deps);
  const set = { sequenceId: corrected.sequenceId, seen, categoryId: house.categories.login };
  await setSequenceCategory(await ana(), set, deps);
  expect(await classificationOf(corrected.sequenceId)).toMatchObject({
    true_category_id: house.categories.login,
    known_by: "rep",
    known_at: clock.now(),
  });
  expect(await exampleOf(corrected.sequenceId)).toMatchObject({
    category_id: house.categories.login,
    source: "rep",
    weight: 1,
    contact_id: corrected.contactId,
  });
  const alike = await request(ODD_AGAIN);
  expect((await classificationOf(alike.sequenceId))?.likeliest_id).toBe(house.categories.login);

  await elsewhere.deps.classifiers.upToDate(house.id);
  const { contactId } = await house.visitor();
  await postAsCustomer(contactId, { clientId: deps.newId(), body: ODD_AGAIN, categoryId: null }, elsewhere.deps);
  const there = await deps.db
    .selectFrom("classification")
    .innerJoin("request", "request.sequence_id", "classification.sequence_id")
    .select(["likeliest_id", "probability"])
    .where("contact_id", "=", contactId)
    .executeTakeFirstOrThrow();
  expect(there.likeliest_id).toBe(house.categories.login);
  await elsewhere.close();
});

test("two processes that learn the same examples give the same answer to the last digit", async () => {
  const elsewhere = openTestDeps(world.databaseUrl, clock);
  const boss = (await house.viewer("boss")).pov;
  for (const text of [ODD, ODD_AGAIN, "My card was stolen", "Interest of the loan for a house"])
    expect(await tryText(boss, { text }, elsewhere.deps)).toEqual(await tryText(boss, { text }, deps));
  await elsewhere.close();
});

test("completing an answered request confirms its category, but never overrides a rep", async () => {
  const confirmed = await request("I lost my card at the shop on Sunday");
  const answer = { clientId: deps.newId(), body: "Blocked it", expectedAudience: "customer" as const };
  await postMessage(await ana(), { ...answer, interactionId: confirmed.interactionId, thenState: "closed" }, deps);
  expect(await exampleOf(confirmed.sequenceId)).toMatchObject({
    category_id: house.categories.card,
    source: "routing",
  });
  expect(await classificationOf(confirmed.sequenceId)).toMatchObject({
    true_category_id: house.categories.card,
    known_by: "routing",
  });

  const said = await request("I lost my card in the train on Sunday");
  const { category_id: seen } = await storedRequest(said.sequenceId, deps);
  const set = { sequenceId: said.sequenceId, seen, categoryId: house.categories.loan };
  await setSequenceCategory(await ana(), set, deps);
  const again = { ...answer, clientId: deps.newId(), interactionId: said.interactionId, thenState: "closed" as const };
  await postMessage(await ana(), again, deps);
  expect(await exampleOf(said.sequenceId)).toMatchObject({ category_id: house.categories.loan, source: "rep" });

  const unanswered = await request("I lost my card in the bus on Sunday");
  await setSequenceState(await ana(), { sequenceId: unanswered.sequenceId, state: "closed", seen: "open" }, deps);
  expect(await exampleOf(unanswered.sequenceId)).toBeUndefined();
});

/** What the customer wrote up to the first answer: more than their first message, and nothing that came after. */
test("messages that the customer wrote one by one are classified and learned as one text", async () => {
  const { sequenceId, interactionId, contactId } = await request("Numbat");
  expect(await storedRequest(sequenceId, deps)).toMatchObject({ state: "unassigned" });
  const write = (body: string) =>
    postAsCustomer(contactId, { clientId: deps.newId(), body, categoryId: null, isSomethingElse: false }, deps);
  await write("I lost my card and need a credit");
  const words = "Numbat\nI lost my card and need a credit";
  const asked = await classificationOf(sequenceId);
  const said = await tryText((await house.viewer("boss")).pov, { text: words }, deps);
  expect(asked?.sureness).toBe(said.sureness);

  const answer = { clientId: deps.newId(), body: "Blocked it", expectedAudience: "customer" as const };
  await postMessage(await ana(), { ...answer, interactionId }, deps);
  await write("Wonderful, thank you");
  const { category_id: seen } = await storedRequest(sequenceId, deps);
  await setSequenceCategory(await ana(), { sequenceId, seen, categoryId: house.categories.card }, deps);
  expect(await exampleOf(sequenceId)).toMatchObject({ text: words });
});

test("an administrator who labels a request reads the text that is learned, if they may see all of it", async () => {
  const { sequenceId, contactId } = await request("Numbat");
  await postAsCustomer(contactId, { clientId: deps.newId(), body: "Aardvark", categoryId: null }, deps);
  const { requests } = await undecidedPage((await house.viewer("boss")).pov, {}, deps);
  expect(requests.find((each) => each.sequenceId === sequenceId)).toMatchObject({ beginning: "Numbat\nAardvark" });
});

test("a category that a rep takes away is unknown again", async () => {
  const { sequenceId } = await request("My card is blocked at the cash machine again");
  const pov = await ana();
  const { category_id: seen } = await storedRequest(sequenceId, deps);
  await setSequenceCategory(pov, { sequenceId, seen, categoryId: house.categories.card }, deps);
  expect(await exampleOf(sequenceId)).toBeDefined();
  await setSequenceCategory(pov, { sequenceId, seen: house.categories.card, categoryId: null }, deps);
  expect(await exampleOf(sequenceId)).toBeUndefined();
  expect(await classificationOf(sequenceId)).toMatchObject({ true_category_id: null, known_at: null, known_by: null });
});

test("an undecided customer is offered what fits best, without figures, and their pick is a weaker label", async () => {
  const { sequenceId, contactId, token } = await request("Quokka quandary");
  const stored = await storedRequest(sequenceId, deps);
  expect(stored).toMatchObject({ state: "unassigned", category_id: null });
  const visitor = await visitorOf(token, house.widgetKey, deps);
  if (visitor === null) throw new Error("the visitor has just written");
  const conversation = await customerConversation(visitor, {}, deps);
  const question = conversation.messages.at(-1)?.feedback;
  expect(question?.code).toBe("asked_category");
  expect(conversation.asksCategory).toBe(true);
  for (const id of Object.values(house.categories)) expect(JSON.stringify(conversation)).not.toContain(id);
  expect(JSON.stringify(conversation)).not.toMatch(/probab|ranked|likelyIds|secret|old/);

  await pickCategory(contactId, { categoryId: house.categories.loan }, deps);
  expect(await exampleOf(sequenceId)).toMatchObject({
    category_id: house.categories.loan,
    source: "customer",
    weight: 0.5,
  });
  expect(await storedRequest(sequenceId, deps)).toMatchObject({ category_source: "customer" });
});

test("the likeliest categories have the names of the widget, without those that customers may not pick", async () => {
  await deps.db.updateTable("category").set({ is_offered: false }).where("id", "=", house.categories.loan).execute();
  await deps.db.updateTable("organization").set({ config_version: 2 }).where("id", "=", house.id).execute();
  const { sequenceId, token } = await request("The code or the interest, which house or phone?");
  expect(await storedRequest(sequenceId, deps)).toMatchObject({ state: "unassigned" });
  const visitor = await visitorOf(token, house.widgetKey, deps);
  if (visitor === null) throw new Error("the visitor has just written");
  const conversation = await customerConversation(visitor, {}, deps);
  const likely = conversation.messages.at(-1)?.feedback?.likelyCategories ?? [];
  expect(likely.map(({ name }) => name).sort()).toEqual(["card", "login"]);
  for (const each of likely) expect(conversation.offeredCategories).toContainEqual(each);
  await deps.db.updateTable("category").set({ is_offered: true }).where("id", "=", house.categories.loan).execute();
  await deps.db.updateTable("organization").set({ config_version: 3 }).where("id", "=", house.id).execute();
});

test("a rep who missed one of the first messages is not shown the words of any of them", async () => {
  const { sequenceId, interactionId, contactId } = await request("My card was stolen in the supermarket since Monday");
  const pov = await ana();
  const late = (await house.viewer("late")).pov;
  const join = async (showFrom: "start" | "now") => {
    await inviteParty(pov, { interactionId, partyId: house.reps.late.id, showFrom }, deps);
    await answerInvitation(late, { interactionId, accepts: true }, deps);
  };
  await join("start");
  expect((await sequenceView(late, sequenceId, deps)).classification?.because).not.toEqual([]);
  await removeParticipant(late, { interactionId, partyId: late.partyId }, deps);
  await postAsCustomer(contactId, { clientId: deps.newId(), body: "At the cash desk", categoryId: null }, deps);
  await join("now");
  expect((await sequenceView(late, sequenceId, deps)).classification?.because).toEqual([]);
  expect((await sequenceView(pov, sequenceId, deps)).classification?.because).not.toEqual([]);
});

test("a rep who was not shown the first message is not shown its words", async () => {
  const { sequenceId, interactionId } = await request("My card was stolen in the supermarket since Monday");
  const pov = await ana();
  await inviteParty(pov, { interactionId, partyId: house.reps.late.id, showFrom: "now" }, deps);
  const late = (await house.viewer("late")).pov;
  await answerInvitation(late, { interactionId, accepts: true }, deps);
  const { classification } = await sequenceView(late, sequenceId, deps);
  expect(classification).toMatchObject({ because: [] });
  const [trace] = await routingTrace(late, sequenceId, deps);
  expect(trace?.steps[0]).toMatchObject({ code: "category_classified", because: [] });
  const [whole] = await routingTrace(pov, sequenceId, deps);
  expect(whole?.steps[0]).not.toMatchObject({ because: [] });
  expect((await sequenceView(pov, sequenceId, deps)).classification?.because).not.toEqual([]);
});
