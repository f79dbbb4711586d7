import { afterAll, beforeAll, expect, test } from "vitest";
import { visibleMessages } from "@/server/pov/visibleMessages";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest } from "@/testing/scenes/aRequest";
import { openAside } from "@/testing/scenes/openAside";
import { respondersOf, storedRequest, wordsOf } from "@/testing/scenes/storedRequest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { untilSomebodyWaits } from "@/testing/world/racing";
import { openBackchannel } from "../../backchannel/commands/openBackchannel";
import { postAsCustomer } from "../../customer/commands/postAsCustomer";
import { rateRequest } from "../../customer/commands/rateRequest";
import { handOverRequest } from "../../request/commands/handOverRequest";
import { editMessage, removeMessage } from "./editMessage";
import { markRead } from "./markRead";
import { postMessage } from "./postMessage";

const world = await openTestWorld();
const { deps, clock } = world;
const DAY_MS = 86_400_000;

let house: Awaited<ReturnType<typeof aHouse>>;

function aHouse() {
  return anOrganization(
    {
      teams: { cards: {}, full: {} },
      categories: { card: { team: "cards", keywords: ["card"] }, late: { team: "full", keywords: ["late"] } },
      reps: {
        ana: { teams: ["cards"], capacity: 500 },
        ben: { teams: ["cards"], capacity: 500, availability: "busy" },
        max: { teams: ["full"], availability: "busy" },
        head: { role: "supervisor", teams: ["cards"], supervises: ["cards"], availability: "busy" },
        eve: {},
      },
      budgetsMs: { pick_up: 60_000, first_reply: 3_600_000 },
    },
    deps,
  );
}

beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => world.close());

type Name = "ana" | "ben" | "max" | "head" | "eve";
const povOf = async (name: Name) => (await house.viewer(name)).pov;
const cardRequest = () => aRequest(house, { body: "My card" }, deps);
const words = (interactionId: string, body = "An answer") => ({
  interactionId,
  clientId: deps.newId(),
  body,
  expectedAudience: "customer" as const,
});
const bodiesFor = async (name: Name, interactionId: string) =>
  (await visibleMessages(await povOf(name), { interactionId }, deps)).map(({ body }) => body);

test("the same message sent twenty times, at once and later, is stored once and gets the same answer", async () => {
  const { interactionId } = await cardRequest();
  const ana = await povOf("ana");
  const message = words(interactionId);
  const answers = await Promise.all(Array.from({ length: 20 }, () => postMessage(ana, message, deps)));
  answers.push(await postMessage(ana, message, deps));
  expect(new Set(answers.map(({ messageId }) => messageId)).size).toBe(1);
  expect(await wordsOf(interactionId, deps)).toEqual(["My card", "An answer"]);
});

test("a retry of a stored message gets the same answer after the matter was closed or handed over", async () => {
  const first = await cardRequest();
  const ana = await povOf("ana");
  const closing = { ...words(first.interactionId), thenState: "closed" as const };
  expect(await postMessage(ana, closing, deps)).toEqual(await postMessage(ana, closing, deps));

  const second = await cardRequest();
  const message = words(second.interactionId);
  const stored = await postMessage(ana, message, deps);
  await deps.db
    .updateTable("rep_load")
    .set({ availability: "available" })
    .where("rep_id", "=", house.reps.ben.id)
    .execute();
  await handOverRequest(ana, { sequenceId: second.sequenceId, to: { repId: house.reps.ben.id } }, deps);
  expect(await postMessage(ana, message, deps)).toEqual(stored);
  await deps.db.updateTable("rep_load").set({ availability: "busy" }).where("rep_id", "=", house.reps.ben.id).execute();
  expect(await wordsOf(second.interactionId, deps)).toEqual(["My card", "An answer"]);
});

test("a message meant for colleagues never goes to a customer, nor the other way round", async () => {
  const { interactionId } = await cardRequest();
  const ana = await povOf("ana");
  const inside = { ...words(interactionId), expectedAudience: "internal" as const };
  await expect(postMessage(ana, inside, deps)).rejects.toMatchObject({ code: "audience_mismatch" });
  const backchannel = await openBackchannel(
    ana,
    {
      parentId: interactionId,
      clientId: deps.newId(),
      question: "What now?",
      teamIds: [],
      repIds: [house.reps.eve.id],
      sharedMessageIds: [],
      sharesCustomerName: false,
    },
    deps,
  );
  await expect(postMessage(ana, words(backchannel.interactionId), deps)).rejects.toMatchObject({
    code: "audience_mismatch",
  });
  expect(await wordsOf(interactionId, deps)).toEqual(["My card"]);
  expect(await wordsOf(backchannel.interactionId, deps)).toEqual(["What now?"]);
});

test("a member who reads as a team or by privilege takes no part and cannot write", async () => {
  const waiting = await aRequest(house, { body: "Too late" }, deps);
  await expect(postMessage(await povOf("max"), words(waiting.interactionId), deps)).rejects.toMatchObject({
    code: "not_participating",
  });
  const { interactionId } = await cardRequest();
  await expect(postMessage(await povOf("head"), words(interactionId), deps)).rejects.toMatchObject({
    code: "not_participating",
  });
  expect(await wordsOf(interactionId, deps)).toEqual(["My card"]);
});

