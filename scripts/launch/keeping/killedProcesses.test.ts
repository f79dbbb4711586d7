import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import type { Deps } from "@/server/deps";
import { aScene, aStage, type Scene } from "@/testing/scenes/aScene";
import { postHttp } from "@/testing/server/callHttp";
import { openStream } from "@/testing/server/openStream";
import { sessionCookie } from "@/testing/server/openTestServer";
import { fakeClock } from "@/testing/world/fakeClock";
import { openTestDeps } from "@/testing/world/openTestWorld";
import { waitFor } from "@/testing/world/waitFor";
import { ensureDatabase } from "../../database/ensureDatabase";
import { migrateDatabase } from "../../database/migrateDatabase";
import { dataFolder } from "../../postgres/initializeCluster";
import { embeddedDatabaseUrl } from "../../postgres/postgresAccess";
import { placeAt } from "../../postgres/postgresPlace";
import { keepPostgres } from "../../postgres/startPostgres";
import { freePort } from "../freePort";
import type { KeptRunning } from "./keepRunning";
import { keepServer, type ServerStart } from "./keepServer";
import { type RunningServer, waitUntilReady } from "./startServer";

const CUSTOMERS = 7;
const OF_EACH_CUSTOMER = 15;
const SENDS = 200;
const SOON_MS = 45_000;
/** The time for asking and awaiting a sign of life. After it nobody waits for a free connection any more. */
const UNANSWERED_AT_MOST_MS = 15_000;

const folder = mkdtempSync(join(tmpdir(), "parley-kept-"));
chmodSync(folder, 0o755);
const opened: (() => Promise<unknown> | undefined)[] = [];
afterAll(async () => {
  for (const close of opened.reverse()) await close();
  rmSync(folder, { recursive: true, force: true });
});

type Kept = { url: string; server: KeptRunning<RunningServer> };

async function keepOne(databaseUrl: string): Promise<Kept> {
  const port = await freePort();
  const environment = { DATABASE_URL: databaseUrl, PORT: String(port), PARLEY_RUN_JOBS: "1" };
  const start = { name: "A server", nodeArguments: ["--import", "tsx", "src/testing/server/serveApi.ts"], environment };
  const server = keepServer(start);
  opened.push(() => server.stop());
  const url = `http://127.0.0.1:${port}`;
  await isReady(url);
  return { url, server };
}

/** Opens a migrated PostgreSQL for one test, with the number of its process. */
async function openOne(name: string) {
  const place = placeAt(join(folder, name));
  const postgres = await keepPostgres(place);
  const { access } = postgres.present();
  await ensureDatabase(embeddedDatabaseUrl(access, "postgres"), "parley");
  const databaseUrl = embeddedDatabaseUrl(access, "parley");
  await migrateDatabase(databaseUrl);
  const postmaster = () => Number(readFileSync(join(dataFolder(place), "postmaster.pid"), "utf8").split("\n")[0]);
  return { place, postgres, access, databaseUrl, postmaster };
}

const isReady = (url: string) =>
  waitFor(
    "the server is ready",
    () =>
      fetch(`${url}/api/health/ready`).then(
        (answer) => answer.ok || undefined,
        () => undefined,
      ),
    SOON_MS,
  );

type Words = { clientId: string; body: string };
type Sender = {
  authorId: string;
  path: string;
  headers: Record<string, string>;
  input(clientId: string, body: string): unknown;
  wanted: Words[];
};

async function sendersOf(stage: Awaited<ReturnType<typeof aStage>>, deps: Deps): Promise<Sender[]> {
  const scenes: Scene[] = [];
  for (let count = 0; count <= CUSTOMERS; count += 1) scenes.push(await aScene(stage, deps));
  // The servers use real time.
  for (const table of ["user_session", "visitor_session"] as const)
    await deps.db
      .updateTable(table)
      .set({ expires_at: new Date("2100-01-01") })
      .execute();
  const [first, ...others] = scenes;
  if (!first) throw new Error("there are eight");
  const words = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ clientId: deps.newId(), body: `Word ${n}` }));
  const customers = others.map(
    ({ ids, token }): Sender => ({
      authorId: ids.contactId,
      path: "customer.post",
      headers: { authorization: `Visitor ${token}` },
      input: (clientId, body) => ({ key: stage.widgetKey, clientId, body }),
      wanted: words(OF_EACH_CUSTOMER),
    }),
  );
  const rep: Sender = {
    authorId: stage.reps.rep.id,
    path: "interaction.post",
    headers: { cookie: await sessionCookie(stage.reps.rep.sessionId) },
    input: (clientId, body) => ({
      interactionId: first.ids.interactionId,
      clientId,
      body,
      expectedAudience: "customer",
    }),
    wanted: words(SENDS - CUSTOMERS * OF_EACH_CUSTOMER),
  };
  return [...customers, rep];
}

