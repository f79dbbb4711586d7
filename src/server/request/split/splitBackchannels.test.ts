import { afterAll, beforeAll, expect, test } from "vitest";
import { foldSequence } from "@/contract/live/foldSequence";
import { memberListening } from "@/testing/laws/listening";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest, type TestRequest } from "@/testing/scenes/aRequest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { answerInvitation } from "../../backchannel/commands/answerInvitation";
import { endBackchannel } from "../../backchannel/commands/endBackchannel";
import { openBackchannel } from "../../backchannel/commands/openBackchannel";
import { postMessage } from "../../conversation/commands/postMessage";
import { postAsCustomer } from "../../customer/commands/postAsCustomer";
import { visibleMessages } from "../../pov/visibleMessages";
import { sequenceView } from "../queries/sequenceView";
import { splitSequence } from "./splitSequence";
import { undoSplit } from "./undoSplit";

const world = await openTestWorld();
const { deps, clock } = world;

let house: Awaited<ReturnType<typeof aHouse>>;

function aHouse() {
  return anOrganization(
    {
      slug: "shop",
      teams: { cameras: {}, law: {} },
      categories: { camera: { team: "cameras", keywords: ["camera"] } },
      reps: { ana: { teams: ["cameras"], capacity: 500 }, lou: { teams: ["law"] }, lex: { teams: ["law"] } },
    },
    deps,
  );
}

beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => world.close());

const povOf = async (name: "ana" | "lou" | "lex") => (await house.viewer(name)).pov;

async function say({ contactId }: TestRequest, body: string): Promise<string> {
  clock.advance(60_000);
  return (await postAsCustomer(contactId, { clientId: deps.newId(), body, categoryId: null }, deps)).messageId;
}

async function reply({ interactionId }: TestRequest, thenState?: "closed") {
  clock.advance(60_000);
  const input = { interactionId, clientId: deps.newId(), body: "An answer", expectedAudience: "customer" as const };
  await postMessage(await povOf("ana"), { ...input, ...(thenState ? { thenState } : {}) }, deps);
}

async function ask(by: "ana" | "lou", guest: "lou" | "lex", parentId: string, sharedMessageIds: string[] = []) {
  clock.advance(60_000);
  const invited = { teamIds: [], repIds: [house.reps[guest].id] };
  const asked = { parentId, clientId: deps.newId(), question: "What do you think?", sharedMessageIds };
  const { interactionId } = await openBackchannel(
    await povOf(by),
    { ...asked, ...invited, sharesCustomerName: false },
    deps,
  );
  await answerInvitation(await povOf(guest), { interactionId, accepts: true }, deps);
  return interactionId;
}

async function asidesOf(sequenceId: string) {
  const { interactions } = await sequenceView(await povOf("ana"), sequenceId, deps);
  return interactions.flatMap(({ id, audience }) => (audience === "internal" ? id : []));
}

test("a backchannel about the moved messages moves with all that nests in it; the others stay", async () => {
  const request = await aRequest(house, { body: "My camera is broken" }, deps);
  const { sequenceId, interactionId } = request;
  const ofCamera = await ask("ana", "lou", interactionId, [request.messageId]);
  await reply(request);
  const messageId = await say(request, "Where is my refund?");
  const ofRefund = await ask("ana", "lou", interactionId, [messageId]);
  const nested = await ask("lou", "lex", ofRefund);
  const ofBoth = await ask("ana", "lou", interactionId, [request.messageId, messageId]);
  const ofNothing = await ask("ana", "lou", interactionId);
  const lou = await povOf("lou");
  const heardByLou = await visibleMessages(lou, { interactionId: ofRefund }, deps);
  const ana = await povOf("ana");
  const page = await sequenceView(ana, sequenceId, deps);
  const listening = await memberListening(async () => ana, page.asOf, deps);

  const part = await splitSequence(ana, { sequenceId, messageId, keeps: true }, deps);
  expect(await asidesOf(part.sequenceId)).toEqual([ofRefund]);
  expect(await asidesOf(sequenceId)).toEqual([ofCamera, ofBoth, ofNothing]);
  expect(await visibleMessages(lou, { interactionId: ofRefund }, deps)).toEqual(heardByLou);
  const sequenceOf = async (id: string) =>
    deps.db.selectFrom("interaction").select("sequence_id").where("id", "=", id).executeTakeFirst();
  expect(await sequenceOf(nested)).toEqual({ sequence_id: part.sequenceId });

  await listening.listen();
  const heard = listening.heard.map(({ id, event }) => ({ position: id, event }));
  const later = await sequenceView(ana, sequenceId, deps);
  expect(foldSequence(page, heard)?.interactions.map(({ id }) => id)).toEqual(later.interactions.map(({ id }) => id));

  const since = await ask("ana", "lou", (await sequenceView(ana, part.sequenceId, deps)).interactions[0]?.id ?? "");
  await undoSplit(ana, part, deps);
  expect(await asidesOf(sequenceId)).toEqual([ofCamera, ofRefund, ofBoth, ofNothing, since]);
  expect(await sequenceOf(nested)).toEqual({ sequence_id: sequenceId });
});

test("if the rest is over, backchannels that were opened since and share nothing move too", async () => {
  const request = await aRequest(house, { body: "My camera is broken" }, deps);
  const { sequenceId, interactionId } = request;
  const before = await ask("ana", "lou", interactionId);
  await reply(request, "closed");
  const messageId = await say(request, "Where is my refund?");
  const since = await ask("ana", "lou", interactionId);
  await endBackchannel(await povOf("ana"), { interactionId: since }, deps);
  const part = await splitSequence(await povOf("ana"), { sequenceId, messageId, keeps: true }, deps);
  expect(await asidesOf(part.sequenceId)).toEqual([since]);
  expect(await asidesOf(sequenceId)).toEqual([before]);
  const { interactions } = await sequenceView(await povOf("ana"), part.sequenceId, deps);
  expect(interactions.find(({ id }) => id === since)?.endedAt).toEqual(clock.now());
});
