import { afterAll, beforeAll, expect, test } from "vitest";
import { visitorCookieName } from "@/server/trpc/context";
import { contentsOf } from "@/testing/laws/contentsOf";
import { aScene, aStage, type Scene, type Stage } from "@/testing/scenes/aScene";
import { answered, getHttp, postHttp } from "@/testing/server/callHttp";
import { openTestServer, sessionCookie, type TestServer } from "@/testing/server/openTestServer";
import { openTestWorld } from "@/testing/world/openTestWorld";

const world = await openTestWorld();
const { deps } = world;

let server: TestServer;
let stage: Stage;
let scene: Scene;
let rep: { cookie: string };
let visitor: { authorization: string };

beforeAll(async () => {
  stage = await aStage("bank", deps);
  scene = await aScene(stage, deps);
  server = await openTestServer(deps);
  rep = { cookie: await sessionCookie(stage.reps.rep.sessionId) };
  visitor = { authorization: `Visitor ${scene.token}` };
});
afterAll(async () => {
  await server.close();
  await world.close();
});

const rename = () => ({ sequenceId: scene.ids.sequenceId, subject: "Name", seen: "My card" });
const words = (body: string) => ({ key: stage.widgetKey, clientId: deps.newId(), body });
const batchOf = (inputs: readonly unknown[]) =>
  JSON.stringify(Object.fromEntries(inputs.map((json, index) => [index, { json }])));

function postBatch(path: string, inputs: readonly unknown[], headers: Record<string, string>) {
  const paths = inputs.map(() => path).join(",");
  return answered(
    fetch(`${server.url}/api/trpc/${paths}?batch=1`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: batchOf(inputs),
    }),
  );
}

test("a change from another site is refused before anything reads it", async () => {
  const before = await contentsOf(deps);
  const foreign: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "not an origin" },
    { origin: server.url.replace("http:", "https:").replace(/\d+$/, "1") },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ];
  for (const headers of foreign) {
    const answer = await postHttp(server.url, "sequence.rename", rename(), { ...rep, ...headers });
    expect([answer.status, answer.body], JSON.stringify(headers)).toEqual([403, { code: "wrong_origin" }]);
  }
  expect(await contentsOf(deps)).toEqual(before);
});

test("a form, a plain text and a link change nothing", async () => {
  const before = await contentsOf(deps);
  for (const type of ["text/plain", "application/x-www-form-urlencoded"]) {
    const answer = await postHttp(server.url, "sequence.rename", rename(), { ...rep, "content-type": type });
    expect(answer.status).toBeGreaterThanOrEqual(400);
  }
  const linked = await getHttp(server.url, "sequence.rename", rename(), rep);
  expect(linked.status).toBe(405);
  const overridden = await getHttp(server.url, "sequence.rename", rename(), {
    ...rep,
    "x-http-method-override": "POST",
  });
  expect(overridden.status).toBe(405);
  expect(await contentsOf(deps)).toEqual(before);
});

test("our own pages are let in, and so are programs without cookies", async () => {
  const own = await postHttp(
    server.url,
    "me.setTheme",
    { theme: "dark" },
    { ...rep, origin: server.url, "sec-fetch-site": "same-origin" },
  );
  expect(own.status).toBe(200);
  expect((await postHttp(server.url, "me.setTheme", { theme: "light" }, rep)).status).toBe(200);
});

test("the answer to bad input names its fields and nothing else", async () => {
  const answer = await postHttp(server.url, "sequence.rename", { sequenceId: "%", seen: 1, subject: "" }, rep);
  expect(answer.status).toBe(400);
  const fields = JSON.stringify(answer.body);
  for (const field of ["sequenceId", "seen", "subject"]) expect(fields).toContain(`"path":"${field}"`);
  expect(fields).toContain('"message":"invalid_input"');
  expect(fields).not.toMatch(/stack|node_modules|select |zod/i);
});

