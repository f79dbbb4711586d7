import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { aScene, aStage, type Stage } from "@/testing/scenes/aScene";
import { answered, getHttp, postHttp } from "@/testing/server/callHttp";
import type { TestServer } from "@/testing/server/openTestServer";
import { openTestWorld } from "@/testing/world/openTestWorld";

const world = await openTestWorld();
const { deps } = world;

// The server looks for the widget's files in the folder where the process started: here, a build of one line.
const folder = mkdtempSync(join(tmpdir(), "parley-widget-"));
mkdirSync(join(folder, "public/widget/app"), { recursive: true });
writeFileSync(join(folder, "public/widget/manifest.json"), JSON.stringify({ app: "app-1.js", styles: "app-1.css" }));
writeFileSync(join(folder, "public/widget/app/app-1.js"), "export {};");
writeFileSync(join(folder, "public/widget/w.js"), "0;");
const cwd = vi.spyOn(process, "cwd").mockReturnValue(folder);
const { openTestServer, sessionCookie } = await import("@/testing/server/openTestServer");
cwd.mockRestore();

let server: TestServer;
let stage: Stage;

beforeAll(async () => {
  stage = await aStage("bank", deps);
  server = await openTestServer(deps);
});
afterAll(async () => {
  await server.close();
  await world.close();
  rmSync(folder, { recursive: true });
});

const open = (path: string, headers: Record<string, string> = {}) =>
  answered(fetch(`${server.url}${path}`, { headers, redirect: "manual" }));
const policyOf = ({ headers }: { headers: Headers }) => headers.get("content-security-policy") ?? "";

test("every answer forbids type sniffing, referrers, and the use of devices", async () => {
  const paths = [
    "/",
    "/sign-in",
    "/api/trpc/setup.status",
    "/api/health/live",
    "/api/metrics",
    "/api/live",
    "/w.js",
    "/w/none",
    "/nowhere",
  ];
  for (const path of paths) {
    const { headers } = await open(path);
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(headers.get("referrer-policy"), path).toBe("no-referrer");
    expect(headers.get("permissions-policy"), path).toContain("camera=()");
    expect(headers.get("x-powered-by"), path).toBeNull();
  }
});

test("a page's policy allows only scripts with its fresh nonce, and no frame around it", async () => {
  const policies = await Promise.all(Array.from({ length: 5 }, async () => policyOf(await open("/board"))));
  const nonces = policies.map(
    (policy) => /script-src 'nonce-([A-Za-z0-9+/=]{24})' 'strict-dynamic'(;|$)/.exec(policy)?.[1],
  );
  expect(nonces).not.toContain(undefined);
  expect(new Set(nonces).size).toBe(5);
  for (const policy of policies) {
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  }
  const { headers } = await open("/board");
  expect(headers.get("x-frame-options")).toBe("DENY");
  expect(headers.get("cache-control")).toContain("no-store");
});

test("no cache keeps the answers of procedures and streams", async () => {
  const cookie = await sessionCookie(stage.reps.rep.sessionId);
  expect((await getHttp(server.url, "me.get", undefined, { cookie })).headers.get("cache-control")).toContain(
    "no-store",
  );
  expect((await open("/api/live")).headers.get("cache-control")).toContain("no-store");
});

test("a process that learns of https only after its start still reads the cookies of https", async () => {
  const plain = await sessionCookie(stage.reps.rep.sessionId);
  vi.stubEnv("NEXTAUTH_URL", "https://help.example");
  try {
    const cookie = await sessionCookie(stage.reps.rep.sessionId);
    expect(cookie).toMatch(/^__Host-parley-session=/);
    expect((await getHttp(server.url, "me.get", undefined, { cookie })).status).toBe(200);
    expect((await getHttp(server.url, "me.get", undefined, { cookie: plain })).status).toBe(401);
  } finally {
    vi.unstubAllEnvs();
  }
});

test("a browser that signs in gets an id that it keeps, and cannot claim one by a header", async () => {
  const heard: unknown[] = [];
  const own = await openTestServer(deps, {}, 0, async (request, response) => {
    heard.push(request.headers["x-parley-browser"]);
    response.end();
  });
  const signIn = (headers: Record<string, string>) =>
    answered(fetch(`${own.url}/api/auth/callback/credentials`, { method: "POST", headers }));
  const first = (await signIn({ "x-parley-browser": "of my own" })).headers.get("set-cookie") ?? "";
  const id = /^parley-browser=([\w-]{24}); Path=\/; Max-Age=7776000; HttpOnly; SameSite=Lax$/.exec(first)?.[1];
  expect(id).toBeDefined();
  const again = await signIn({ cookie: `parley-browser=${id}` });
  expect(again.headers.get("set-cookie")).toBe(first);
  const forged = await signIn({ cookie: "parley-browser=short" });
  expect(forged.headers.get("set-cookie")).not.toContain("short");
  await answered(fetch(`${own.url}/sign-in`, { headers: { "x-parley-browser": "of my own" } }));
  expect(heard).toEqual([id, id, expect.stringMatching(/^[\w-]{24}$/), undefined]);
  await own.close();
});

