import pg from "pg";
import { expect, test } from "vitest";
import { freePort } from "../../../scripts/launch/freePort";
import { isDatabaseAway } from "./isDatabaseAway";

const withCode = (code: string) => Object.assign(new Error("told"), { code });

test("a server that cannot be reached, stops or takes nobody in is away, however deep the error lies", async () => {
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

test("what the database itself refuses, and what is no error, is something else", () => {
  for (const code of ["23505", "40001", "42P01", "57014"]) expect(isDatabaseAway(withCode(code))).toBe(false);
  expect(isDatabaseAway(Object.assign(new Error("no such file"), { code: "ENOENT", syscall: "open" }))).toBe(false);
  for (const thrown of [null, "ECONNREFUSED", new Error("no"), { code: "57P01" }])
    expect(isDatabaseAway(thrown)).toBe(false);
});
