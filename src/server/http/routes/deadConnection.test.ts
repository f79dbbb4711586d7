import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type Connection, openLiveStream } from "@/client/live/openLiveStream";
import type { RepEvent } from "@/contract/live/repEvent";
import type { CustomerEvent } from "@/contract/views/customerViews";
import { postMessage } from "@/server/conversation/commands/postMessage";
import { presentPosition } from "@/server/pov/presentPosition";
import { aScene, aStage, type Scene, type Stage } from "@/testing/scenes/aScene";
import { eventSourceOf } from "@/testing/server/eventSource";
import { openTcpProxy, type TcpProxy } from "@/testing/server/openTcpProxy";
import { openTestServer, sessionCookie, type TestServer } from "@/testing/server/openTestServer";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { deskAt } from "@/widget/app/desk/desk";
import { followLive } from "@/widget/app/desk/followLive";

/** The time between two beats of the server, and a little more than three times that. */
const BEAT_MS = 10_000;
const THREE_BEATS_MS = 3 * BEAT_MS + 1_000;
/** The real time that each turned second takes: enough for an answer of the server, even on a busy machine. */
const SECOND_TAKES_MS = 15;
const HAPPENS_WITHIN_MS = 10_000;

const world = await openTestWorld();
const { deps } = world;

let server: TestServer;
let proxy: TcpProxy;
let stage: Stage;
let scene: Scene;
let said = 0;
const endings: (() => void)[] = [];

beforeAll(async () => {
  stage = await aStage("bank", deps);
  scene = await aScene(stage, deps);
});
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "setTimeout", "clearTimeout", "Date"] });
  vi.spyOn(Math, "random").mockReturnValue(0);
  server = await openTestServer(deps);
  proxy = await openTcpProxy(server.url);
});
afterEach(async () => {
  for (const end of endings.splice(0)) end();
  proxy.close();
  await server.close();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});
afterAll(() => world.close());

/** Waits without a timer, because the test turns all timers by hand. */
async function until(what: string, is: () => boolean) {
  const deadlineMs = performance.now() + HAPPENS_WITHIN_MS;
  while (!is()) {
    if (performance.now() > deadlineMs) throw new Error(`not in time: ${what}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Lets time pass until `is` holds, three minutes at most. A late answer costs one more attempt. */
async function passUntil(what: string, is: () => boolean) {
  for (let passed = 0; !is(); passed += 1_000) {
    if (passed > 180_000) throw new Error(`not in time: ${what}`);
    await pass(1_000);
  }
}

/** Lets time pass second by second, with enough real time for what begins meanwhile. */
async function pass(ms: number) {
  for (let passed = 0; passed < ms; passed += 1_000) {
    vi.advanceTimersByTime(1_000);
    const untilMs = performance.now() + SECOND_TAKES_MS;
    while (performance.now() < untilMs) await new Promise((resolve) => setImmediate(resolve));
  }
}

async function reply() {
  const { pov } = await stage.viewer("rep");
  const body = `Word ${++said}`;
  const { interactionId } = scene.ids;
  await postMessage(pov, { interactionId, clientId: deps.newId(), body, expectedAudience: "customer" }, deps);
  return body;
}

type Ear = { heard: string[]; connections: (Connection | "away")[]; check(): void; reconnect(): void };

async function console_(): Promise<Ear> {
  const { pov } = await stage.viewer("rep");
  const cookie = await sessionCookie(stage.reps.rep.sessionId);
  vi.stubGlobal("EventSource", eventSourceOf(proxy.url, { cookie }));
  vi.stubGlobal("navigator", { onLine: true });
  const ear = { heard: [] as string[], connections: [] as Connection[] };
  const stream = openLiveStream({
    from: await presentPosition(pov, deps),
    viewerId: pov.partyId,
    wantsBoard: () => false,
    openId: () => null,
    onEvent: (_position, event: RepEvent) => void (event.type === "message" && ear.heard.push(event.message.body)),
    onConnection: (connection) => void (ear.connections.at(-1) !== connection && ear.connections.push(connection)),
    onRefused: () => undefined,
  });
  endings.push(stream.close);
  return { ...ear, check: stream.check, reconnect: stream.reconnect };
}

async function widget(): Promise<Ear> {
  const ear = { heard: [] as string[], connections: ["connecting"] as Ear["connections"] };
  const real = fetch;
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => real(proxy.url + path, init));
  vi.stubGlobal("addEventListener", () => undefined);
  vi.stubGlobal("removeEventListener", () => undefined);
  const desk = deskAt(stage.widgetKey, () => ({ visit: null, token: scene.token }));
  const page = await desk.conversation();
  const following = followLive(desk, page.asOf, {
    onEvent: (event: CustomerEvent) => void (event.type === "message" && ear.heard.push(event.message.body)),
    onConnection: (connection) => void (ear.connections.at(-1) !== connection && ear.connections.push(connection)),
    onRefused: () => undefined,
  });
  endings.push(following.stop);
  return { ...ear, check: () => following.check(false), reconnect: () => following.check(true) };
}

const SIDES = [
  ["the console", console_],
  ["the widget", widget],
] as const;

test.each(SIDES)(
  "%s notices a silent connection within three beats, reconnects, and has missed nothing",
  async (_name, open) => {
    const ear = await open();
    await until("it is live", () => ear.connections.at(-1) === "live");
    const first = await reply();
    await until("the first word", () => ear.heard.includes(first));
    await pass(5 * BEAT_MS);
    expect(ear.connections).toEqual(["connecting", "live"]);

    proxy.goDead(true);
    const missed = await reply();
    await pass(THREE_BEATS_MS);
    expect(ear.connections).toEqual(["connecting", "live", "reconnecting"]);
    expect(ear.heard).toEqual([first]);
    // A new connection that nobody answers does not count as live.
    await pass(5 * BEAT_MS);
    expect(ear.connections.at(-1)).toBe("reconnecting");

    proxy.heal();
    await passUntil("the missed word", () => ear.heard.includes(missed));
    expect(ear.connections).toEqual(["connecting", "live", "reconnecting", "live"]);
    expect(ear.heard).toEqual([first, missed]);
  },
);

test.each(SIDES)(
  "%s checks its connection at once after sleep, and keeps one that it has just heard",
  async (_name, open) => {
    const ear = await open();
    await until("it is live", () => ear.connections.at(-1) === "live");
    await pass(BEAT_MS);
    ear.check();
    expect(ear.connections).toEqual(["connecting", "live"]);
    proxy.goDead(false);
    const missed = await reply();
    // While the machine sleeps, time passes and no timer runs.
    vi.setSystemTime(Date.now() + 10 * BEAT_MS);
    ear.check();
    await pass(2_000);
    await passUntil("the missed word", () => ear.heard.includes(missed));
    expect(ear.connections).toEqual(["connecting", "live", "reconnecting", "live"]);
  },
);

test.each(SIDES)("%s that reconnects again and again replaces its own dead streams", async (_name, open) => {
  const ear = await open();
  for (let times = 0; times < 15; times += 1) {
    await passUntil("it is live", () => ear.connections.at(-1) === "live");
    proxy.goDead(false);
    ear.reconnect();
    await until("it is broken off", () => ear.connections.at(-1) === "reconnecting");
  }
  await passUntil("it is live", () => ear.connections.at(-1) === "live");
  const word = await reply();
  await until("the word", () => ear.heard.includes(word));
});