test("to a stranger an interaction is as absent as one that never existed", async () => {
  const { interactionId } = await cardRequest();
  for (const id of [interactionId, deps.newId()]) {
    await expect(postMessage(await povOf("eve"), words(id), deps)).rejects.toMatchObject({ code: "not_found" });
    await expect(postMessage(await povOf("ben"), words(id), deps)).rejects.toMatchObject({ code: "not_found" });
  }
});

test("a rep who handed the matter over can no longer write in it", async () => {
  const { interactionId, sequenceId } = await cardRequest();
  await deps.db
    .updateTable("rep_load")
    .set({ availability: "available" })
    .where("rep_id", "=", house.reps.ben.id)
    .execute();
  await handOverRequest(await povOf("ana"), { sequenceId, to: { repId: house.reps.ben.id } }, deps);
  await deps.db.updateTable("rep_load").set({ availability: "busy" }).where("rep_id", "=", house.reps.ben.id).execute();
  await expect(postMessage(await povOf("ana"), words(interactionId), deps)).rejects.toMatchObject({
    code: "not_participating",
  });
  expect(await respondersOf(interactionId, deps)).toEqual([house.reps.ben.id]);
});

test("a closed matter accepts no reply", async () => {
  const { interactionId } = await cardRequest();
  const ana = await povOf("ana");
  await postMessage(ana, { ...words(interactionId), thenState: "closed" }, deps);
  await expect(postMessage(ana, words(interactionId, "More"), deps)).rejects.toMatchObject({ code: "sequence_closed" });
});

test("all participants see the new text of an edited message; the earlier text is kept", async () => {
  const { interactionId } = await cardRequest();
  const ana = await povOf("ana");
  const { messageId } = await postMessage(ana, words(interactionId, "Teh answer"), deps);
  await editMessage(ana, { messageId, body: "The answer" }, deps);
  expect(await bodiesFor("ana", interactionId)).toEqual(["My card", "The answer"]);
  const revisions = await deps.db
    .selectFrom("message_revision")
    .select(["revision", "body"])
    .where("message_id", "=", messageId)
    .execute();
  expect(revisions).toEqual([{ revision: 1, body: "Teh answer" }]);
  await editMessage(ana, { messageId, body: "The answer" }, deps);
  expect(
    await deps.db.selectFrom("message_revision").select("revision").where("message_id", "=", messageId).execute(),
  ).toHaveLength(1);
});

test("of five simultaneous edits of one message one is made, and the others are told that they are stale", async () => {
  const { interactionId } = await cardRequest();
  const ana = await povOf("ana");
  const { messageId } = await postMessage(ana, words(interactionId), deps);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 5 }, (_, n) => editMessage(ana, { messageId, body: `Edit ${n}` }, deps)),
  );
  const refusals = outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []));
  expect(refusals.filter((code) => code !== "stale_version")).toEqual([]);
  expect(refusals.length).toBeLessThan(5);
  const { revision } = await deps.db
    .selectFrom("message")
    .select("revision")
    .where("id", "=", messageId)
    .executeTakeFirstOrThrow();
  expect(revision).toBe(1 + 5 - refusals.length);
});

test("a party who leaves while an edit waits for its lock keeps the earlier text and is not told the new one (P2)", async () => {
  const { interactionId } = await cardRequest();
  const [ana, max] = [await povOf("ana"), await povOf("max")];
  const asideId = await openAside(ana, { parentId: interactionId, guest: max }, deps);
  const aside = { ...words(asideId, "Teh answer"), expectedAudience: "internal" as const };
  const { messageId } = await postMessage(ana, aside, deps);

  const leaving = await deps.pool.connect();
  await leaving.query("begin");
  await leaving.query("select 1 from interaction where id = $1 for update", [asideId]);
  const edit = editMessage(ana, { messageId, body: "The answer" }, deps);
  await untilSomebodyWaits(deps);
  await leaving.query(
    "update participation set until_at = $3 where interaction_id = $1 and party_id = $2 and until_at is null",
    [asideId, max.partyId, clock.now()],
  );
  await leaving.query("commit");
  leaving.release();
  await edit;
  expect(await bodiesFor("ana", asideId)).toContain("The answer");
  expect(await bodiesFor("max", asideId)).toContain("Teh answer");
});

