import { afterAll, beforeAll, expect, test } from "vitest";
import { readClock } from "@/domain/sla/readClock";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest, type TestRequest } from "@/testing/scenes/aRequest";
import { calendarOf, HOUR_MS, MINUTE_MS } from "@/testing/scenes/slaTestCalendars";
import { storedRequest } from "@/testing/scenes/storedRequest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { runDueJobs } from "@/testing/world/runDueJobs";
import { postMessage } from "../../conversation/commands/postMessage";
import { postAsCustomer } from "../../customer/commands/postAsCustomer";
import { setSequenceCategory } from "../commands/changeSequence";
import { lookAtRequest } from "../commands/lookAtRequest";
import { setSequenceState } from "../commands/setSequenceState";
import { loadRequest } from "../load/loadRequest";
import { splitSequence } from "./splitSequence";
import { undoSplit } from "./undoSplit";

const world = await openTestWorld();
const { deps, clock } = world;
const DAY = calendarOf({ weekdays: [["00:00", "24:00"]], weekend: [["00:00", "24:00"]] });

let house: Awaited<ReturnType<typeof aHouse>>;

function aHouse() {
  return anOrganization(
    {
      slug: "shop",
      teams: { cameras: {}, money: { calendar: DAY } },
      categories: {
        camera: { team: "cameras", keywords: ["camera"] },
        refund: { team: "money", keywords: ["refund"], policy: "short" },
        praise: { team: "cameras", keywords: ["praise"], policy: "replies" },
      },
      reps: { ana: { teams: ["cameras", "money"], capacity: 500 } },
      budgetsMs: { first_reply: HOUR_MS, next_reply: HOUR_MS, resolution: 2 * HOUR_MS },
      policies: { short: { resolution: 20 * MINUTE_MS }, replies: { next_reply: HOUR_MS } },
    },
    deps,
  );
}

beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => world.close());

const ana = async () => (await house.viewer("ana")).pov;

async function say({ contactId }: TestRequest, body: string): Promise<string> {
  const { messageId } = await postAsCustomer(contactId, { clientId: deps.newId(), body, categoryId: null }, deps);
  return messageId;
}

async function reply({ interactionId }: TestRequest, thenState?: "closed") {
  const input = { interactionId, clientId: deps.newId(), body: "An answer", expectedAudience: "customer" as const };
  return postMessage(await ana(), { ...input, ...(thenState ? { thenState } : {}) }, deps);
}

async function setState({ sequenceId }: TestRequest, state: "open" | "closed") {
  const { sequence_state: seen } = await storedRequest(sequenceId, deps);
  return setSequenceState(await ana(), { sequenceId, state, seen }, deps);
}

async function setCategory({ sequenceId }: TestRequest, name: "refund" | "praise" | "camera") {
  const { category_id: seen } = await storedRequest(sequenceId, deps);
  return setSequenceCategory(await ana(), { sequenceId, seen, categoryId: house.categories[name] }, deps);
}

const split = async ({ sequenceId }: TestRequest, messageId: string) =>
  splitSequence(await ana(), { sequenceId, messageId, keeps: true }, deps);

/** The message that has this text now. After a split is taken back, that is another copy. */
async function idOf({ interactionId }: TestRequest, body: string): Promise<string> {
  const { id } = await deps.db
    .selectFrom("message")
    .select("id")
    .where("interaction_id", "=", interactionId)
    .where("body", "=", body)
    .where("deleted_at", "is", null)
    .executeTakeFirstOrThrow();
  return id;
}

/** How a request ended, and the readings of its clocks. */
async function ending({ sequenceId }: TestRequest) {
  const loaded = await loadRequest(sequenceId, deps);
  if (loaded === null) throw new Error("the request is gone");
  const { state, sequenceState, retiredAtMs, retireReason, clocks } = loaded.facts;
  const nowMs = clock.now().getTime();
  return {
    ...{ state, sequenceState, retiredAtMs, retireReason, endedAt: loaded.sequence.ended_at },
    clocks: clocks
      .filter(({ cancelledAtMs }) => cancelledAtMs === undefined)
      .map((each) => ({
        ...{ metric: each.metric, metAtMs: each.metAtMs, breachedAtMs: each.breachedAtMs, budgetMs: each.budgetMs },
        ...readClock(each, nowMs),
      })),
  };
}