test("two servers and PostgreSQL are killed in the middle of 200 sends: nothing is lost or doubled, and everything is back in seconds without help", async () => {
  const { postgres, databaseUrl, postmaster } = await openOne("postgres");
  opened.push(() => postgres.stop());
  const { deps, close } = openTestDeps(databaseUrl, fakeClock());
  opened.push(close);
  const stage = await aStage("bank", deps);
  const senders = await sendersOf(stage, deps);
  const [one, other] = [await keepOne(databaseUrl), await keepOne(databaseUrl)];

  const kill = (pid: number) => process.kill(pid, "SIGKILL");
  const acts = new Map<number, () => void>([
    [50, () => kill(one.server.present().pid)],
    [100, () => kill(postmaster())],
    [150, () => kill(other.server.present().pid)],
  ]);
  const heard = new Map<number | null, number>();
  const withoutRetryAfter: string[] = [];
  let acknowledged = 0;
  let lastAtMs = performance.now();
  let longestMs = 0;

  const sendOnce = async (url: string, { path, input, headers }: Sender, { clientId, body }: Words) => {
    const answer = await postHttp(url, path, input(clientId, body), headers).catch(() => null);
    const status = answer?.status ?? null;
    heard.set(status, (heard.get(status) ?? 0) + 1);
    if (answer !== null && status === 503 && !answer.headers.has("retry-after")) withoutRetryAfter.push(answer.text);
    return status === 200;
  };
  /** Sends to both servers in turn until one acknowledges, as a client behind a balancer does. */
  const send = async (sender: Sender, words: Words, turn: number) => {
    for (let attempt = turn; !(await sendOnce((attempt % 2 === 0 ? one : other).url, sender, words)); attempt += 1)
      await pause(100);
  };
  await Promise.all(
    senders.map(async (sender, index) => {
      for (const wanted of sender.wanted) {
        await send(sender, wanted, index);
        acknowledged += 1;
        longestMs = Math.max(longestMs, performance.now() - lastAtMs);
        lastAtMs = performance.now();
        acts.get(acknowledged)?.();
      }
    }),
  );
  console.log(`longest silence ${Math.round(longestMs)} ms; answers ${JSON.stringify([...heard])}`);

  await Promise.all([isReady(one.url), isReady(other.url)]);
  for (const { authorId, wanted } of senders) {
    const { rows } = await deps.pool.query(
      "select client_id, body from message where author_id = $1 and body like 'Word %' order by ordinal",
      [authorId],
    );
    expect(rows).toEqual(wanted.map(({ clientId, body }) => ({ client_id: clientId, body })));
  }
  expect(acknowledged).toBe(SENDS);
  expect([...heard.keys()].filter((status) => status !== null && status !== 200 && status !== 503)).toEqual([]);
  expect(withoutRetryAfter).toEqual([]);
  expect(heard.get(503), "callers were told that the database was away").toBeGreaterThan(0);
  expect(longestMs).toBeLessThan(20_000);

  const [, , , , , , , rep] = senders;
  const stream = await openStream(`${one.url}/api/live`, rep?.headers);
  expect(stream.status).toBe(200);
  stream.close();
  await deps.pool.query("select graphile_worker.add_job('drainEverything', '{}'::json, job_key := 'after')");
  await waitFor(
    "jobs are done again",
    async () => {
      const { rowCount } = await deps.pool.query("select from graphile_worker.jobs where key = 'after'");
      return rowCount === 0 ? true : undefined;
    },
    SOON_MS,
  );
}, 240_000);

test("while its database is away a server answers all callers with 503 and ends its streams, and comes back by itself", async () => {
  const { place, postgres, access, databaseUrl } = await openOne("away");
  const { deps, close } = openTestDeps(databaseUrl, fakeClock());
  const stage = await aStage("bank", deps);
  await deps.db
    .updateTable("user_session")
    .set({ expires_at: new Date("2100-01-01") })
    .execute();
  const { url, server } = await keepOne(databaseUrl);
  const { pid } = server.present();
  const headers = { cookie: await sessionCookie(stage.reps.rep.sessionId) };
  const stream = await openStream(`${url}/api/live`, headers);
  expect(stream.status).toBe(200);
  const get = (path: string) => fetch(`${url}${path}`, { headers });

  await postgres.stop();
  await stream.ended(SOON_MS);
  for (const path of [
    "/sign-in",
    "/board",
    "/api/auth/session",
    "/api/live",
    "/api/trpc/me.get",
    `/w/${stage.widgetKey}`,
  ]) {
    const answer = await get(path);
    expect(answer.status, path).toBe(503);
    expect(answer.headers.get("retry-after"), path).toBe("2");
    const text = await answer.text();
    expect(text, path).not.toMatch(/ECONN|127\.0\.0\.1|at \w/);
    if (!path.startsWith("/api/")) expect(text).toContain('http-equiv="refresh"');
  }
  expect((await get("/api/health/live")).status).toBe(200);

  const again = await keepPostgres(place);
  opened.push(() => again.stop(), close);
  expect(again.present().access.port).toBe(access.port);
  await isReady(url);
  expect((await get("/api/trpc/me.get")).status).toBe(200);
  expect((await get("/sign-in")).status).toBe(200);
  const back = await openStream(`${url}/api/live`, headers);
  expect(back.status).toBe(200);
  back.close();
  expect(server.present().pid).toBe(pid);
}, 240_000);

