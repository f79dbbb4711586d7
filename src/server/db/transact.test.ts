import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import { testDatabase } from "@/testing/world/database";
import { openDatabase } from "./database";
import type { Prisma } from "./generated/client/client";
import { newId } from "./newId";
import type { Transaction } from "./transact";

const CONNECTIONS = 5;
const database = await testDatabase();
const { db, prisma, transact, pool, close } = openDatabase(database.url, CONNECTIONS);
afterAll(async () => {
  await close();
  await database.drop();
});

const aUser = (email: string) => ({ id: newId(), email, name: "Ada", password_hash: "", created_at: new Date(0) });
const byPrisma = (tx: Transaction, email: string) => tx.prisma.user.create({ data: aUser(email) });
const byKysely = (tx: Transaction, email: string) => tx.db.insertInto("app_user").values(aUser(email)).execute();
const stored = async () =>
  (await db.selectFrom("app_user").select("email").orderBy("email").execute()).map(({ email }) => email);

type Place = { pid: number; xid: string };
const PLACE = "select pg_backend_pid() as pid, pg_current_xact_id()::text as xid";
/** The backend process and the transaction that each of the two uses. */
async function places(tx: Transaction): Promise<{ ofPrisma: Place | undefined; ofKysely: Place | undefined }> {
  const [ofPrisma] = await (tx.prisma as Prisma.TransactionClient).$queryRawUnsafe<Place[]>(PLACE);
  const [ofKysely] = (await sql.raw<Place>(PLACE).execute(tx.db)).rows;
  return { ofPrisma, ofKysely };
}

test("Prisma and Kysely use one connection and one transaction, and each sees what the other wrote", async () => {
  await transact(async (tx) => {
    await byPrisma(tx, "by Prisma");
    const { ofPrisma, ofKysely } = await places(tx);
    expect(ofPrisma).toMatchObject({ pid: expect.any(Number), xid: expect.any(String) });
    expect(ofKysely).toEqual(ofPrisma);
    expect(await tx.db.selectFrom("app_user").select("id").execute()).toHaveLength(1);
    await byKysely(tx, "by Kysely");
    expect(await tx.prisma.user.count()).toBe(2);
    expect(await stored()).toEqual([]);
  });
  expect(await stored()).toEqual(["by Kysely", "by Prisma"]);
  await db.deleteFrom("app_user").execute();
});

test("a failure of the work or of the database undoes what both wrote", async () => {
  const changedMind = transact(async (tx) => {
    await byPrisma(tx, "one");
    await byKysely(tx, "two");
    throw new Error("changed my mind");
  });
  await expect(changedMind).rejects.toThrow("changed my mind");
  const refusedByKysely = transact(async (tx) => {
    await byPrisma(tx, "twice");
    await byKysely(tx, "twice");
  });
  await expect(refusedByKysely).rejects.toMatchObject({ code: "23505" });
  const refusedByPrisma = transact(async (tx) => {
    await byKysely(tx, "twice");
    await byPrisma(tx, "twice");
  });
  await expect(refusedByPrisma).rejects.toMatchObject({ code: "P2002" });
  expect(await stored()).toEqual([]);
  expect(pool.idleCount).toBe(pool.totalCount);
});

test("20 transactions over 5 connections do not mix: each is its own, and what half of them wrote is undone", async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, (_, number) =>
      transact(async (tx) => {
        const name = String(number).padStart(2, "0");
        await byKysely(tx, `${name} Kysely`);
        const before = await places(tx);
        await byPrisma(tx, `${name} Prisma`);
        const own = tx.db.selectFrom("app_user").select("id").where("email", "like", `${name} %`);
        expect(await own.execute()).toHaveLength(2);
        expect(await places(tx)).toEqual({ ofPrisma: before.ofKysely, ofKysely: before.ofPrisma });
        if (number % 2 === 1) throw new Error("odd");
        return before.ofPrisma?.xid;
      }),
    ),
  );
  const done = outcomes.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  const undone = outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason.message] : []));
  expect([new Set(done).size, undone]).toEqual([10, Array(10).fill("odd")]);
  const even = Array.from({ length: 10 }, (_, half) => String(half * 2).padStart(2, "0"));
  expect(await stored()).toEqual(even.flatMap((name) => [`${name} Kysely`, `${name} Prisma`]));
  expect(pool.totalCount).toBeLessThanOrEqual(CONNECTIONS);
  await db.deleteFrom("app_user").execute();
});

test("a transaction within another is separate, and Kysely cannot end the outer one", async () => {
  const outer = transact(async (tx) => {
    await byKysely(tx, "outer");
    await transact((inner) => byKysely(inner, "inner"));
    await tx.db.transaction().execute((nested) => nested.deleteFrom("app_user").execute());
  });
  await expect(outer).rejects.toThrow("this is a transaction already");
  expect(await stored()).toEqual(["inner"]);
});

test("a transaction that is used after its end is refused: its connection is lent to others by then", async () => {
  const kept: Transaction[] = [];
  await transact(async (tx) => kept.push(tx));
  const undone = transact(async (tx) => {
    kept.push(tx);
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  for (const late of kept) {
    await expect(sql`select 1`.execute(late.db)).rejects.toThrow("the transaction is over");
    await expect(late.prisma.user.count()).rejects.toThrow("Transaction");
  }
  expect(kept).toHaveLength(2);
});

test("outside of a transaction Prisma shares the pool, and reads what Kysely wrote", async () => {
  await db.deleteFrom("app_user").execute();
  await db.insertInto("app_user").values(aUser("plain")).execute();
  expect(await prisma.user.findUnique({ where: { email: "plain" } })).toMatchObject({ name: "Ada" });
  expect(pool.totalCount).toBeLessThanOrEqual(CONNECTIONS);
});
