import pg from "pg";
import { expect, test } from "vitest";
import { testDatabase } from "@/testing/world/database";
import { untilSomebodyWaits } from "@/testing/world/racing";
import { freePort } from "../../../scripts/launch/freePort";
import { openDatabase } from "./database";
import { isDatabaseAway, isDatabaseBusy } from "./isDatabaseAway";
import { newId } from "./newId";

const withCode = (code: string) => Object.assign(new Error("told"), { code });

test("a server that cannot be reached, stops or accepts nobody is away, however deep the error is nested", async () => {
  for (const code of [
    "ECONNREFUSED",
    "ENETUNREACH",
    "57P01",
    "57P03",
    "57P04",
    "57P05",
    "53100",
    "53300",
    "58030",
    "25006",
    "08006",
    "08P01",
  ])
    expect(isDatabaseAway(withCode(code))).toBe(true);
  expect(
    isDatabaseAway(new Error("call failed", { cause: new Error("query", { cause: withCode("ECONNRESET") }) })),
  ).toBe(true);
  for (const message of ["Connection terminated unexpectedly", "timeout exceeded when trying to connect"])
    expect(isDatabaseAway(new Error(message))).toBe(true);
  const pool = new pg.Pool({ host: "localhost", port: await freePort() });
  await expect(pool.query("select 1").catch((error: unknown) => isDatabaseAway(error))).resolves.toBe(true);
  await pool.end();
  const socket = new pg.Pool({ host: "/nowhere", port: 5432 });
  await expect(socket.query("select 1").catch((error: unknown) => isDatabaseAway(error))).resolves.toBe(true);
  await socket.end();
});

test("an error of a statement, and a value that is no error, do not mean that it is away", () => {
  for (const code of ["23505", "40001", "42P01", "57014"]) expect(isDatabaseAway(withCode(code))).toBe(false);
  expect(isDatabaseAway(Object.assign(new Error("no such file"), { code: "ENOENT", syscall: "open" }))).toBe(false);
  for (const thrown of [null, "ECONNREFUSED", new Error("no"), { code: "57P01" }])
    expect(isDatabaseAway(thrown)).toBe(false);
});

test("the same holds through Prisma, which rewords errors: no server, no socket, ended during a query", async () => {
  const isAway = (asked: Promise<unknown>) => asked.then(() => "answered", isDatabaseAway);
  for (const url of [`postgres://u:p@localhost:${await freePort()}/x`, "postgres://u:p@/x?host=/nowhere"]) {
    const gone = openDatabase(url, 2);
    expect(await isAway(gone.prisma.user.count())).toBe(true);
    expect(await isAway(gone.transact(({ prisma }) => prisma.user.count()))).toBe(true);
    await gone.close();
  }
  const database = await testDatabase();
  const open = openDatabase(database.url, 8);
  const holder = await open.pool.connect();
  await holder.query("begin; lock table app_user");
  const asked = [
    open.prisma.user.count(),
    open.transact(({ prisma }) => prisma.user.count()),
    open.transact(({ db }) => db.selectFrom("app_user").selectAll().execute()),
  ].map(isAway);
  await untilSomebodyWaits(open, asked.length);
  await holder.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  );
  expect(await Promise.all(asked)).toEqual([true, true, true]);
  await holder.query("rollback");
  holder.release();
  const row = { id: newId(), email: "ada@example.com", name: "Ada", password_hash: "", created_at: new Date(0) };
  await open.prisma.user.create({ data: row });
  expect(await isAway(open.prisma.user.create({ data: row }))).toBe(false);
  expect(await isAway(open.prisma.user.findUniqueOrThrow({ where: { id: newId() } }))).toBe(false);
  await open.close();
  await database.drop();
});

test("a statement that waited too long, also through Prisma, means that the database is busy", async () => {
  for (const code of ["57014", "55P03", "P2028"]) expect(isDatabaseBusy(withCode(code))).toBe(true);
  for (const code of ["23505", "40001", "42P01", "57P01"]) expect(isDatabaseBusy(withCode(code))).toBe(false);
  const open = openDatabase((await testDatabase()).url, 2);
  const holder = await open.pool.connect();
  await holder.query("set statement_timeout = 1; begin");
  const waited = await holder.query("select pg_sleep(1)").catch((error: unknown) => error);
  expect(isDatabaseBusy(new Error("call failed", { cause: waited }))).toBe(true);
  holder.release(true);
  await open.close();
});
