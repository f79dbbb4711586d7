import { afterAll, beforeAll, expect, test } from "vitest";
import { backchannelRows } from "@/server/backchannel/queries/backchannelRows";
import { interactionViews } from "@/server/conversation/queries/interactionViews";
import { visibleMessages } from "@/server/pov/visibleMessages";
import { queueCounts } from "@/server/request/queries/queueCounts";
import { sequenceView } from "@/server/request/queries/sequenceView";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest } from "@/testing/scenes/aRequest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { postMessage } from "../../conversation/commands/postMessage";
import { renameSequence } from "../../request/commands/changeSequence";
import { answerInvitation } from "./answerInvitation";
import { endBackchannel, reopenBackchannel } from "./endBackchannel";
import { inviteParty } from "./inviteParty";
import { openBackchannel } from "./openBackchannel";
import { removeParticipant } from "./removeParticipant";

const world = await openTestWorld();
const { deps } = world;

let house: Awaited<ReturnType<typeof aHouse>>;
let strangers: Awaited<ReturnType<typeof aHouse>>;

function aHouse(slug: string) {
  return anOrganization(
    {
      slug,
      teams: { cards: {}, law: { isSpecialist: true }, open: { admitsWithoutAsking: true } },
      categories: { card: { team: "cards", keywords: ["card"] } },
      reps: {
        ana: { teams: ["cards", "open"], capacity: 500 },
        ben: { teams: ["open"] },
        lou: { teams: ["law"] },
        lex: { teams: ["law"] },
        eve: {},
        head: { role: "supervisor", teams: ["cards"], supervises: ["cards"], availability: "busy" },
      },
    },
    deps,
  );
}

beforeAll(async () => {
  house = await aHouse("bank");
  strangers = await aHouse("shop");
});
afterAll(() => world.close());

type Name = "ana" | "ben" | "lou" | "lex" | "eve" | "head";
const povOf = async (name: Name) => (await house.viewer(name)).pov;
const idOf = (name: Name) => house.reps[name].id;

function asked(parentId: string, of: { repIds?: string[]; teamIds?: string[]; sharedMessageIds?: string[] }) {
  return {
    parentId,
    clientId: deps.newId(),
    question: "What now?",
    teamIds: [],
    repIds: [],
    sharedMessageIds: [],
    sharesCustomerName: false,
    ...of,
  };
}

/** A backchannel that ana opened from a customer's matter. The guests have not answered. */
async function aBackchannel(of: { repIds?: string[]; teamIds?: string[] }) {
  const parent = await aRequest(house, { body: "My card" }, deps);
  const { interactionId } = await openBackchannel(await povOf("ana"), asked(parent.interactionId, of), deps);
  return { parent, interactionId };
}

async function accept(name: Name, interactionId: string) {
  await answerInvitation(await povOf(name), { interactionId, accepts: true }, deps);
}

async function takingPart(interactionId: string) {
  const rows = await deps.db
    .selectFrom("participation")
    .select("party_id")
    .where("interaction_id", "=", interactionId)
    .where("from_at", "is not", null)
    .where("until_at", "is", null)
    .execute();
  return rows.map(({ party_id }) => party_id).sort();
}

const bodiesFor = async (name: Name, interactionId: string) =>
  (await visibleMessages(await povOf(name), { interactionId }, deps)).map(({ body }) => body);
const existsFor = async (name: Name, interactionId: string) =>
  (await interactionViews(await povOf(name), { interactionIds: [interactionId] }, deps)).length > 0;

test("a guest is invited, sees nothing before accepting, and then the question", async () => {
  const { interactionId } = await aBackchannel({ repIds: [idOf("lou")] });
  expect(await takingPart(interactionId)).toEqual([idOf("ana")]);
  expect(await bodiesFor("lou", interactionId)).toEqual([]);
  await accept("lou", interactionId);
  expect(await takingPart(interactionId)).toEqual([idOf("ana"), idOf("lou")].sort());
  expect(await bodiesFor("lou", interactionId)).toEqual(["What now?"]);
});