test("only a deployment with an https address demands https for the future", async () => {
  expect((await open("/")).headers.get("strict-transport-security")).toBeNull();
  const secure = await openTestServer(deps, { publicUrl: "https://help.example" });
  const { headers } = await answered(fetch(`${secure.url}/api/health/live`));
  expect(headers.get("strict-transport-security")).toContain("max-age=31536000");
  await secure.close();
});

test("only the origins of its organization may frame the widget, and nobody may frame its full page", async () => {
  const frame = await open(`/w/${stage.widgetKey}`);
  expect(frame.status).toBe(200);
  expect(policyOf(frame)).toMatch(/frame-ancestors https:\/\/shop\.example$/);
  expect(policyOf(frame)).toContain("script-src 'self'");
  expect(frame.headers.get("x-frame-options")).toBeNull();
  expect(policyOf(await open(`/chat/${stage.widgetKey}`))).toMatch(/frame-ancestors 'none'$/);

  await deps.db.updateTable("widget").set({ allowed_origins: [] }).where("key", "=", stage.widgetKey).execute();
  expect(policyOf(await open(`/w/${stage.widgetKey}`))).toMatch(/frame-ancestors 'none'$/);
  await deps.db
    .updateTable("widget")
    .set({ allowed_origins: ["https://shop.example"] })
    .where("key", "=", stage.widgetKey)
    .execute();
});

test("cross-origin isolated pages may embed the loader, its files and the frame", async () => {
  const frame = await open(`/w/${stage.widgetKey}`);
  expect(frame.headers.get("cross-origin-embedder-policy")).toBe("require-corp");
  for (const path of [`/w/${stage.widgetKey}`, "/w.js", "/w/assets/app-1.js"])
    expect((await open(path)).headers.get("cross-origin-resource-policy"), path).toBe("cross-origin");
});

test("an unknown widget, and a name that leads elsewhere, are not found", async () => {
  for (const path of ["/w/pk_none", "/chat/pk_none", "/w/assets/none.js", "/w/"])
    expect((await open(path)).status, path).toBe(404);
  expect((await open("/w/assets/..%2f..%2fmanifest.json")).status).toBe(400);
  expect((await open("/w/assets/app-1.js")).headers.get("cache-control")).toContain("immutable");
});

test("the widget's document tells what customers may know of the organization, and nothing of its people", async () => {
  const { text } = await open(`/w/${stage.widgetKey}`);
  expect(text).toContain("bank outside");
  expect(text).not.toContain("bank inside");
  for (const { id, email, userId } of Object.values(stage.reps))
    for (const trace of [id, userId, email, id.replaceAll("-", "")]) expect(text).not.toContain(trace);
  for (const id of [stage.id, ...Object.values(stage.teams), ...Object.values(stage.categories)])
    expect(text).not.toContain(id);
});

test("a widget's greeting cannot end the script that carries it", async () => {
  await deps.db
    .updateTable("widget")
    .set({ greeting: "</script><script>alert(1)</script>", title: '"><img>' })
    .where("key", "=", stage.widgetKey)
    .execute();
  const { text } = await open(`/w/${stage.widgetKey}`);
  expect(text).not.toContain("<script>alert");
  expect(text).not.toContain("<img>");
});

test("health says whether the process is live, and whether it reaches its database", async () => {
  expect((await open("/api/health/live")).body).toEqual({ status: "live" });
  expect((await open("/api/health/ready")).body).toEqual({ status: "ready" });
  const broken = {
    ...deps,
    pool: Object.assign(Object.create(deps.pool), { query: () => Promise.reject(new Error("down")) }),
  };
  const cut = await openTestServer(broken);
  expect((await answered(fetch(`${cut.url}/api/health/live`))).status).toBe(200);
  const ready = await answered(fetch(`${cut.url}/api/health/ready`));
  expect([ready.status, ready.body]).toEqual([503, { status: "database_unreachable" }]);
  await cut.close();
});

test("the metrics count requests by route and name nobody", async () => {
  const scene = await aScene(stage, deps);
  const cookie = await sessionCookie(stage.reps.rep.sessionId);
  await getHttp(server.url, "sequence.get", { sequenceId: scene.ids.sequenceId }, { cookie });
  await postHttp(
    server.url,
    "customer.post",
    { key: stage.widgetKey, clientId: deps.newId(), body: "Word" },
    { authorization: `Visitor ${scene.token}` },
  );
  await open(`/w/${stage.widgetKey}`);
  await open(`/somewhere/${scene.ids.sequenceId}`);
  const { text, status } = await open("/api/metrics");
  expect(status).toBe(200);
  expect(text).toMatch(/parley_http_request_seconds_count\{route="trpc",status="2xx"\} [1-9]/);
  expect(text).toMatch(/parley_live_streams 0/);
  const traces = [scene.token, stage.widgetKey, ...Object.values(scene.ids), "sequence.get", "bank", "somewhere"];
  for (const trace of traces) expect(text).not.toContain(trace);
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}/);
});
