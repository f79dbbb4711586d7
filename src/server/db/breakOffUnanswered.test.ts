import pg from "pg";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { openTcpProxy, type TcpProxy } from "@/testing/server/openTcpProxy";
import { type TestDatabase, testDatabase } from "@/testing/world/database";
import { waitFor } from "@/testing/world/waitFor";
import { type AnswerBounds, type AnswerWatch, breakOffUnanswered } from "./breakOffUnanswered";
import { isDatabaseAway } from "./isDatabaseAway";

const SOON: AnswerBounds = { lookEveryMs: 10, looksBeforeAsking: 5, signOfLifeWithinMs: 2_000, looksMax: 1_000_000 };

const database: TestDatabase = await testDatabase();
afterAll(() => database.drop());

let proxy: TcpProxy;
let pool: pg.Pool;
let answers: AnswerWatch;

async function open(bounds: AnswerBounds) {
  proxy = await openTcpProxy(database.url);
  const url = new URL(database.url);
  url.port = new URL(proxy.url).port;
  pool = new pg.Pool({ connectionString: url.href, max: 2, idleTimeoutMillis: 0, connectionTimeoutMillis: 2_000 });
  pool.on("error", () => undefined);
  answers = breakOffUnanswered(url.href, bounds);
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
    answers.watch(client);
  });
  await Promise.all([pool.query("select 1"), pool.query("select 1")]);
}

beforeEach(() => open(SOON));
afterEach(async () => {
  answers.close();
  proxy.heal();
  await pool.end();
  proxy.close();
});

const awayOrValue = (asked: Promise<pg.QueryResult>) =>
  asked.then(
    ({ rows }) => rows,
    (error: unknown) => (isDatabaseAway(error) ? "away" : error),
  );

test("when nothing answers any more, everybody who waits is told that the database is away, and no connection stays in the pool", async () => {
  proxy.goDead(true);
  const asked = Array.from({ length: 5 }, () => awayOrValue(pool.query("select 2 as two")));
  expect(await Promise.all(asked)).toEqual(["away", "away", "away", "away", "away"]);
  expect(pool.totalCount).toBe(0);
  proxy.heal();
  expect(await awayOrValue(pool.query("select 2 as two"))).toEqual([{ two: 2 }]);
});

test("a transaction that gets no answer ends as well, and its connection is not lent again", async () => {
  const client = await pool.connect();
  await client.query("begin");
  proxy.goDead(true);
  expect(await awayOrValue(client.query("select 2"))).toBe("away");
  await expect(client.query("rollback")).rejects.toSatisfy(isDatabaseAway);
  client.release();
  expect(pool.totalCount).toBe(1);
});

test("a slow statement is left alone while the server answers others", async () => {
  const holder = new pg.Client({ connectionString: database.url });
  await holder.connect();
  await holder.query("select pg_advisory_lock(1)");
  const waiting = awayOrValue(pool.query("select pg_advisory_lock(1)"));
  const probes = () => holder.query("select sessions::int from pg_stat_database where datname = current_database()");
  const before = (await probes()).rows[0].sessions;
  await waitFor("it was asked for signs of life again and again", async () =>
    (await probes()).rows[0].sessions > before + 3 ? true : undefined,
  );
  await holder.end();
  expect(await waiting).toEqual([{ pg_advisory_lock: "" }]);
});

test("a single connection that gets no answer is broken off as well, even though its server lives", async () => {
  await pool.end();
  answers.close();
  proxy.close();
  await open({ ...SOON, looksMax: 50 });
  proxy.goDead(false);
  expect(await awayOrValue(pool.query("select 2 as two"))).toBe("away");
  expect(await awayOrValue(pool.query("select 2 as two"))).toBe("away");
  expect(await awayOrValue(pool.query("select 2 as two"))).toEqual([{ two: 2 }]);
});