/** The stored clocks, complete. */
async function clocksOf({ sequenceId }: TestRequest) {
  const clocks = (await loadRequest(sequenceId, deps))?.facts.clocks ?? [];
  return clocks.map((each) => ({ ...each, ...readClock(each, clock.now().getTime()) }));
}

/** A camera request that was closed half an hour after it came, with its ending. */
async function aClosedMatter(isAnswered = true) {
  const request = await aRequest(house, { body: "My camera is broken" }, deps);
  clock.advance(30 * MINUTE_MS);
  if (isAnswered) await reply(request, "closed");
  else await setState(request, "closed");
  return { request, ended: await ending(request) };
}

const SINCE: Record<string, (request: TestRequest) => Promise<unknown>> = {
  "nothing else": async () => {},
  "an answer": reply,
  "another category with other promises and hours": async (request) => {
    await setCategory(request, "refund");
  },
  "a category without a promise of an end": async (request) => {
    await setCategory(request, "praise");
    clock.advance(MINUTE_MS);
  },
  "a category without a promise of an end, and one with it": async (request) => {
    await setCategory(request, "praise");
    clock.advance(MINUTE_MS);
    await setCategory(request, "refund");
  },
  "a breach that was written down": async ({ sequenceId }) => {
    clock.advance(3 * HOUR_MS);
    await lookAtRequest(sequenceId, deps);
  },
  "a second closing that somebody opened again": async (request) => {
    await reply(request, "closed");
    clock.advance(11 * MINUTE_MS);
    await setState(request, "open");
  },
};

for (const isAnswered of [true, false]) {
  for (const [name, happens] of Object.entries(SINCE)) {
    test(`a matter that was over${isAnswered ? "" : " without an answer"} is over as it was, brought back with ${name}`, async () => {
      const { request, ended } = await aClosedMatter(isAnswered);
      clock.advance(10 * MINUTE_MS);
      const messageId = await say(request, "Where is my refund?");
      clock.advance(HOUR_MS);
      await happens(request);
      clock.advance(MINUTE_MS);
      const before = await clocksOf(request);
      const { sequenceId } = await split(request, messageId);
      expect(await ending(request)).toEqual(ended);

      await undoSplit(await ana(), { sequenceId }, deps);
      expect(await clocksOf(request)).toEqual(before);
      await split(request, await idOf(request, "Where is my refund?"));
      expect(await ending(request)).toEqual(ended);
    });
  }
}

test("a matter that was closed for lack of an answer is over again for that reason", async () => {
  const request = await aRequest(house, { body: "My camera is broken" }, deps);
  await reply(request);
  clock.advance(48 * HOUR_MS);
  await runDueJobs(deps);
  clock.advance(48 * HOUR_MS);
  await runDueJobs(deps);
  const ended = await ending(request);
  expect(ended).toMatchObject({ state: "retired", retireReason: "no_answer" });
  const messageId = await say(request, "Where is my refund?");
  clock.advance(HOUR_MS);
  await split(request, messageId);
  expect(await ending(request)).toEqual(ended);
});

test("a matter that a rep opened again on purpose goes on when another is split off it", async () => {
  const { request } = await aClosedMatter();
  clock.advance(HOUR_MS);
  await setState(request, "open");
  clock.advance(MINUTE_MS);
  await split(request, await say(request, "Where is my refund?"));
  expect(await ending(request)).toMatchObject({ state: "assigned", sequenceState: "open" });
});