test("opening the same backchannel again and again opens it once", async () => {
  const parent = await aRequest(house, { body: "My card" }, deps);
  const input = asked(parent.interactionId, { repIds: [idOf("lou")] });
  const ana = await povOf("ana");
  const opened = await Promise.all(Array.from({ length: 10 }, () => openBackchannel(ana, input, deps)));
  opened.push(await openBackchannel(ana, input, deps));
  expect(new Set(opened.map(({ interactionId }) => interactionId)).size).toBe(1);
  const below = await deps.db
    .selectFrom("interaction")
    .select("id")
    .where("parent_id", "=", parent.interactionId)
    .execute();
  expect(below).toHaveLength(1);
});

test("a backchannel needs somebody besides oneself", async () => {
  const { interactionId } = await aRequest(house, { body: "My card" }, deps);
  for (const repIds of [[], [idOf("ana")]]) {
    await expect(openBackchannel(await povOf("ana"), asked(interactionId, { repIds }), deps)).rejects.toMatchObject({
      code: "nobody_included",
    });
  }
});

test("a backchannel that leaves nobody of its parent out is refused (C6)", async () => {
  const { interactionId } = await aBackchannel({ repIds: [idOf("lou")] });
  await accept("lou", interactionId);
  const below = asked(interactionId, { repIds: [idOf("lou")] });
  await expect(openBackchannel(await povOf("ana"), below, deps)).rejects.toMatchObject({ code: "nobody_left_out" });
});

test("backchannels nest: a party that is only in the upper one does not see the lower one", async () => {
  const { interactionId } = await aBackchannel({ repIds: [idOf("lou"), idOf("eve")] });
  await accept("lou", interactionId);
  await accept("eve", interactionId);
  const nested = await openBackchannel(await povOf("lou"), asked(interactionId, { repIds: [idOf("lex")] }), deps);
  await accept("lex", nested.interactionId);
  expect(await existsFor("ana", nested.interactionId)).toBe(false);
  expect(await existsFor("eve", nested.interactionId)).toBe(false);
  expect(await existsFor("lex", interactionId)).toBe(false);
  expect(await bodiesFor("lex", nested.interactionId)).toEqual(["What now?"]);
});

test("only participants can open a backchannel: a stranger finds no parent, a privileged viewer is refused", async () => {
  const { interactionId } = await aRequest(house, { body: "My card" }, deps);
  const input = (parentId: string) => asked(parentId, { repIds: [idOf("lou")] });
  for (const id of [interactionId, deps.newId()])
    await expect(openBackchannel(await povOf("eve"), input(id), deps)).rejects.toMatchObject({ code: "not_found" });
  await expect(openBackchannel(await povOf("head"), input(interactionId), deps)).rejects.toMatchObject({
    code: "not_participating",
  });
});

test("guests from another organization, customers and unknown ids are refused alike", async () => {
  const { interactionId, contactId } = await aRequest(house, { body: "My card" }, deps);
  for (const id of [strangers.reps.lou.id, strangers.teams.law, contactId, house.id, deps.newId()]) {
    for (const of of [{ repIds: [id] }, { teamIds: [id] }]) {
      await expect(openBackchannel(await povOf("ana"), asked(interactionId, of), deps)).rejects.toMatchObject({
        code: "invalid_input",
        facts: { field: "partyIds" },
      });
    }
  }
});

test("a member cannot share a message that they do not see in the parent", async () => {
  const [parent, other] = [
    await aRequest(house, { body: "My card" }, deps),
    await aBackchannel({ repIds: [idOf("lou")] }),
  ];
  const [foreign] = await deps.db
    .selectFrom("message")
    .select("id")
    .where("interaction_id", "=", other.interactionId)
    .execute();
  for (const id of [foreign?.id ?? "", other.parent.messageId, deps.newId()]) {
    const input = asked(parent.interactionId, { repIds: [idOf("lou")], sharedMessageIds: [parent.messageId, id] });
    await expect(openBackchannel(await povOf("ana"), input, deps)).rejects.toMatchObject({
      code: "invalid_input",
      facts: { field: "sharedMessageIds" },
    });
  }
});

