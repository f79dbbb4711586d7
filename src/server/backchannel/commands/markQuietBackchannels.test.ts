import { afterAll, beforeEach, expect, test } from "vitest";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest } from "@/testing/scenes/aRequest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { postMessage } from "../../conversation/commands/postMessage";
import { queueCounts } from "../../request/queries/queueCounts";
import { backchannelRows } from "../queries/backchannelRows";
import { answerInvitation } from "./answerInvitation";
import { markQuietBackchannels } from "./markQuietBackchannels";
import { openBackchannel } from "./openBackchannel";

const world = await openTestWorld();
const { deps, clock } = world;
const DAY_MS = 86_400_000;

function aHouse() {
  return anOrganization(
    {
      slug: `bank-${deps.newId()}`,
      teams: { cards: {} },
      categories: { card: { team: "cards", keywords: ["card"] } },
      reps: { ana: { teams: ["cards"], capacity: 500 }, lou: {} },
    },
    deps,
  );
}

let house: Awaited<ReturnType<typeof aHouse>>;
beforeEach(async () => {
  house = await aHouse();
});
afterAll(() => world.close());

const povOf = async (name: "ana" | "lou") => (await house.viewer(name)).pov;

/** A backchannel of ana's to which lou is invited. */
async function anInvitation(): Promise<string> {
  const parent = await aRequest(house, { body: "My card" }, deps);
  const { interactionId } = await openBackchannel(
    await povOf("ana"),
    {
      parentId: parent.interactionId,
      clientId: deps.newId(),
      question: "What now?",
      teamIds: [],
      repIds: [house.reps.lou.id],
      sharedMessageIds: [],
      sharesCustomerName: false,
    },
    deps,
  );
  return interactionId;
}

async function aBackchannel(): Promise<string> {
  const interactionId = await anInvitation();
  await answerInvitation(await povOf("lou"), { interactionId, accepts: true }, deps);
  return interactionId;
}

async function write(interactionId: string) {
  const said = {
    interactionId,
    clientId: deps.newId(),
    body: "Order a new one.",
    expectedAudience: "internal",
  } as const;
  await postMessage(await povOf("lou"), said, deps);
}

/** How many backchannels a member has by count, and which ones by list. */
async function shownTo(name: "ana" | "lou") {
  const pov = await povOf(name);
  const [{ backchannels, invitations }, rows] = await Promise.all([queueCounts(pov, deps), backchannelRows(pov, deps)]);
  return { backchannels, invitations, listed: rows.map(({ interactionId }) => interactionId).sort() };
}

/** How many participations lists and counts read: those in their index. */
async function lookedAt(interactionIds: readonly string[]): Promise<number> {
  const { rows } = await deps.pool.query<{ count: number }>(
    "select count(*) from participation where interaction_id = any($1) and quiet_at is null",
    [interactionIds],
  );
  return rows[0]?.count ?? 0;
}

test("lists and counts no longer read quiet backchannels, and show the same as before", async () => {
  const quiet = [await aBackchannel(), await aBackchannel()];
  clock.advance(6 * DAY_MS);
  const fresh = await aBackchannel();
  clock.advance(2 * DAY_MS);
  const before = [await shownTo("ana"), await shownTo("lou")];
  expect(before[1]).toEqual({ backchannels: 1, invitations: 0, listed: [fresh] });
  expect(await lookedAt([...quiet, fresh])).toBe(6);
  await markQuietBackchannels(deps);
  expect([await shownTo("ana"), await shownTo("lou")]).toEqual(before);
  expect(await lookedAt([...quiet, fresh])).toBe(2);
});

test("a message brings a quiet backchannel back to everybody in it, and to no other list", async () => {
  const [revived, other] = [await aBackchannel(), await aBackchannel()];
  clock.advance(8 * DAY_MS);
  await markQuietBackchannels(deps);
  expect(await shownTo("ana")).toMatchObject({ backchannels: 0, listed: [] });
  await write(revived);
  for (const name of ["ana", "lou"] as const)
    expect(await shownTo(name)).toEqual({ backchannels: 1, invitations: 0, listed: [revived] });
  expect(await lookedAt([revived, other])).toBe(2);
});

test("a backchannel that is marked and written in again and again is listed after each message", async () => {
  const interactionId = await aBackchannel();
  for (const days of [8, 1, 9, 30]) {
    clock.advance(days * DAY_MS);
    await markQuietBackchannels(deps);
    await write(interactionId);
    expect(await shownTo("lou")).toMatchObject({ backchannels: 1, listed: [interactionId] });
  }
});

test("an invitation is listed until it is answered, however long that takes", async () => {
  const interactionId = await anInvitation();
  clock.advance(100 * DAY_MS);
  await markQuietBackchannels(deps);
  expect(await shownTo("lou")).toEqual({ backchannels: 0, invitations: 1, listed: [interactionId] });
  expect(await shownTo("ana")).toMatchObject({ backchannels: 0, listed: [] });
});

test("a backchannel in which somebody is writing at this moment is left for the next run", async () => {
  const interactionId = await aBackchannel();
  clock.advance(8 * DAY_MS);
  const writer = await deps.pool.connect();
  await writer.query("begin");
  await writer.query("select 1 from interaction where id = $1 for update", [interactionId]);
  await markQuietBackchannels(deps);
  expect(await lookedAt([interactionId])).toBe(2);
  await writer.query("rollback");
  writer.release();
  await markQuietBackchannels(deps);
  expect(await lookedAt([interactionId])).toBe(0);
});
