import { afterAll, expect, test } from "vitest";
import { everyAnswer } from "@/testing/laws/everyAnswer";
import { memberListening } from "@/testing/laws/listening";
import { aCast } from "@/testing/scenes/aCast";
import { openAside } from "@/testing/scenes/openAside";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { answerInvitation } from "../backchannel/commands/answerInvitation";
import { openBackchannel } from "../backchannel/commands/openBackchannel";
import { postMessage } from "../conversation/commands/postMessage";
import { postAsCustomer } from "../customer/commands/postAsCustomer";
import { changeSequenceTags } from "../request/commands/changeSequence";
import { takeRequest } from "../request/commands/takeRequest";

const world = await openTestWorld();
const { deps } = world;
afterAll(() => world.close());

const CANARIES = ["quokka", "wombat", "numbat", "dugong", "pangolin", "axolotl", "okapi"];

/** A request of ana's with a canary in every field. Dan is of another team. */
async function aRequestWithCanaries(slug: string) {
  const cast = await aCast(slug, deps);
  const { contactId } = cast.customers.c1;
  await deps.db.updateTable("party").set({ name: "Quokka" }).where("id", "=", contactId).execute();
  await deps.db
    .updateTable("contact")
    .set({ account_number: "pangolin", location: "axolotl", tier: "okapi" })
    .where("party_id", "=", contactId)
    .execute();
  await deps.db.updateTable("category").set({ name: "Numbat" }).where("id", "=", cast.house.categories.card).execute();
  await deps.db.updateTable("organization").set({ config_version: 2 }).where("id", "=", cast.house.id).execute();
  await postAsCustomer(contactId, { clientId: deps.newId(), body: "card wombat", categoryId: null }, deps);
  const request = await deps.db
    .selectFrom("request")
    .innerJoin("sequence", "sequence.id", "request.sequence_id")
    .selectAll("request")
    .select(["sequence.reference", "sequence.category_id"])
    .where("contact_id", "=", contactId)
    .executeTakeFirstOrThrow();
  const [ana, dan] = [await cast.pov("ana"), await cast.pov("dan")];
  if (request.assigned_to_id === null) await takeRequest(ana, request.sequence_id, deps);
  await changeSequenceTags(ana, { sequenceId: request.sequence_id, add: ["dugong"], remove: [] }, deps);
  await postMessage(
    ana,
    {
      interactionId: request.interaction_id,
      clientId: deps.newId(),
      body: "the wombat is well",
      expectedAudience: "customer",
    },
    deps,
  );
  return { cast, request, ana, dan };
}

/** P4: no word, name, tag, category, number or id of the parent reaches a backchannel, in any answer or event. */
test("a specialist in a backchannel finds no trace of its parent in any answer or event", async () => {
  const { cast, request, ana, dan } = await aRequestWithCanaries("mine");
  expect(request.category_id).toBe(cast.house.categories.card);
  const asideId = await openAside(ana, { parentId: request.interaction_id, guest: dan }, deps);
  const { interactionId: belowId } = await openBackchannel(
    dan,
    {
      parentId: asideId,
      clientId: deps.newId(),
      question: "And you?",
      teamIds: [],
      repIds: [cast.house.reps.cleo.id],
      sharedMessageIds: [],
      sharesCustomerName: false,
    },
    deps,
  );
  await postAsCustomer(
    cast.customers.c1.contactId,
    { clientId: deps.newId(), body: "wombat!", categoryId: null },
    deps,
  );
  const ids = [
    request.sequence_id,
    request.interaction_id,
    request.conversation_id,
    request.contact_id,
    asideId,
    belowId,
  ];
  for (const rep of ["dan", "cleo"] as const) {
    const viewer = await cast.house.viewer(rep);
    const answers = await everyAnswer({ viewer }, { ids, words: CANARIES }, deps);
    const ear = await memberListening(() => cast.pov(rep), "", deps);
    await ear.listen();
    expect(ear.heard.length).toBeGreaterThan(0);
    // Every member may list the categories. The list does not say which one is the parent's.
    const told = Object.entries(answers).filter(([question]) => !question.startsWith("category.list"));
    const text = JSON.stringify([told.map(([, answer]) => answer), ear.heard]).toLowerCase();
    expect(text).toContain(rep === "dan" ? asideId : belowId);
    for (const canary of [...CANARIES, request.reference.toLowerCase()]) expect(text).not.toContain(canary);
    for (const id of ids.slice(0, 4)) expect(text).not.toContain(id);
  }
});

test("a backchannel gets what is shared on purpose, and the customer's name only if that is shared too", async () => {
  const { cast, request, ana, dan } = await aRequestWithCanaries("shared");
  const shared = await deps.db
    .selectFrom("message")
    .select("id")
    .where("interaction_id", "=", request.interaction_id)
    .execute();
  for (const sharesCustomerName of [false, true]) {
    const { interactionId } = await openBackchannel(
      ana,
      {
        parentId: request.interaction_id,
        clientId: deps.newId(),
        question: "Look",
        teamIds: [],
        repIds: [dan.partyId],
        sharedMessageIds: shared.map(({ id }) => id),
        sharesCustomerName,
      },
      deps,
    );
    const { viewer } = cast.house;
    await answerInvitation(dan, { interactionId, accepts: true }, deps);
    const question = { ids: [interactionId], words: [] };
    const text = JSON.stringify(await everyAnswer({ viewer: await viewer("dan") }, question, deps));
    expect(text).toContain("wombat is well");
    expect(text.includes("Quokka")).toBe(sharesCustomerName);
    expect(text).not.toContain(request.interaction_id);
  }
});
