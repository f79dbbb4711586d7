import { afterAll, beforeAll, expect, test } from "vitest";
import { visitorCookieName } from "@/server/trpc/context";
import { aScene, aStage, type Scene, type Stage } from "@/testing/scenes/aScene";
import { answered, getHttp, postHttp } from "@/testing/server/callHttp";
import { openTestServer, type TestServer } from "@/testing/server/openTestServer";
import { openTestWorld } from "@/testing/world/openTestWorld";

const world = await openTestWorld();
const { deps } = world;
const SHOP = "https://shop.example";
let server: TestServer;
let stage: Stage;
let scene: Scene;

beforeAll(async () => {
  stage = await aStage("bank", deps);
  scene = await aScene(stage, deps);
  server = await openTestServer(deps);
});
afterAll(async () => {
  await server.close();
  await world.close();
});

/** What a page of an origin asks, with the visitor's cookie as a browser sends it. */
const ask = (what: string, { token = scene.token, origin = SHOP, method = "GET" } = {}) =>
  answered(
    fetch(`${server.url}/w/${stage.widgetKey}/${what}`, {
      method,
      headers: { origin, "sec-fetch-site": "cross-site", cookie: `${visitorCookieName(stage.widgetKey)}=${token}` },
    }),
  );
const conversationOf = (token: string) =>
  getHttp(server.url, "customer.conversation", { key: stage.widgetKey }, { authorization: `Visitor ${token}` });

test("a page learns how much its visitor has not read, until they read it, and nothing else", async () => {
  const unread = await ask("unread");
  // The rep's answer, and the question how it went.
  expect(unread).toMatchObject({ status: 200, text: "2" });
  expect(unread.headers.get("access-control-allow-origin")).toBe(SHOP);
  expect(unread.headers.get("access-control-allow-credentials")).toBe("true");
  expect(unread.headers.get("cache-control")).toContain("no-store");
  await postHttp(
    server.url,
    "customer.markRead",
    { key: stage.widgetKey },
    { authorization: `Visitor ${scene.token}` },
  );
  expect((await ask("unread")).text).toBe("0");
});

test("somebody without a credential has nothing unread", async () => {
  expect(await ask("unread", { token: "none" })).toMatchObject({ status: 200, text: "0" });
});

test("an origin that the organization has not allowed learns nothing, and makes nobody forgotten", async () => {
  for (const [what, method] of [
    ["unread", "GET"],
    ["forget", "POST"],
  ] as const) {
    const refused = await ask(what, { origin: "https://evil.example", method });
    expect(refused).toMatchObject({ status: 403, body: { code: "wrong_origin" } });
    expect(refused.headers.get("access-control-allow-origin")).toBeNull();
    expect(refused.headers.get("set-cookie")).toBeNull();
  }
  expect((await conversationOf(scene.token)).status).toBe(200);
});

test("a forgotten visitor's credential is nobody's, the cookie is taken away, and their stream ends", async () => {
  const leaving = await aScene(stage, deps);
  const staying = await aScene(stage, deps);
  const query = new URLSearchParams({ key: stage.widgetKey });
  const stream = await fetch(`${server.url}/api/customer/live?${query}`, {
    headers: { authorization: `Visitor ${leaving.token}` },
  });
  const ended = stream.text();

  const forgotten = await ask("forget", { token: leaving.token, method: "POST" });
  expect(forgotten.status).toBe(204);
  expect(forgotten.headers.get("set-cookie")).toMatch(
    new RegExp(`^${visitorCookieName(stage.widgetKey)}=; Path=/; Max-Age=0; .*Partitioned`),
  );
  // Its end is said: the frames of other tabs show nothing more of it.
  expect(await ended).toContain("event: over");
  expect((await conversationOf(leaving.token)).status).toBe(401);
  expect((await conversationOf(staying.token)).status).toBe(200);
  expect((await ask("forget", { token: leaving.token, method: "POST" })).status).toBe(204);
});

test("reading forgets nobody, and other addresses are not there", async () => {
  expect((await ask("forget")).status).toBe(405);
  expect((await ask("unread", { method: "POST" })).status).toBe(405);
  expect((await ask("others")).status).toBe(404);
  expect((await conversationOf(scene.token)).status).toBe(200);
});

test("two widgets of one site keep a credential each, and the one from before they did holds at its own", async () => {
  const other = await aStage("shop", deps);
  const begun = await Promise.all(
    [stage, other].map(({ widgetKey }) => postHttp(server.url, "customer.begin", { key: widgetKey })),
  );
  const cookies = begun.flatMap(({ headers }) => headers.getSetCookie().map((cookie) => cookie.split(";")[0]));
  expect(new Set(cookies.map((cookie) => cookie?.split("=")[0])).size).toBe(2);
  const pageOf = (key: string, cookie: string) => getHttp(server.url, "customer.conversation", { key }, { cookie });
  for (const { widgetKey } of [stage, other]) expect((await pageOf(widgetKey, cookies.join("; "))).status).toBe(200);

  const before = `__Host-parley-visitor=${scene.token}`;
  expect((await pageOf(stage.widgetKey, before)).status).toBe(200);
  expect((await pageOf(other.widgetKey, before)).status).toBe(401);
});

test("what a frame says is of the visit that it shows, or refused, whoever the browser's visitor is by then", async () => {
  const [shown, next] = [await aScene(stage, deps), await aScene(stage, deps)];
  const { visit } = (await conversationOf(shown.token)).body as { visit: string };
  const says = (of: Record<string, string>) =>
    postHttp(
      server.url,
      "customer.markRead",
      { key: stage.widgetKey },
      { authorization: `Visitor ${next.token}`, ...of },
    );
  expect((await says({ "x-parley-visit": visit })).status).toBe(401);
  expect((await says({})).status).toBe(200);

  // What is left of the earlier visit ends that one, and neither the next visitor's credential nor their cookie.
  const forgotten = await fetch(`${server.url}/w/${stage.widgetKey}/forget`, {
    method: "POST",
    headers: {
      origin: SHOP,
      "sec-fetch-site": "cross-site",
      cookie: `${visitorCookieName(stage.widgetKey)}=${next.token}`,
      "x-parley-visit": visit,
    },
  });
  expect(forgotten.status).toBe(204);
  expect(forgotten.headers.getSetCookie()).toEqual([]);
  expect((await conversationOf(next.token)).status).toBe(200);
});
