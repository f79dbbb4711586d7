import { afterAll, expect, test } from "vitest";
import { everyAnswer } from "@/testing/laws/everyAnswer";
import type { RepName } from "@/testing/laws/histories";
import { memberListening } from "@/testing/laws/listening";
import { aCast, type Cast } from "@/testing/scenes/aCast";
import { openAside } from "@/testing/scenes/openAside";
import { storedRequest } from "@/testing/scenes/storedRequest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { answerInvitation } from "../backchannel/commands/answerInvitation";
import { inviteParty } from "../backchannel/commands/inviteParty";
import { removeParticipant } from "../backchannel/commands/removeParticipant";
import { editMessage, removeMessage } from "../conversation/commands/editMessage";
import { postMessage } from "../conversation/commands/postMessage";
import { messagePage } from "../conversation/queries/messagePage";
import { postAsCustomer } from "../customer/commands/postAsCustomer";
import { changeSequenceTags, renameSequence } from "../request/commands/changeSequence";
import { handOverRequest } from "../request/commands/handOverRequest";
import { setSequenceState } from "../request/commands/setSequenceState";
import { takeRequest } from "../request/commands/takeRequest";
import { sequenceView } from "../request/queries/sequenceView";

const world = await openTestWorld();
const { deps, clock } = world;
afterAll(() => world.close());

const ASKED_AT = new Date("2027-01-01T00:00:00.000Z");
/** Queries about colleagues' work, which every member may ask. */
const OF_COLLEAGUES = /^(directory|board|category)[.]/;

let stories = 0;

/** Ana has a customer's request, and a backchannel of it with ben. */
async function aStory() {
  stories += 1;
  const cast = await aCast(`left${stories}`, deps);
  const { contactId } = cast.customers.c1;
  await write(contactId, "hm, my first words");
  const { sequence_id: sequenceId, interaction_id: interactionId } = await deps.db
    .selectFrom("request")
    .selectAll()
    .where("contact_id", "=", contactId)
    .executeTakeFirstOrThrow();
  const [ana, ben] = [await cast.pov("ana"), await cast.pov("ben")];
  await takeRequest(ana, sequenceId, deps);
  const asideId = await openAside(ana, { parentId: interactionId, guest: ben }, deps);
  return { cast, contactId, sequenceId, interactionId, asideId, ana, ben };
}

type Story = Awaited<ReturnType<typeof aStory>>;

function write(contactId: string, body: string) {
  clock.advance(1_000);
  return postAsCustomer(contactId, { clientId: deps.newId(), body, categoryId: null }, deps);
}

async function say(cast: Cast, rep: RepName, interactionId: string, audience: "customer" | "internal", body: string) {
  clock.advance(1_000);
  const words = { interactionId, clientId: deps.newId(), body, expectedAudience: audience };
  return (await postMessage(await cast.pov(rep), words, deps)).messageId;
}

/** Every answer that a rep can get, and every event of their stream from the start, at one moment of the clock. */
async function everythingFor(story: Story, rep: RepName) {
  const now = clock.now();
  clock.set(ASKED_AT);
  const ids = [story.sequenceId, story.interactionId, story.asideId];
  const viewer = await story.cast.house.viewer(rep);
  const answers = await everyAnswer({ viewer }, { ids, words: ["hm", "later"] }, deps);
  const ear = await memberListening(() => story.cast.pov(rep), "", deps);
  await ear.listen();
  clock.set(now);
  const own = Object.entries(answers).filter(([question]) => !OF_COLLEAGUES.test(question));
  return { answers: Object.fromEntries(own), heard: ear.heard };
}

async function changedSince({ cast, sequenceId }: Story, by: RepName) {
  const pov = await cast.pov(by);
  clock.advance(1_000);
  const { subject: seen } = await storedRequest(sequenceId, deps);
  await renameSequence(pov, { sequenceId, seen, subject: "later subject" }, deps);
  await changeSequenceTags(pov, { sequenceId, add: ["later"], remove: [] }, deps);
  return pov;
}

/** P2: a rep who hands over a request keeps what was there and gets nothing later, by any query or event. */
test("a rep who left a request keeps seeing it as it was when they left", async () => {
  const story = await aStory();
  const { cast, contactId, sequenceId, interactionId, ana } = story;
  const reply = await say(cast, "ana", interactionId, "customer", "the words as they were");
  clock.advance(1_000);
  await handOverRequest(ana, { sequenceId, to: { repId: cast.house.reps.dan.id } }, deps);
  const before = await everythingFor(story, "ana");
  expect(JSON.stringify(before.answers)).toContain("the words as they were");

  await write(contactId, "later words");
  const late = await say(cast, "dan", interactionId, "customer", "later answer");
  const pov = await changedSince(story, "dan");
  await editMessage(pov, { messageId: late, body: "later edit" }, deps);
  await removeMessage(pov, { messageId: late }, deps);
  await inviteParty(pov, { interactionId, partyId: cast.house.reps.ben.id, showFrom: "start" }, deps);
  await answerInvitation(await cast.pov("ben"), { interactionId, accepts: true }, deps);
  await expect(editMessage(ana, { messageId: reply, body: "not any more" }, deps)).rejects.toMatchObject({
    code: "not_found",
  });
  await setSequenceState(pov, { sequenceId, state: "closed", seen: "open" }, deps);

  expect(await everythingFor(story, "ana")).toEqual(before);
});

