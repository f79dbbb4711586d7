import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aStage, type Stage } from "@/testing/scenes/aScene";
import { openTestServer, sessionCookie, type TestServer } from "@/testing/server/openTestServer";
import { rawHttp } from "@/testing/server/rawHttp";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { openDemoShop } from "../../demoShop/openDemoShop";
import { guardedServer } from "./guardedServer";

const world = await openTestWorld();
const { deps } = world;
const TOKEN = "a token of the scraper's own";
const OUTSIDE = { "x-forwarded-for": "203.0.113.9" };
const MEGABYTE = Buffer.alloc(1_000_000, 97);
const CHUNK = Buffer.concat([Buffer.from("f4240\r\n"), MEGABYTE, Buffer.from("\r\n")]);
const CHUNKED_20_MB = [...Array<Buffer>(20).fill(CHUNK), Buffer.from("0\r\n\r\n")];

let server: TestServer;
let proxied: TestServer;
let shop: Server;
let shopUrl: string;
let stage: Stage;

beforeAll(async () => {
  stage = await aStage("bank", deps);
  await deps.db.updateTable("organization").set({ is_demo: true }).execute();
  server = await openTestServer(deps);
  proxied = await openTestServer(deps, {
    trustsProxy: true,
    metrics: { token: TOKEN, networks: ["198.51.100.0/24"] },
  });
  shop = await openDemoShop({ demoPort: 0, port: 3000, publicUrl: "http://localhost:3000" }, deps);
  shopUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await server.close();
  await proxied.close();
  shop.closeAllConnections();
  shop.close();
  await world.close();
});

type Head = { method?: string; host?: string; headers?: Record<string, string>; from?: string };