test("the first member of a team who accepts takes part; the others no longer find an invitation", async () => {
  const { interactionId } = await aBackchannel({ teamIds: [house.teams.law] });
  const povs = [await povOf("lou"), await povOf("lex")];
  const answers = await Promise.allSettled(
    Array.from({ length: 10 }, (_, n) => {
      const pov = povs[n % 2];
      if (!pov) throw new Error("two reps were asked for");
      return answerInvitation(pov, { interactionId, accepts: true }, deps);
    }),
  );
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const refusals = answers.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []));
  // A participant who accepts again for the team is told that they are in it.
  const foreseen = new Set(["already_answered", "already_member", "not_found"]);
  expect(refusals.filter((code) => !foreseen.has(code))).toEqual([]);
  const parties = await takingPart(interactionId);
  expect(parties).toHaveLength(2);
  expect(parties.filter((id) => id === idOf("lou") || id === idOf("lex"))).toHaveLength(1);
});

test("an invitation is answered once, whether asked ten times at once or later", async () => {
  const { interactionId } = await aBackchannel({ repIds: [idOf("lou")] });
  const lou = await povOf("lou");
  const answers = await Promise.allSettled(
    Array.from({ length: 10 }, () => answerInvitation(lou, { interactionId, accepts: true }, deps)),
  );
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const refusals = answers.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []));
  expect(refusals.filter((code) => code !== "already_answered" && code !== "not_found")).toEqual([]);
  await expect(answerInvitation(lou, { interactionId, accepts: false }, deps)).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await bodiesFor("lou", interactionId)).toEqual(["What now?"]);
});

test("a guest who rejects is out, the inviter reads the reason, and the guest can be invited again", async () => {
  const { interactionId } = await aBackchannel({ repIds: [idOf("lou")] });
  await answerInvitation(await povOf("lou"), { interactionId, accepts: false, reason: "On leave" }, deps);
  const declined = await deps.db
    .selectFrom("participation")
    .select("decline_reason")
    .where("interaction_id", "=", interactionId)
    .where("party_id", "=", idOf("lou"))
    .executeTakeFirstOrThrow();
  expect(declined).toEqual({ decline_reason: "On leave" });
  expect(await bodiesFor("lou", interactionId)).toEqual([]);
  await inviteParty(await povOf("ana"), { interactionId, partyId: idOf("lou"), showFrom: "start" }, deps);
  await accept("lou", interactionId);
  expect(await bodiesFor("lou", interactionId)).toEqual(["What now?"]);
});

test("a member who was not invited has nothing to answer", async () => {
  const { interactionId } = await aBackchannel({ repIds: [idOf("lou")] });
  for (const id of [interactionId, deps.newId()])
    await expect(
      answerInvitation(await povOf("eve"), { interactionId: id, accepts: true }, deps),
    ).rejects.toMatchObject({ code: "not_found" });
});

test("a guest invited without the history sees later messages only; with the history, all of them (P2)", async () => {
  const { interactionId } = await aBackchannel({ repIds: [idOf("lou")] });
  const ana = await povOf("ana");
  await inviteParty(ana, { interactionId, partyId: idOf("eve"), showFrom: "now" }, deps);
  await inviteParty(ana, { interactionId, partyId: idOf("lex"), showFrom: "start" }, deps);
  await postMessage(ana, { interactionId, clientId: deps.newId(), body: "Second", expectedAudience: "internal" }, deps);
  await accept("eve", interactionId);
  await accept("lex", interactionId);
  expect(await bodiesFor("eve", interactionId)).toEqual(["Second"]);
  expect(await bodiesFor("lex", interactionId)).toEqual(["What now?", "Second"]);
});

test("a guest without the history cannot show it to others", async () => {
  const { interactionId } = await aBackchannel({ repIds: [idOf("lou")] });
  await inviteParty(await povOf("ana"), { interactionId, partyId: idOf("eve"), showFrom: "now" }, deps);
  await accept("eve", interactionId);
  await inviteParty(await povOf("eve"), { interactionId, partyId: idOf("lex"), showFrom: "start" }, deps);
  await accept("lex", interactionId);
  expect(await bodiesFor("lex", interactionId)).toEqual([]);
});

