import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { beginVisit } from "@/server/auth/beginVisit";
import { postMessage } from "@/server/conversation/commands/postMessage";
import { aScene, aStage, type Scene, type Stage } from "@/testing/scenes/aScene";
import { openStream, type TestStream } from "@/testing/server/openStream";
import { openTestServer, sessionCookie, type TestServer } from "@/testing/server/openTestServer";
import { openTestWorld } from "@/testing/world/openTestWorld";

const VISITORS = 38;
const STREAMS_EACH = 12;
const SECONDS = 20;
/** The streams are at rest after this many turns of the event loop without a running statement. */
const QUIET_TURNS = 20;
const RESTS_WITHIN_MS = 10_000;

const world = await openTestWorld();
const { deps } = world;
const asked = vi.spyOn(pg.Client.prototype, "query");

let server: TestServer;
let stage: Stage;
let scene: Scene;
let streams: TestStream[];

beforeAll(async () => {
  stage = await aStage("bank", deps);
  scene = await aScene(stage, deps);
  // The test turns the timers of sweeps and watches by hand.
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  server = await openTestServer(deps);
  streams = await Promise.all([...(await ofVisitors()), ...(await ofMembers())]);
  await settled();
}, 60_000);
beforeEach(() => void asked.mockClear());
afterAll(async () => {
  for (const stream of streams) stream.close();
  await server.close();
  vi.useRealTimers();
  await world.close();
});

async function ofVisitors() {
  const others = await Promise.all(Array.from({ length: VISITORS - 1 }, () => beginVisit(stage.widgetKey, deps)));
  return [scene.token, ...others.map(({ token }) => token)].flatMap((token) =>
    Array.from({ length: STREAMS_EACH }, () =>
      openStream(`${server.url}/api/customer/live?key=${stage.widgetKey}`, { authorization: `Visitor ${token}` }),
    ),
  );
}

/** Streams with lists alone, and streams with lists, a board and an open request. */
async function ofMembers() {
  const cookies = await Promise.all(Object.values(stage.reps).map(({ sessionId }) => sessionCookie(sessionId)));
  const queries = ["", "", "", "", "", `?board=1&open=${scene.ids.sequenceId}`];
  return cookies.flatMap((cookie) => queries.map((query) => openStream(`${server.url}/api/live${query}`, { cookie })));
}

/**
 * Waits until no statement runs any more.
 *
 * @throws Error if that does not happen in time
 */
async function settled() {
  const { pool } = deps;
  const deadlineMs = performance.now() + RESTS_WITHIN_MS;
  let quiet = 0;
  while (quiet < QUIET_TURNS) {
    if (performance.now() > deadlineMs) throw new Error("the streams never come to rest");
    await new Promise((resolve) => setImmediate(resolve));
    quiet = pool.idleCount === pool.totalCount && pool.waitingCount === 0 ? quiet + 1 : 0;
  }
}

async function pass(seconds: number) {
  for (let second = 0; second < seconds; second += 1) {
    vi.advanceTimersByTime(1_000);
    await settled();
  }
}

const texts = () => asked.mock.calls.map(([query]) => String((query as { name?: string; text?: string }).name ?? ""));

test("five hundred streams open and come to rest", () => {
  expect(streams.map(({ status }) => status)).toEqual(streams.map(() => 200));
  expect(streams.length).toBeGreaterThanOrEqual(498);
});

test("a sweep over idle streams is one statement for all lists, and one for each kind of right", async () => {
  await pass(10);
  asked.mockClear();
  await pass(SECONDS);
  const names = texts();
  const count = (name: string) => names.filter((each) => each === name).length;
  const [sweeps, looks] = [SECONDS / 2, SECONDS / 5];
  expect(count("visits")).toBe(sweeps);
  expect(count("pov_heads")).toBe(sweeps + looks);
  expect(count("entries_after")).toBe(0);
  expect(count("viewers")).toBeLessThanOrEqual(sweeps + 2 * looks);
  // The rest are the boards, which time alone can change: they are read together every five seconds.
  expect(names.length - sweeps * 3).toBeLessThanOrEqual(looks * 14);
});

test("only the streams that a message concerns read it, once, and then rest again", async () => {
  const { pov } = await stage.viewer("rep");
  const { interactionId } = scene.ids;
  asked.mockClear();
  await postMessage(pov, { interactionId, clientId: deps.newId(), body: "A word", expectedAudience: "customer" }, deps);
  await settled();
  expect(texts().filter((name) => name === "entries_after").length).toBeLessThanOrEqual(2);
  const heard = streams.filter(({ frames }) => JSON.stringify(frames).includes("A word"));
  expect(heard.length).toBeGreaterThanOrEqual(STREAMS_EACH);
  expect(heard.length).toBeLessThan(STREAMS_EACH * 5);
});

test("typing signs cause no statement", async () => {
  deps.bell.type({
    interactionId: scene.ids.interactionId,
    authorName: "Ana",
    aliasName: "Ana",
    aliasPicture: null,
    untilMs: 0,
    listIds: [scene.ids.contactId],
  });
  await settled();
  expect(texts()).toEqual([]);
});