test("bad JSON, unknown procedures and deep nesting are refused and break nothing", async () => {
  const post = (path: string, body: string) =>
    answered(
      fetch(`${server.url}/api/trpc/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...rep },
        body,
      }),
    );
  expect((await post("sequence.rename", "{")).status).toBe(400);
  expect((await post("sequence.rename", "[".repeat(50_000))).status).toBe(400);
  expect((await post("sequence.rename", `{"json":${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}}`)).status).toBe(400);
  const unknown = await post("sequence.dropAll", "{}");
  expect([unknown.status, JSON.stringify(unknown.body)]).toEqual([404, expect.stringContaining('"not_found"')]);
  for (const path of ["__proto__", "constructor", "sequence.__proto__", "sequence", "%00"])
    expect((await post(path, "{}")).status, path).toBeGreaterThanOrEqual(400);
});

test("texts and keys that cannot be stored are refused by their field, however they are encoded", async () => {
  const before = await contentsOf(deps);
  const bodies = [
    '{"json":{"sequenceId":"x","subject":"a\\u0000b","seen":"My card"}}',
    '{"json":{"sequenceId":"x","subject":"a\\ud83db","seen":"My card"}}',
    '{"json":{"sequenceId":"x","subject":"a","seen":"\\udc00"}}',
    '{"json":{"sequenceId":"x","subject":"a","seen":"b","\\u0000":1}}',
    '{"json":{"sequenceId":"x"},"meta":{"values":{"\\u0000":["Date"]}}}',
  ];
  for (const body of bodies) {
    const answer = await answered(
      fetch(`${server.url}/api/trpc/sequence.rename`, {
        method: "POST",
        headers: { "content-type": "application/json", ...rep },
        body,
      }),
    );
    expect([answer.status, JSON.stringify(answer.body).includes("invalid_input")], body).toEqual([400, true]);
  }
  const inputs = ["%00", "%ED%A0%80", "%FF", encodeURIComponent('{"json":{"text":"\\u0000"}}')];
  for (const input of inputs) {
    const answer = await answered(fetch(`${server.url}/api/trpc/directory.search?input=${input}`, { headers: rep }));
    expect(answer.status, input).toBe(400);
  }
  for (const query of ["key=%00", "key=a%ED%A0%80", "key=x&from=%00&tab=%00%00%00%00%00%00%00%00"]) {
    const { status } = await answered(fetch(`${server.url}/api/customer/live?${query}`, { headers: visitor }));
    expect([400, 401], query).toContain(status);
  }
  expect(await contentsOf(deps)).toEqual(before);
});

test("a body larger than 256 KB is refused", async () => {
  const before = await contentsOf(deps);
  const answer = await postHttp(server.url, "customer.post", words("x".repeat(300_000)), visitor);
  expect(answer.status).toBe(413);
  expect(await contentsOf(deps)).toEqual(before);
});

test("a batch has at most twenty calls", async () => {
  const twenty = Array.from({ length: 20 }, () => ({ theme: "dark" }));
  expect((await postBatch("me.setTheme", twenty, rep)).status).toBe(200);
  const answer = await postBatch("me.setTheme", [...twenty, { theme: "dark" }], rep);
  expect(answer.status).toBe(400);
});

test("each call of a batch is decided on its own", async () => {
  const answer = await postBatch("me.setTheme", [{ theme: "dark" }, { theme: "pink" }, { theme: "light" }], rep);
  expect(answer.status).toBe(207);
  const outcomes = Array.isArray(answer.body) ? answer.body.map((each: object) => "result" in each) : [];
  expect(outcomes).toEqual([true, false, true]);
});

test("a limit counts each call of a batch, and each visitor on their own", async () => {
  const [one, other] = [await aScene(stage, deps), await aScene(stage, deps)];
  const as = ({ token }: Scene) => ({ authorization: `Visitor ${token}` });
  const fifteen = () => Array.from({ length: 15 }, (_, index) => words(`Word ${index}`));
  expect((await postBatch("customer.post", fifteen(), as(one))).status).toBe(200);
  const answer = await postBatch("customer.post", fifteen(), as(one));
  const codes = Array.isArray(answer.body)
    ? answer.body.map((each) => each.error?.json?.data?.code ?? each.error?.data?.code)
    : [];
  expect(codes.filter((code: unknown) => code === "TOO_MANY_REQUESTS")).toHaveLength(10);
  expect((await postHttp(server.url, "customer.post", words("Hello"), as(other))).status).toBe(200);
});

test("a bug tells its caller nothing", async () => {
  await deps.pool.query("alter table app_user rename column theme to theme_gone");
  const answer = await postHttp(server.url, "me.setTheme", { theme: "dark" }, rep);
  await deps.pool.query("alter table app_user rename column theme_gone to theme");
  expect(answer.status).toBe(500);
  expect(answer.text).toContain("internal_error");
  expect(answer.text).not.toMatch(/column|theme|update|app_user|stack/i);
});

test("foreign and missing ids get the same status, headers and body", async () => {
  const stranger = await aStage("shop", deps);
  const foreign = await aScene(stranger, deps);
  const ask = (sequenceId: string) => getHttp(server.url, "sequence.get", { sequenceId }, rep);
  const [theirs, nobodys] = [await ask(foreign.ids.sequenceId), await ask(deps.newId())];
  expect(theirs.status).toBe(404);
  expect(theirs.text).toBe(nobodys.text);
  const told = ({ headers }: typeof theirs) => [...headers].filter(([name]) => name !== "date");
  expect(told(theirs)).toEqual(told(nobodys));
});

test("a visitor's credential is a cookie hidden from scripts and bound to the page that embeds the widget", async () => {
  const { status, headers, body } = await postHttp(server.url, "customer.begin", { key: stage.widgetKey });
  expect(status).toBe(200);
  const [cookie, ...more] = headers.getSetCookie();
  expect(more).toEqual([]);
  const name = visitorCookieName(stage.widgetKey);
  expect(cookie).toMatch(new RegExp(`^${name}=[A-Za-z0-9_-]{43};`));
  for (const attribute of ["HttpOnly", "Secure", "SameSite=None", "Partitioned", "Path=/", "Max-Age=2592000"])
    expect(cookie).toContain(`; ${attribute}`);
  expect(cookie).not.toContain("Domain");
  const token = cookie?.split(/[=;]/)[1] ?? "";
  expect(JSON.stringify(body)).toContain(token);
  const ask = (of: Record<string, string>) =>
    getHttp(server.url, "customer.conversation", { key: stage.widgetKey }, of);
  expect((await ask({ cookie: `${name}=${token}` })).status).toBe(200);
  expect((await ask({ authorization: `Visitor ${token}` })).status).toBe(200);
  for (const wrong of [
    {},
    { authorization: `Bearer ${token}` },
    { cookie: `visitor=${token}` },
    { authorization: "Visitor %" },
  ])
    expect((await ask(wrong)).status).toBe(401);
  const inAddress = await answered(fetch(`${server.url}/api/customer/live?key=${stage.widgetKey}&token=${token}`));
  expect(inAddress.status).toBe(401);
});

test("an ended session is refused from the next request on", async () => {
  const cookie = await sessionCookie(stage.reps.colleague.sessionId);
  expect((await getHttp(server.url, "me.get", undefined, { cookie })).status).toBe(200);
  expect((await postHttp(server.url, "me.signOutEverywhere", undefined, { cookie })).status).toBe(200);
  for (const [path, input] of [
    ["me.get", undefined],
    ["queue.counts", {}],
  ] as const)
    expect((await getHttp(server.url, path, input, { cookie })).status).toBe(401);
});

test("a made-up, foreign or broken session cookie signs nobody in", async () => {
  const wrong = [
    "parley-session=",
    "parley-session=x",
    "parley-session=a.b.c.d.e",
    await sessionCookie(deps.newId()),
    (await sessionCookie(stage.reps.rep.sessionId)).slice(0, -2),
  ];
  for (const cookie of wrong) expect((await getHttp(server.url, "me.get", undefined, { cookie })).status).toBe(401);
});

test("a refusal of too many requests says in its header when to come back", async () => {
  const statuses: number[] = [];
  for (let count = 0; count < 21; count += 1) {
    const init = { method: "POST", headers: { "content-type": "application/json", ...visitor } };
    const body = JSON.stringify({ json: words(`number ${count}`) });
    const answer = await fetch(`${server.url}/api/trpc/customer.post`, { ...init, body });
    await answer.text();
    statuses.push(answer.status);
    if (answer.status === 429) expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  }
  expect(statuses).toContain(429);
});