test("a colleague from a team that admits without asking takes part at once (O5)", async () => {
  const { interactionId } = await aBackchannel({ repIds: [idOf("ben")] });
  expect(await takingPart(interactionId)).toEqual([idOf("ana"), idOf("ben")].sort());
  expect(await bodiesFor("ben", interactionId)).toEqual(["What now?"]);
});

test("nobody is invited twice, nor if then nobody of the parent would be left out", async () => {
  const { interactionId } = await aBackchannel({ repIds: [idOf("lou")] });
  const ana = await povOf("ana");
  for (const partyId of [idOf("lou"), idOf("ana")])
    await expect(inviteParty(ana, { interactionId, partyId, showFrom: "now" }, deps)).rejects.toMatchObject({
      code: "already_member",
    });
  await accept("lou", interactionId);
  await inviteParty(ana, { interactionId, partyId: idOf("eve"), showFrom: "now" }, deps);
  await accept("eve", interactionId);
  const nested = await openBackchannel(ana, asked(interactionId, { repIds: [idOf("lou")] }), deps);
  await expect(
    inviteParty(ana, { interactionId: nested.interactionId, partyId: idOf("eve"), showFrom: "now" }, deps),
  ).rejects.toMatchObject({ code: "nobody_left_out" });
});

test("a member who is only invited, or was never in it, cannot invite", async () => {
  const { interactionId } = await aBackchannel({ repIds: [idOf("lou")] });
  for (const name of ["lou", "eve"] as const)
    await expect(
      inviteParty(await povOf(name), { interactionId, partyId: idOf("lex"), showFrom: "now" }, deps),
    ).rejects.toMatchObject({ code: "not_found" });
});

test("ten simultaneous invitations of one person are one", async () => {
  const { interactionId } = await aBackchannel({ repIds: [idOf("lou")] });
  const ana = await povOf("ana");
  const input = { interactionId, partyId: idOf("eve"), showFrom: "now" as const };
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => inviteParty(ana, input, deps)));
  const refusals = outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []));
  expect(refusals).toEqual(Array.from({ length: 9 }, () => "already_member"));
  const open = await deps.db
    .selectFrom("participation")
    .select("id")
    .where("interaction_id", "=", interactionId)
    .where("party_id", "=", idOf("eve"))
    .where("until_at", "is", null)
    .execute();
  expect(open).toHaveLength(1);
});

test("the opener can remove others, who keep what was there and get nothing later (P2, O4)", async () => {
  const { interactionId } = await aBackchannel({ repIds: [idOf("lou"), idOf("eve")] });
  await accept("lou", interactionId);
  await accept("eve", interactionId);
  const ana = await povOf("ana");
  await expect(
    removeParticipant(await povOf("eve"), { interactionId, partyId: idOf("lou") }, deps),
  ).rejects.toMatchObject({ code: "not_allowed" });
  await removeParticipant(ana, { interactionId, partyId: idOf("lou") }, deps);
  await postMessage(ana, { interactionId, clientId: deps.newId(), body: "After", expectedAudience: "internal" }, deps);
  expect(await bodiesFor("lou", interactionId)).toEqual(["What now?"]);
  expect(await bodiesFor("eve", interactionId)).toEqual(["What now?", "After"]);
  const late = { interactionId, clientId: deps.newId(), body: "Me too", expectedAudience: "internal" as const };
  await expect(postMessage(await povOf("lou"), late, deps)).rejects.toMatchObject({ code: "not_participating" });
  await expect(removeParticipant(ana, { interactionId, partyId: idOf("lou") }, deps)).rejects.toMatchObject({
    code: "not_found",
  });
});

test("an invitation that is taken back is gone for the guest", async () => {
  const { interactionId } = await aBackchannel({ repIds: [idOf("lou")] });
  await removeParticipant(await povOf("ana"), { interactionId, partyId: idOf("lou") }, deps);
  await expect(answerInvitation(await povOf("lou"), { interactionId, accepts: true }, deps)).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await takingPart(interactionId)).toEqual([idOf("ana")]);
});