test("only the author can edit or remove a message, and only while they take part", async () => {
  const { interactionId, messageId: customers, sequenceId } = await cardRequest();
  const [ana, head] = [await povOf("ana"), await povOf("head")];
  const { messageId } = await postMessage(ana, words(interactionId), deps);
  for (const [pov, id] of [
    [ana, customers],
    [head, messageId],
    [ana, deps.newId()],
  ] as const) {
    await expect(editMessage(pov, { messageId: id, body: "Mine" }, deps)).rejects.toMatchObject({ code: "not_found" });
    await expect(removeMessage(pov, { messageId: id }, deps)).rejects.toMatchObject({ code: "not_found" });
  }
  await deps.db
    .updateTable("rep_load")
    .set({ availability: "available" })
    .where("rep_id", "=", house.reps.ben.id)
    .execute();
  await handOverRequest(ana, { sequenceId, to: { repId: house.reps.ben.id } }, deps);
  await deps.db.updateTable("rep_load").set({ availability: "busy" }).where("rep_id", "=", house.reps.ben.id).execute();
  await expect(editMessage(ana, { messageId, body: "Other" }, deps)).rejects.toMatchObject({ code: "not_found" });
  expect(await wordsOf(interactionId, deps)).toEqual(["My card", "An answer"]);
});

test("a removed message is gone for all participants, and cannot be edited or removed again", async () => {
  const { interactionId } = await cardRequest();
  const ana = await povOf("ana");
  const { messageId } = await postMessage(ana, words(interactionId), deps);
  await removeMessage(ana, { messageId }, deps);
  expect(await bodiesFor("ana", interactionId)).toEqual(["My card"]);
  await expect(removeMessage(ana, { messageId }, deps)).rejects.toMatchObject({ code: "not_found" });
  await expect(editMessage(ana, { messageId, body: "Back" }, deps)).rejects.toMatchObject({ code: "not_found" });
});

test("only its customer rates a completed matter, and may change the rating for seven days (R15)", async () => {
  const { contactId, sequenceId, interactionId } = await cardRequest();
  const other = await cardRequest();
  await expect(rateRequest(contactId, { sequenceId, score: 5, comment: null }, deps)).rejects.toMatchObject({
    code: "nothing_to_rate",
  });
  await postMessage(await povOf("ana"), { ...words(interactionId), thenState: "closed" }, deps);
  const rate = (by: string, score: number, comment: string | null = null) =>
    rateRequest(by, { sequenceId, score, comment }, deps);
  await expect(rate(other.contactId, 1)).rejects.toMatchObject({ code: "nothing_to_rate" });
  await rate(contactId, 5, "Thanks");
  clock.advance(7 * DAY_MS);
  await rate(contactId, 4);
  const stored = () =>
    deps.db.selectFrom("rating").selectAll().where("sequence_id", "=", sequenceId).executeTakeFirstOrThrow();
  expect(await stored()).toMatchObject({
    score: 4,
    comment: null,
    answered_at: clock.now(),
    rep_id: house.reps.ana.id,
  });
  clock.advance(1);
  await expect(rate(contactId, 1)).rejects.toMatchObject({ code: "nothing_to_rate" });
  expect(await stored()).toMatchObject({ score: 4 });
});

test("the first reading by the rep who has a request is its pick-up; further ones change nothing", async () => {
  const { sequenceId, interactionId } = await cardRequest();
  const ana = await povOf("ana");
  clock.advance(10_000);
  await markRead(await povOf("head"), { interactionId, ordinal: 1 }, deps);
  expect(await storedRequest(sequenceId, deps)).toMatchObject({ picked_up_at: null });
  await markRead(ana, { interactionId, ordinal: 1 }, deps);
  expect(await storedRequest(sequenceId, deps)).toMatchObject({ picked_up_at: clock.now() });
  const clockOf = () =>
    deps.db
      .selectFrom("sla_clock")
      .select("met_at")
      .where("sequence_id", "=", sequenceId)
      .where("metric", "=", "pick_up")
      .executeTakeFirstOrThrow();
  expect(await clockOf()).toEqual({ met_at: clock.now() });
  const pickedUpAt = clock.now();
  clock.advance(10_000);
  await markRead(ana, { interactionId, ordinal: 1 }, deps);
  expect(await storedRequest(sequenceId, deps)).toMatchObject({ picked_up_at: pickedUpAt });
});

test("a read mark never goes backwards nor beyond the last message; a privileged look leaves none", async () => {
  const { contactId, interactionId } = await cardRequest();
  await postAsCustomer(contactId, { clientId: deps.newId(), body: "And?", categoryId: null }, deps);
  const [ana, head] = [await povOf("ana"), await povOf("head")];
  const readBy = async (partyId: string) =>
    (
      await deps.db
        .selectFrom("pov_read")
        .select("ordinal")
        .where("party_id", "=", partyId)
        .where("interaction_id", "=", interactionId)
        .executeTakeFirst()
    )?.ordinal;
  await markRead(ana, { interactionId, ordinal: 2 ** 30 }, deps);
  expect(await readBy(ana.partyId)).toBe(2);
  await markRead(ana, { interactionId, ordinal: 1 }, deps);
  expect(await readBy(ana.partyId)).toBe(2);
  await markRead(head, { interactionId, ordinal: 2 }, deps);
  expect(await readBy(head.partyId)).toBeUndefined();
  for (const id of [interactionId, deps.newId()])
    await expect(markRead(await povOf("eve"), { interactionId: id, ordinal: 1 }, deps)).rejects.toMatchObject({
      code: "not_found",
    });
});