/** P2, O5: an invitation shows nothing and takes nothing away. */
test("a rep who left still sees what was there after they and their team are invited again", async () => {
  const story = await aStory();
  const { cast, sequenceId, interactionId, ana } = story;
  await say(cast, "ana", interactionId, "customer", "the words as they were");
  clock.advance(1_000);
  await handOverRequest(ana, { sequenceId, to: { repId: cast.house.reps.dan.id } }, deps);
  const dan = await cast.pov("dan");
  const seenBy = async () => ({
    subject: (await sequenceView(ana, sequenceId, deps)).subject,
    messages: (await messagePage(ana, { interactionId, limit: 10 }, deps)).messages.map(({ body }) => body),
  });
  const before = await seenBy();
  expect(before.messages).toContain("the words as they were");

  await renameSequence(dan, { sequenceId, seen: before.subject, subject: "later subject" }, deps);
  await say(cast, "dan", interactionId, "customer", "later answer");
  for (const partyId of [cast.house.teams.cards, cast.house.reps.ana.id]) {
    await inviteParty(dan, { interactionId, partyId, showFrom: "now" }, deps);
    expect(await seenBy()).toEqual(before);
  }
  await answerInvitation(ana, { interactionId, accepts: true }, deps);
  expect((await sequenceView(ana, sequenceId, deps)).subject).toBe("later subject");
});

test("a rep who was removed from a backchannel keeps what was said before, and learns nothing later", async () => {
  const story = await aStory();
  const { cast, asideId, ana, ben } = story;
  const kept = await say(cast, "ana", asideId, "internal", "the words as they were");
  const keptToo = await say(cast, "ana", asideId, "internal", "not yet taken back");
  clock.advance(1_000);
  await removeParticipant(ana, { interactionId: asideId, partyId: ben.partyId }, deps);
  const before = await everythingFor(story, "ben");
  expect(JSON.stringify(before.answers)).toContain("the words as they were");

  clock.advance(1_000);
  await editMessage(ana, { messageId: kept, body: "later edit" }, deps);
  await removeMessage(ana, { messageId: keptToo }, deps);
  await say(cast, "ana", asideId, "internal", "later words");
  await inviteParty(ana, { interactionId: asideId, partyId: cast.house.reps.cleo.id, showFrom: "start" }, deps);
  await answerInvitation(await cast.pov("cleo"), { interactionId: asideId, accepts: true }, deps);
  await changedSince(story, "ana");

  const after = await everythingFor(story, "ben");
  expect(after).toEqual(before);
  expect(JSON.stringify(after.answers)).toContain("not yet taken back");
});

/** A query that finds nothing answers null. */
const isNothing = (answer: object) =>
  ("code" in answer && answer.code === "not_found") || ("data" in answer && answer.data === null);

test("a rep who declined an invitation finds nothing, before and after", async () => {
  const story = await aStory();
  const { cast, asideId, interactionId, ana } = story;
  for (const id of [asideId, interactionId]) {
    await inviteParty(ana, { interactionId: id, partyId: cast.house.reps.dan.id, showFrom: "start" }, deps);
    await answerInvitation(await cast.pov("dan"), { interactionId: id, accepts: false }, deps);
  }
  const { answers } = await everythingFor(story, "dan");
  const told = JSON.stringify(answers);
  for (const id of [asideId, interactionId, story.sequenceId]) {
    const about = Object.entries(answers).filter(([question]) => question.includes(id));
    const seen = about.filter(([question, answer]) => /^(interaction|sequence)/.test(question) && !isNothing(answer));
    expect(seen).toEqual([]);
  }
  expect(told).not.toContain("my first words");
});

/** P1, P2: a rep who joins without the history sees no earlier text, preview, count or time. */
test("a rep who joins without the history finds no sign of what was said before", async () => {
  const story = await aStory();
  const { cast, interactionId, ana } = story;
  await write(story.contactId, "secret words of before");
  const before = await everythingFor(story, "dan");
  await inviteParty(ana, { interactionId, partyId: cast.house.reps.dan.id, showFrom: "now" }, deps);
  const invited = await everythingFor(story, "dan");
  expect(JSON.stringify(invited)).not.toMatch(/secret words|first words/);
  expect(invited.answers[`sequence.get ${JSON.stringify(question(story.sequenceId))}`]).toEqual(
    before.answers[`sequence.get ${JSON.stringify(question(story.sequenceId))}`],
  );
  await answerInvitation(await cast.pov("dan"), { interactionId, accepts: true }, deps);
  const joined = await everythingFor(story, "dan");
  expect(JSON.stringify(joined)).not.toContain("secret words");
  const rows = joined.heard.flatMap(({ event }) => (event.type === "sequence" ? [event.row] : []));
  expect(rows.map(({ unreadCount, lastMessagePreview }) => ({ unreadCount, lastMessagePreview }))).toEqual(
    rows.map(() => ({ unreadCount: 0, lastMessagePreview: "" })),
  );
  expect(rows.length).toBeGreaterThan(0);
});

const question = (id: string) => ({ interactionId: id, sequenceId: id, view: "mine", text: "" });