test("the last party shared with the parent can neither leave nor be removed (C6, O4)", async () => {
  const { interactionId } = await aBackchannel({ repIds: [idOf("lou"), idOf("eve")] });
  await accept("lou", interactionId);
  await expect(
    removeParticipant(await povOf("ana"), { interactionId, partyId: idOf("ana") }, deps),
  ).rejects.toMatchObject({ code: "last_shared_party" });
  await removeParticipant(await povOf("lou"), { interactionId, partyId: idOf("lou") }, deps);
  expect(await takingPart(interactionId)).toEqual([idOf("ana")]);
});

test("neither the customer nor the responder can be removed from a customer's interaction", async () => {
  const { interactionId, contactId } = await aRequest(house, { body: "My card" }, deps);
  const ana = await povOf("ana");
  await expect(removeParticipant(ana, { interactionId, partyId: contactId }, deps)).rejects.toMatchObject({
    code: "not_allowed",
  });
  await expect(removeParticipant(ana, { interactionId, partyId: idOf("ana") }, deps)).rejects.toMatchObject({
    code: "responder_stays",
  });
});

/** Lou takes part beside ana in the customer's interaction. */
async function aMatterOfTwo() {
  const request = await aRequest(house, { body: "My card" }, deps);
  const { interactionId } = request;
  await inviteParty(await povOf("ana"), { interactionId, partyId: idOf("lou"), showFrom: "start" }, deps);
  await accept("lou", interactionId);
  return request;
}

const write = async (name: Name, interactionId: string, expectedAudience: "customer" | "internal") =>
  postMessage(await povOf(name), { interactionId, clientId: deps.newId(), body: "Words", expectedAudience }, deps);

test.each([
  ["leaves", "lou"],
  ["is removed by who answers", "ana"],
] as const)("a second rep before the customer %s, and keeps what was there until then (P2)", async (_, by) => {
  const { interactionId, sequenceId } = await aMatterOfTwo();
  const lou = await povOf("lou");
  await removeParticipant(await povOf(by), { interactionId, partyId: idOf("lou") }, deps);
  await write("ana", interactionId, "customer");
  const before = await sequenceView(lou, sequenceId, deps);
  await renameSequence(await povOf("ana"), { sequenceId, seen: "My card", subject: "Theft" }, deps);
  expect(await bodiesFor("lou", interactionId)).toEqual(["My card"]);
  expect(await sequenceView(lou, sequenceId, deps)).toEqual({ ...before, asOf: expect.any(String) });
  expect(before.subject).toBe("My card");
  await expect(write("lou", interactionId, "customer")).rejects.toMatchObject({ code: "not_participating" });
  expect(await takingPart(interactionId)).not.toContain(idOf("lou"));
});

test("a second rep cannot remove the responder, nor a third the second", async () => {
  const { interactionId } = await aMatterOfTwo();
  await inviteParty(await povOf("ana"), { interactionId, partyId: idOf("eve"), showFrom: "start" }, deps);
  await accept("eve", interactionId);
  for (const partyId of [idOf("ana"), idOf("lou")])
    await expect(removeParticipant(await povOf("eve"), { interactionId, partyId }, deps)).rejects.toMatchObject({
      code: "not_allowed",
    });
});

test("the last shared party of a backchannel that they know cannot leave its parent (C6)", async () => {
  const { interactionId } = await aMatterOfTwo();
  const lou = await povOf("lou");
  const { interactionId: below } = await openBackchannel(lou, asked(interactionId, { repIds: [idOf("eve")] }), deps);
  await expect(removeParticipant(lou, { interactionId, partyId: idOf("lou") }, deps)).rejects.toMatchObject({
    code: "last_shared_party",
  });
  await endBackchannel(lou, { interactionId: below }, deps);
  await removeParticipant(lou, { interactionId, partyId: idOf("lou") }, deps);
  expect(await takingPart(interactionId)).not.toContain(idOf("lou"));
});

test("a refusal reveals no backchannel to a member who is not in it (P1, P3)", async () => {
  const { interactionId } = await aMatterOfTwo();
  await openBackchannel(await povOf("lou"), asked(interactionId, { repIds: [idOf("eve")] }), deps);
  await removeParticipant(await povOf("ana"), { interactionId, partyId: idOf("lou") }, deps);
  expect(await takingPart(interactionId)).not.toContain(idOf("lou"));
});