test("while PostgreSQL is frozen all callers get 503 soon and streams end; once it goes on everything is back by itself", async () => {
  const { postgres, databaseUrl, postmaster } = await openOne("frozen");
  opened.push(() => postgres.stop());
  const { deps, close } = openTestDeps(databaseUrl, fakeClock());
  opened.push(close);
  const stage = await aStage("bank", deps);
  const [rep] = (await sendersOf(stage, deps)).slice(-1);
  if (!rep) throw new Error("the rep comes last");
  const { url, server } = await keepOne(databaseUrl);
  const { pid } = server.present();
  const stream = await openStream(`${url}/api/live`, rep.headers);
  const post = (clientId: string) => postHttp(url, rep.path, rep.input(clientId, "Word"), rep.headers);
  expect((await post(deps.newId())).status).toBe(200);

  const frozen = [postmaster(), ...childrenOf(postmaster())];
  const thaw = () => {
    for (const each of frozen.splice(0)) process.kill(each, "SIGCONT");
  };
  for (const each of frozen) process.kill(each, "SIGSTOP");
  opened.push(async () => thaw());
  const clientIds = Array.from({ length: 20 }, () => deps.newId());
  const frozenAtMs = performance.now();
  const get = (path: string) => fetch(`${url}${path}`, { headers: rep.headers });
  const answers = await Promise.all([...clientIds.map(post), get("/api/trpc/me.get"), get("/board"), get("/api/live")]);
  await stream.ended(SOON_MS);
  expect(performance.now() - frozenAtMs).toBeLessThan(UNANSWERED_AT_MOST_MS);
  for (const answer of [...answers, await get("/api/trpc/me.get"), await post(deps.newId())]) {
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("2");
  }

  thaw();
  await isReady(url);
  for (const clientId of clientIds) expect((await post(clientId)).status).toBe(200);
  const { rows } = await deps.pool.query("select count(*) from message where client_id = any($1)", [clientIds]);
  expect(rows).toEqual([{ count: clientIds.length }]);
  const back = await openStream(`${url}/api/live`, rep.headers);
  expect(back.status).toBe(200);
  back.close();
  await deps.pool.query("select graphile_worker.add_job('drainEverything', '{}'::json, job_key := 'after')");
  await waitFor(
    "jobs are done again, and none is held any more",
    async () => {
      const { rowCount } = await deps.pool.query(
        "select from graphile_worker.jobs where key = 'after' or locked_by is not null",
      );
      return rowCount === 0 ? true : undefined;
    },
    SOON_MS,
  );
  expect(server.present().pid).toBe(pid);
}, 240_000);

test("a server that is killed on its first start is started again; one that can never start is given up", async () => {
  const { postgres, databaseUrl } = await openOne("first");
  opened.push(() => postgres.stop());
  const port = await freePort();
  const start: ServerStart = {
    name: "A server",
    nodeArguments: ["--import", "tsx", "src/testing/server/serveApi.ts"],
    environment: { DATABASE_URL: databaseUrl, PORT: String(port) },
    whenReady: (server) => waitUntilReady(server, port),
  };
  const server = keepServer(start);
  opened.push(() => server.stop());
  const first = server.present();
  process.kill(first.pid, "SIGKILL");
  await server.ready;
  expect(server.present().pid).not.toBe(first.pid);

  const broken = {
    ...start,
    nodeArguments: ["src/testing/server/none.js"],
    whenReady: () => new Promise<void>(() => {}),
  };
  const hopeless = keepServer(broken);
  opened.push(() => hopeless.stop());
  expect(await hopeless.givenUp).toBe("A server ended with 1 before it was ready, 3 times in a row.");
}, 120_000);

/** Lists the child processes of a process, as Linux shows them. */
function childrenOf(pid: number): number[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
  return text.split(" ").filter(Boolean).map(Number);
}
