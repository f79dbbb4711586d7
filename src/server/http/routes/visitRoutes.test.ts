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

/** Sends a request as a page of `origin` does, with the visitor's cookie as a browser sends it. */
const ask = (what: string, { token = scene.token, origin = SHOP, method = "GET" } = {}) =>
  answered(
    fetch(`${server.url}/w/${stage.widgetKey}/${what}`, {
      method,
      headers: { origin, "sec-fetch-site": "cross-site", cookie: `${visitorCookieName(stage.widgetKey)}=${token}` },
    }),
  );
const conversationOf = (token: string) =>
  getHttp(server.url, "customer.conversation", { key: stage.widgetKey }, { authorization: `Visitor ${token}` });

test("a page learns only how many messages its visitor has not read", async () => {
  const unread = await ask("unread");
  // The rep's answer, and the question for a rating.
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

test("an origin that the organization has not allowed learns nothing, and can forget nobody", async () => {
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

test("forgetting a visitor ends their credential, removes the cookie, and ends their stream", async () => {
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
  // The stream says that it is over, so that the frames of other tabs stop showing the visit.
  expect(await ended).toContain("event: over");
  expect((await conversationOf(leaving.token)).status).toBe(401);
  expect((await conversationOf(staying.token)).status).toBe(200);
  expect((await ask("forget", { token: leaving.token, method: "POST" })).status).toBe(204);
});

test("reading forgets nobody, and other paths are not found", async () => {
  expect((await ask("forget")).status).toBe(405);
  expect((await ask("unread", { method: "POST" })).status).toBe(405);
  expect((await ask("others")).status).toBe(404);
  expect((await conversationOf(scene.token)).status).toBe(200);
});

test("two widgets of one site have a credential each, and an old shared one holds at the widget that made it", async () => {
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

test("a frame speaks for the visit that it shows, and is refused once the browser has another visitor", async () => {
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

  // Forgetting the earlier visit ends that one only: the next visitor keeps their credential and cookie.
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