test("nothing is added to the customer's list when somebody comes or goes (P8)", async () => {
  const request = await aRequest(house, { body: "My card" }, deps);
  const { interactionId, contactId } = request;
  const headOf = () =>
    deps.db.selectFrom("pov_list").select("head").where("party_id", "=", contactId).executeTakeFirstOrThrow();
  const before = await headOf();
  await inviteParty(await povOf("ana"), { interactionId, partyId: idOf("lou"), showFrom: "start" }, deps);
  await accept("lou", interactionId);
  await removeParticipant(await povOf("lou"), { interactionId, partyId: idOf("lou") }, deps);
  expect(await headOf()).toEqual(before);
});

const listedFor = async (name: Name) =>
  (await backchannelRows(await povOf(name), deps)).map(({ interactionId }) => interactionId);
const countsOf = async (name: Name) => queueCounts(await povOf(name), deps);

test("an ended backchannel accepts no messages or guests, and is in nobody's list or count (C7)", async () => {
  const { interactionId } = await aBackchannel({ repIds: [idOf("lou"), idOf("eve")] });
  await accept("lou", interactionId);
  const before = { lou: await countsOf("lou"), eve: await countsOf("eve") };
  await endBackchannel(await povOf("ana"), { interactionId }, deps);
  for (const name of ["ana", "lou"] as const) {
    await expect(write(name, interactionId, "internal")).rejects.toMatchObject({ code: "interaction_ended" });
    expect(await listedFor(name)).not.toContain(interactionId);
    expect(await bodiesFor(name, interactionId)).toEqual(["What now?"]);
  }
  expect((await countsOf("lou")).backchannels).toBe(before.lou.backchannels - 1);
  expect((await countsOf("eve")).invitations).toBe(before.eve.invitations - 1);
  expect(await listedFor("eve")).not.toContain(interactionId);
  await expect(accept("eve", interactionId)).rejects.toMatchObject({ code: "interaction_ended" });
  const invite = { interactionId, partyId: idOf("lex"), showFrom: "now" as const };
  await expect(inviteParty(await povOf("ana"), invite, deps)).rejects.toMatchObject({ code: "interaction_ended" });
  const [view] = await interactionViews(await povOf("lou"), { interactionIds: [interactionId] }, deps);
  expect(view?.endedAt).toEqual(deps.clock.now());
});

test("a reopened backchannel goes on with its guests and its open invitations", async () => {
  const { interactionId } = await aBackchannel({ repIds: [idOf("lou"), idOf("eve")] });
  await accept("lou", interactionId);
  const before = { lou: await countsOf("lou"), eve: await countsOf("eve") };
  const ana = await povOf("ana");
  await endBackchannel(ana, { interactionId }, deps);
  await endBackchannel(ana, { interactionId }, deps);
  await reopenBackchannel(ana, { interactionId }, deps);
  expect({ lou: await countsOf("lou"), eve: await countsOf("eve") }).toEqual(before);
  await write("lou", interactionId, "internal");
  await accept("eve", interactionId);
  expect(await listedFor("eve")).toContain(interactionId);
});

test("a guest cannot end a backchannel while the opener is in it", async () => {
  const { interactionId } = await aBackchannel({ repIds: [idOf("lou"), idOf("eve")] });
  await accept("lou", interactionId);
  await expect(endBackchannel(await povOf("lou"), { interactionId }, deps)).rejects.toMatchObject({
    code: "opener_ends",
  });
  await expect(endBackchannel(await povOf("eve"), { interactionId }, deps)).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(endBackchannel(await povOf("head"), { interactionId }, deps)).rejects.toMatchObject({
    code: "not_participating",
  });
  const { parent } = await aBackchannel({ repIds: [idOf("lou")] });
  await expect(endBackchannel(await povOf("ana"), { interactionId: parent.interactionId }, deps)).rejects.toMatchObject(
    { code: "not_allowed" },
  );
});