test("a matter brought back once more after the split does not count the time in between", async () => {
  const { request } = await aClosedMatter();
  const messageId = await say(request, "Where is my refund?");
  clock.advance(HOUR_MS);
  const { sequenceId } = await split(request, messageId);
  await setSequenceState(await ana(), { sequenceId, state: "closed", seen: "open" }, deps);
  clock.advance(11 * MINUTE_MS);
  await setState(request, "open");
  clock.advance(20 * MINUTE_MS);
  const resolution = (await clocksOf(request)).find(({ metric }) => metric === "resolution");
  expect(resolution).toMatchObject({ state: "running", remainingMs: 70 * MINUTE_MS });
});

const repliesOf = async (request: TestRequest) =>
  (await clocksOf(request))
    .filter(({ metric, cancelledAtMs }) => /reply/.test(metric) && cancelledAtMs === undefined)
    .map(({ metric, startedAtMs, metAtMs, state, remainingMs }) => ({
      metric,
      startedAtMs,
      metAtMs,
      state,
      remainingMs,
    }));

test("a matter whose answer moved away is promised one again, and counts as answered when it returns", async () => {
  for (const isFirst of [true, false]) {
    const request = await aRequest(house, { body: "My camera is broken" }, deps);
    if (!isFirst) {
      await reply(request);
      clock.advance(MINUTE_MS);
      await say(request, "It is still broken");
    }
    const sinceMs = clock.now().getTime();
    clock.advance(MINUTE_MS);
    const messageId = await say(request, "Where is my refund?");
    clock.advance(MINUTE_MS);
    await reply(request);
    await say(request, "Thank you, and my camera?");
    clock.advance(MINUTE_MS);
    const before = await repliesOf(request);
    const part = await split(request, messageId);
    const running = (await repliesOf(request)).filter(({ metAtMs }) => metAtMs === null);
    expect(running).toMatchObject([{ startedAtMs: sinceMs, state: "running", remainingMs: 57 * MINUTE_MS }]);
    expect(await storedRequest(request.sequenceId, deps)).toMatchObject({ waiting_since: new Date(sinceMs) });
    await undoSplit(await ana(), part, deps);
    expect(await repliesOf(request)).toEqual(before);
  }
});

test("messages that return to a matter that was closed since the split bring it back", async () => {
  const request = await aRequest(house, { body: "My camera is broken" }, deps);
  await reply(request);
  clock.advance(MINUTE_MS);
  const messageId = await say(request, "Where is my refund?");
  const saidAt = clock.now();
  const part = await split(request, messageId);
  clock.advance(MINUTE_MS);
  await reply(request, "closed");
  clock.advance(MINUTE_MS);
  await undoSplit(await ana(), part, deps);
  expect(await storedRequest(request.sequenceId, deps)).toMatchObject({
    state: "assigned",
    sequence_state: "open",
    assigned_to_id: house.reps.ana.id,
    waiting_since: saidAt,
    retired_at: null,
  });
});

test("of several clocks of one metric in a split-off matter the latest counts", async () => {
  const request = await aRequest(house, { body: "My camera is broken" }, deps);
  const messageId = await say(request, "Where is my parcel?");
  for (const body of ["And now?", "Hello?", "Still there?", "The last word"]) {
    clock.advance(MINUTE_MS);
    await reply(request);
    clock.advance(MINUTE_MS);
    await say(request, body);
  }
  const { sequenceId } = await split(request, messageId);
  const now = clock.now().getTime();
  const clocks = (await loadRequest(sequenceId, deps))?.facts.clocks ?? [];
  expect(clocks.filter(({ metric, metAtMs }) => metric === "next_reply" && metAtMs === null)).toMatchObject([
    { startedAtMs: now },
  ]);
});

test("an answer that was given in the original meanwhile does not answer the messages that return", async () => {
  const request = await aRequest(house, { body: "My camera is broken" }, deps);
  clock.advance(MINUTE_MS);
  const messageId = await say(request, "Where is my refund?");
  const saidAt = clock.now();
  const part = await split(request, messageId);
  for (const thenState of [undefined, "closed"] as const) {
    clock.advance(MINUTE_MS);
    await reply(request, thenState);
  }
  await undoSplit(await ana(), part, deps);
  expect(await storedRequest(request.sequenceId, deps)).toMatchObject({ state: "assigned", waiting_since: saidAt });
});
