import { afterAll, expect, test } from "vitest";
import { memberListening } from "@/testing/laws/listening";
import { memberPages } from "@/testing/laws/memberPages";
import { normalized } from "@/testing/laws/normalized";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest } from "@/testing/scenes/aRequest";
import { openAside } from "@/testing/scenes/openAside";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { answerInvitation } from "../backchannel/commands/answerInvitation";
import { inviteParty } from "../backchannel/commands/inviteParty";
import { removeParticipant } from "../backchannel/commands/removeParticipant";
import { removeMessage } from "../conversation/commands/editMessage";
import { markRead } from "../conversation/commands/markRead";
import { postMessage } from "../conversation/commands/postMessage";
import { interactionView } from "../conversation/queries/interactionViews";
import { messagePage } from "../conversation/queries/messagePage";
import { queueCounts } from "../request/queries/queueCounts";

const world = await openTestWorld();
const { deps, clock } = world;
afterAll(() => world.close());

const aHouse = (slug: string) =>
  anOrganization(
    {
      slug,
      teams: { cards: {} },
      categories: { card: { team: "cards", keywords: ["card"] } },
      reps: {
        ana: { teams: ["cards"], capacity: 9 },
        lou: { teams: [], availability: "busy" },
        kim: { teams: [], availability: "busy" },
      },
    },
    deps,
  );

type Before = { messages: number; edits: boolean; left: boolean };

/**
 * A backchannel in which much, or little, happened before kim joined without the history; and what kim is told of it.
 */
async function joined(slug: string, before: Before) {
  const house = await aHouse(slug);
  const povOf = async (name: "ana" | "lou" | "kim") => (await house.viewer(name)).pov;
  const [ana, lou, kim] = [await povOf("ana"), await povOf("lou"), await povOf("kim")];
  const { interactionId: parentId } = await aRequest(house, { body: "My card" }, deps);
  const interactionId = await openAside(ana, { parentId, guest: lou }, deps);
  const say = (by: typeof ana, body: string) =>
    postMessage(by, { interactionId, clientId: deps.newId(), body, expectedAudience: "internal" }, deps);
  const said = [];
  for (let index = 0; index < before.messages; index += 1) said.push(await say(ana, `Before ${index}`));
  if (before.edits && said[0]) await removeMessage(ana, { messageId: said[0].messageId }, deps);
  await markRead(lou, { interactionId, ordinal: 100 }, deps);
  if (before.left) await removeParticipant(lou, { interactionId, partyId: lou.partyId }, deps);
  else await removeParticipant(ana, { interactionId, partyId: lou.partyId }, deps);

  const ear = await memberListening(() => povOf("kim"), "", deps);
  await inviteParty(ana, { interactionId, partyId: kim.partyId, showFrom: "now" }, deps);
  await ear.listen();
  await answerInvitation(kim, { interactionId, accepts: true }, deps);
  await ear.listen();
  await say(ana, "Now");
  await ear.listen();
  await say(kim, "Good");
  await markRead(kim, { interactionId, ordinal: 1 }, deps);
  await say(ana, "Fine");
  await ear.listen();
  const page = await messagePage(kim, { interactionId }, deps);
  const earlier = await messagePage(kim, { interactionId, beforeOrdinal: 3, limit: 1 }, deps);
  const view = await interactionView(kim, interactionId, deps);
  return {
    page,
    earlier,
    view,
    all: { heard: ear.heard, page, earlier, view, pages: await pagesOf(kim), counts: await queueCounts(kim, deps) },
  };
}

async function pagesOf(pov: Parameters<typeof memberPages>[0]) {
  const { messages, sequences, ...pages } = await memberPages(pov, deps);
  return { ...pages, messages: [...messages], sequences: [...sequences] };
}

test("a member who joins without the history gets 1 for their first message, and marks as read by those numbers", async () => {
  const { page, earlier, view } = await joined("first", { messages: 6, edits: false, left: false });
  expect(page.messages.map(({ ordinal, body }) => [ordinal, body])).toEqual([
    [1, "Now"],
    [2, "Good"],
    [3, "Fine"],
  ]);
  expect(page.hasEarlier).toBe(false);
  expect(earlier.messages.map(({ ordinal }) => ordinal)).toEqual([2]);
  expect(view).toMatchObject({ lastReadOrdinal: 1, unreadCount: 1 });
});

test("a read mark beyond the last message counts as one at the last message", async () => {
  const { view } = await joined("beyond", { messages: 0, edits: false, left: false });
  expect(view.lastReadOrdinal).toBe(1);
});

/** P1: two histories that differ only in what a party cannot see give that party byte-equal answers. */
test("a member who joins without the history cannot tell how much was said or removed, or who left, before", async () => {
  clock.advance(1_000);
  const quiet = await joined("quiet", { messages: 0, edits: false, left: false });
  const busy = await joined("busy", { messages: 9, edits: true, left: true });
  expect(normalized(busy.all).replaceAll("busy", "quiet")).toBe(normalized(quiet.all));
});