/** Sends one request, and reads until the server ends the connection, by itself or because the request asks for it. */
function ask(target: string, { method = "GET", host = "localhost", headers = {}, from = server.url }: Head = {}) {
  const lines = Object.entries({ host, connection: "close", ...headers }).map(([name, value]) => `${name}: ${value}`);
  return rawHttp(from, `${method} ${target} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
}

const UNREADABLE = [
  ...[
    "//",
    "//[",
    "http://[bad",
    "http://localhost/",
    "http://x/api/metrics",
    "//x/api/metrics",
    "*",
    "x",
    "localhost:80",
  ],
  ...["/%", "/%zz", "/%c3%28", "/%00", "/a%0d%0ab", "/a//b", "/api//metrics", "/api/./metrics", "/x/../api/metrics"],
  ...["/x/%2e%2e/api/metrics", "/api%2fmetrics", "/api%2Fmetrics", "/api\\metrics", "/api%5cmetrics", "/#a", "/ü"],
  // Paths of Next and next-auth in another spelling.
  ...["/api/auth/%5flog", "/api/auth/%73ignout", "/%61pi/auth/csrf", "/api/auth/%5Flog", "/sign%2Din"],
];

test.each(UNREADABLE)("%s gets 400 and a closed connection, from the shop as well", async (target) => {
  for (const from of [server.url, shopUrl]) {
    // The request does not say "connection: close": the server ends the connection itself.
    const answer = await rawHttp(from, `GET ${target} HTTP/1.1\r\nhost: localhost\r\n\r\n`);
    expect(answer.status, target).toBe(400);
    expect(answer.text.toLowerCase()).toContain("connection: close");
  }
});

test("tunnels are refused, and targets are read in the same way for every method", async () => {
  for (const from of [server.url, shopUrl]) {
    expect((await rawHttp(from, "CONNECT a.example:443 HTTP/1.1\r\nhost: a.example\r\n\r\n")).status).toBe(400);
    expect((await rawHttp(from, "OPTIONS * HTTP/1.1\r\nhost: localhost\r\n\r\n")).status).toBe(400);
    expect((await rawHttp(from, "POST // HTTP/1.1\r\nhost: localhost\r\ncontent-length: 9\r\n\r\n")).status).toBe(400);
  }
});

/** A target is refused, or it means what it says: only one spelling reaches the metrics. */
test("no spelling of their path reaches the metrics from outside", async () => {
  const piece = fc.constantFrom(
    "/",
    "//",
    "api",
    "API",
    "metrics",
    "Metrics",
    "%2f",
    "%61pi",
    "metric%73",
    "..",
    ".",
    "?",
    ";",
    "%",
    "\\",
    "http://x",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 6 }), async (pieces) => {
      const target = pieces.join("");
      const { status, text } = await ask(target, { headers: OUTSIDE });
      expect(status, target).not.toBeNull();
      expect(text).not.toContain("parley_http_request_seconds");
      if (target !== "/api/metrics") expect((await ask(target)).text).not.toMatch(/^parley_http_request_seconds/m);
    }),
    { numRuns: 150 },
  );
});

test("the metrics are for programs on this machine, for the token's holder, and for the configured networks", async () => {
  const status = async (head: Head) => (await ask("/api/metrics", head)).status;
  expect(await status({})).toBe(200);
  for (const name of ["x-forwarded-for", "forwarded", "x-real-ip", "via", "x-forwarded-host"])
    expect(await status({ headers: { [name]: "127.0.0.1" } }), name).toBe(404);
  expect(await status({ host: "desk.example" })).toBe(404);
  expect(await status({ headers: { authorization: `Bearer ${TOKEN}` }, host: "desk.example" })).toBe(404);

  const from = proxied.url;
  expect(await status({ from, headers: OUTSIDE })).toBe(404);
  expect(await status({ from, headers: { ...OUTSIDE, authorization: `Bearer ${TOKEN}` } })).toBe(200);
  expect(await status({ from, headers: { ...OUTSIDE, authorization: `Bearer ${TOKEN}x` } })).toBe(404);
  expect(await status({ from, headers: { "x-forwarded-for": "198.51.100.7" } })).toBe(200);
  expect(await status({ from, headers: { "x-forwarded-for": "::ffff:198.51.100.7" } })).toBe(200);
});

test("why a process is not ready is not told outside", async () => {
  const broken = {
    ...deps,
    pool: Object.assign(Object.create(deps.pool), { query: () => Promise.reject(new Error("down")) }),
  };
  const cut = await openTestServer(broken);
  const ready = async (headers: Record<string, string>) =>
    (await ask("/api/health/ready", { from: cut.url, headers })).text;
  expect(await ready({})).toContain("database_unreachable");
  expect(await ready(OUTSIDE)).not.toContain("database");
  await cut.close();
});

test("behind a trusted proxy a malformed address is refused, and addresses count in every form", async () => {
  const status = async (forwarded: string) =>
    (await ask("/api/trpc/setup.status", { from: proxied.url, headers: { "x-forwarded-for": forwarded } })).status;
  for (const none of ["unknown", "localhost", "203.0.113.9, nobody", "1.2.3", ""])
    expect(await status(none), none).toBe(400);
  for (const one of ["203.0.113.9", "nobody, 203.0.113.9", "[2001:db8::1]:443", "fe80::1%eth0", "203.0.113.9:80"])
    expect(await status(one), one).toBe(200);
});

test("another host's name is refused, except for health and metrics", async () => {
  const local = ["localhost", "localhost:3000", "LOCALHOST.", "127.0.0.1:9", "[::1]:3000", "shop.localhost"].map(
    (host) => host.replace(/\.$/, ""),
  );
  for (const host of local) expect((await ask("/sign-in", { host })).status, host).toBe(200);
  const foreign = [
    "evil.example",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "a@localhost",
    "localhost/x",
    "203.0.113.9",
    "",
  ];
  for (const host of foreign) {
    const answer = await ask("/sign-in", { host });
    expect([400, 421], host).toContain(answer.status);
    expect(answer.text).not.toContain("page");
    expect([400, 421], host).toContain((await ask("/demo", { host, from: shopUrl })).status);
  }
  expect((await ask("/api/health/live", { host: "10.0.0.7:3000" })).status).toBe(200);

  const named = await openTestServer(deps, { publicUrl: "https://desk.example" });
  const status = async (host: string) => (await ask("/sign-in", { host, from: named.url })).status;
  for (const host of ["desk.example", "DESK.example", "desk.example:443"]) expect(await status(host), host).toBe(200);
  for (const host of ["localhost", "127.0.0.1", "x.desk.example", "desk.example:80"])
    expect(await status(host), host).toBe(421);
  await named.close();
});

test("every route names the methods that it answers, and a page takes no form", async () => {
  const refused: [string, string, string][] = [
    ["PUT", "/api/trpc/me.get", "GET, HEAD, POST"],
    ["DELETE", "/api/classifier/examples", "POST"],
    ["POST", "/api/classifier/examples.csv", "GET, HEAD"],
    ["POST", "/api/live", "GET"],
    ["POST", "/api/customer/live", "GET"],
    ["POST", "/api/metrics", "GET, HEAD"],
    ["POST", "/api/health/live", "GET, HEAD"],
    ["POST", `/w/${stage.widgetKey}`, "GET, HEAD"],
    ["POST", `/w/${stage.widgetKey}/unread`, "GET, HEAD"],
    ["GET", `/w/${stage.widgetKey}/forget`, "POST"],
    ["PATCH", "/api/auth/session", "GET, HEAD, POST"],
    ["POST", "/sign-in", "GET, HEAD"],
    ["POST", "/api/auth/_log", "GET, HEAD"],
    ["OPTIONS", "/board", "GET, HEAD"],
  ];
  for (const [method, path, allow] of refused) {
    const { status, body, text } = await ask(path, { method });
    expect([status, body], `${method} ${path}`).toEqual([405, { code: "method_not_allowed" }]);
    expect(text).toContain(`allow: ${allow}`);
  }
  expect((await ask("/demo", { method: "POST", from: shopUrl })).status).toBe(405);
  expect((await ask("/api/nowhere")).text).toContain('{"code":"not_found"}');
});

const BODIES = [
  ["POST", "/api/auth/callback/credentials"],
  ["POST", "/api/trpc/me.setAvailability"],
  ["POST", "/api/trpc/customer.post"],
  ["GET", "/sign-in"],
  ["GET", "/api/live"],
  ["GET", "/api/health/live"],
  ["GET", "/w.js"],
  ["POST", "/w/pk_bank/forget"],
  ["GET", "/api/classifier/examples.csv"],
] as const;

test("every route refuses an endless body, announced or not, and a compressed one", async () => {
  const refused = async ([method, path]: (typeof BODIES)[number]) => {
    const head = (fields: string) =>
      `${method} ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n${fields}\r\n\r\n`;
    const [announced, chunked, packed] = await Promise.all([
      rawHttp(server.url, head("content-length: 20000000"), Array<Buffer>(20).fill(MEGABYTE)),
      rawHttp(server.url, head("transfer-encoding: chunked"), CHUNKED_20_MB),
      rawHttp(server.url, head("content-encoding: gzip\r\ncontent-length: 20"), [Buffer.alloc(20)]),
    ]);
    expect([announced.status, announced.body], path).toEqual([413, { code: "too_large" }]);
    expect([chunked.status, chunked.body], path).toEqual([413, { code: "too_large" }]);
    expect([413, 415], path).toContain(packed.status);
  };
  await Promise.all(BODIES.map(refused));
});

test("signing out clears the browser's storage, and no other site can cause that", async () => {
  const signOut = (headers: Record<string, string>) => ask("/api/auth/signout", { method: "POST", headers });
  expect((await signOut({ "sec-fetch-site": "same-origin" })).text).toContain('clear-site-data: "cache", "storage"');
  const foreign = await signOut({ "sec-fetch-site": "cross-site", origin: "https://evil.example" });
  expect([foreign.status, foreign.body]).toEqual([403, { code: "wrong_origin" }]);
  expect(foreign.text).not.toContain("clear-site-data");
  expect((await ask("/api/auth/signout")).text).not.toContain("clear-site-data");
});

test("a call that is no JSON is refused by its type", async () => {
  const head = "POST /api/trpc/customer.begin HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n";
  const types = ["text/plain", "multipart/form-data; boundary=x", "application/octet-stream", "application/jsonp", ""];
  for (const type of types) {
    const answer = await rawHttp(server.url, `${head}content-type: ${type}\r\ncontent-length: 2\r\n\r\n{}`);
    expect([answer.status, answer.body], type).toEqual([415, { code: "unsupported_media_type" }]);
  }
  for (const type of ["application/json", "Application/JSON ; charset=utf-8"])
    expect((await rawHttp(server.url, `${head}content-type: ${type}\r\ncontent-length: 2\r\n\r\n{}`)).status).toBe(400);
});

test("no answer is streamed, because its status would say nothing", async () => {
  const answer = await ask("/api/trpc/me.get,me.get?batch=1", { headers: { "trpc-accept": "application/jsonl" } });
  expect(answer.status).toBe(401);
});

test("the bodies of the shop and of an import have bounds, too", async () => {
  const head = (path: string, fields: string) => `POST ${path} HTTP/1.1\r\nhost: localhost\r\n${fields}\r\n\r\n`;
  const shopped = await rawHttp(shopUrl, "GET /demo HTTP/1.1\r\nhost: localhost\r\ncontent-length: 200000000\r\n\r\n");
  expect(shopped.status).toBe(413);
  const cookie = `cookie: ${await sessionCookie(stage.reps.administrator.sessionId)}\r\ncontent-type: text/csv`;
  const path = "/api/classifier/examples";
  const announced = await rawHttp(server.url, head(path, `${cookie}\r\ncontent-length: 200000000`));
  expect([announced.status, announced.body]).toEqual([413, { code: "too_large" }]);
  const chunked = await rawHttp(server.url, head(path, `${cookie}\r\ntransfer-encoding: chunked`), CHUNKED_20_MB);
  expect(chunked.status).toBe(413);
  const packed = await rawHttp(server.url, head(path, `${cookie}\r\ncontent-encoding: br\r\ncontent-length: 9`));
  expect([packed.status, packed.body]).toEqual([415, { code: "unsupported_media_type" }]);
});

test("a body within its bound arrives whole, however it is sent", async () => {
  const server = guardedServer({
    refusal: () => null,
    bodyBytesMax: () => 10,
    async answer(request, response) {
      let text = "";
      for await (const chunk of request) text += String(chunk);
      response.writeHead(200, { connection: "close" }).end(`${request.method} ${request.headers["x-say"]} ${text}`);
    },
    fail: (_error, response) => void response.destroy(),
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const head = "POST /a HTTP/1.1\r\nhost: localhost\r\nx-say: hello\r\n";
  const sent = async (text: string) => (await rawHttp(url, head + text)).text;
  expect(await sent("content-length: 10\r\n\r\n0123456789")).toContain("POST hello 0123456789");
  expect(await sent("transfer-encoding: chunked\r\n\r\n5\r\n01234\r\n5\r\n56789\r\n0\r\n\r\n")).toContain("0123456789");
  expect(await sent("expect: 100-continue\r\ncontent-length: 3\r\n\r\nabc")).toContain("POST hello abc");
  expect((await rawHttp(url, `${head}content-length: 11\r\n\r\n0123456789a`)).status).toBe(413);
  expect((await rawHttp(url, `${head}expect: 100-continue\r\ncontent-length: 11\r\n\r\n`)).status).toBe(413);
  server.close();
});

test("the server gives up a head or a body that does not come, and closes the connection", async () => {
  const server = guardedServer(
    { refusal: () => null, bodyBytesMax: () => 10, answer: async () => undefined, fail: () => undefined },
    { requestWithinMs: 100, lookEveryMs: 20 },
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const head of [
    "POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 5\r\n\r\nab",
    "GET / HTTP/1.1\r\nhost: lo",
  ])
    expect((await rawHttp(url, head)).status).toBe(408);
  server.close();
});

test("heads and paths beyond their bound are refused", async () => {
  expect((await ask(`/${"a".repeat(20_000)}`)).status).toBe(431);
  expect((await ask("/", { headers: { "x-much": "a".repeat(20_000) } })).status).toBe(431);
});

test("a request with two Host headers is refused, whichever of them is ours", async () => {
  for (const from of [server.url, shopUrl])
    for (const hosts of ["host: localhost\r\nHost: evil.example", "Host: evil.example\r\nhost: localhost"]) {
      const answer = await rawHttp(from, `GET / HTTP/1.1\r\n${hosts}\r\n\r\n`);
      expect([answer.status, answer.body]).toEqual([400, { code: "invalid_host" }]);
    }
});

const BAD_BODIES = [
  "transfer-encoding: xchunked\r\n\r\n0\r\n\r\n",
  "transfer-encoding: chunked\r\n\r\nzz\r\n",
  `transfer-encoding: chunked\r\n\r\n2;${"a".repeat(20_000)}\r\nab\r\n0\r\n\r\n`,
  "transfer-encoding: chunked\r\ncontent-length: 4\r\n\r\n0\r\n\r\n",
  "content-length: -1\r\n\r\n",
];

test.each(BAD_BODIES)("a malformed body is answered with a code on every route: %#", async (rest) => {
  for (const from of [server.url, shopUrl])
    for (const target of ["/", "/api/trpc/customer.post", "/api/auth/signin", "/api/health/live"]) {
      const { status, body, text } = await rawHttp(from, `POST ${target} HTTP/1.1\r\nhost: localhost\r\n${rest}`);
      expect([400, 405, 413], `${target}: ${text}`).toContain(status);
      expect(body).toEqual({ code: expect.stringMatching(/^(malformed_request|method_not_allowed|too_large)$/) });
    }
});

test("bytes that are no request are answered with a code, on a reused connection as well", async () => {
  const good = "GET /api/health/live HTTP/1.1\r\nhost: localhost\r\n\r\n";
  for (const bytes of [
    "nonsense\r\n\r\n",
    "GET / HTTP/9.9\r\n\r\n",
    "\x16\x03\x01\x02\x00\x01\x00",
    "GET / HTTP/1.1\r\na b\r\n\r\n",
  ]) {
    expect((await rawHttp(server.url, bytes)).body, bytes).toEqual({ code: "malformed_request" });
    expect([200, 400]).toContain((await rawHttp(server.url, good + bytes)).status);
  }
  const long = await rawHttp(server.url, `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${"a".repeat(20_000)}\r\n\r\n`);
  expect([long.status, long.body]).toEqual([431, { code: "headers_too_large" }]);
});

test("a request that passed any proxy counts as coming from outside", async () => {
  for (const name of ["Via", "Forwarded", "X-Forwarded-For", "X-Forwarded-Port", "X-Real-IP", "X-Client-IP"])
    expect((await ask("/api/metrics", { headers: { [name]: "a" } })).status, name).toBe(404);
  for (const name of [
    "CF-Connecting-IP",
    "CF-Ray",
    "True-Client-IP",
    "Fastly-Client-IP",
    "X-Amzn-Trace-Id",
    "Fly-Client-IP",
  ])
    expect((await ask("/api/metrics", { headers: { [name]: "a" } })).status, name).toBe(404);
  expect((await ask("/api/metrics")).status).toBe(200);
});

test("who is not answered in time gets the late answer, and what comes afterwards harms nobody", async () => {
  const faults: unknown[] = [];
  let answerNow = () => {};
  const slow = guardedServer({
    refusal: () => null,
    bodyBytesMax: () => 1_000,
    answerWithinMs: ({ path }) => (path === "/slow" ? 1 : null),
    late: (response) => void response.writeHead(503, { "retry-after": "2" }).end("later"),
    async answer(_request, response) {
      await new Promise<void>((resolve) => {
        answerNow = resolve;
        if (response.req.url !== "/slow") resolve();
      });
      response.setHeader("x-late", "1");
      response.writeHead(200);
      response.write("first");
      response.end("answer");
    },
    fail: (error) => void faults.push(error),
  });
  slow.listen(0, "127.0.0.1");
  await once(slow, "listening");
  const url = `http://127.0.0.1:${(slow.address() as AddressInfo).port}`;
  const late = await fetch(`${url}/slow`);
  expect([late.status, late.headers.get("retry-after"), await late.text()]).toEqual([503, "2", "later"]);
  answerNow();
  const next = await fetch(`${url}/quick`);
  expect([next.status, await next.text()]).toEqual([200, "firstanswer"]);
  expect(faults).toEqual([]);
  slow.closeAllConnections();
  slow.close();
});
