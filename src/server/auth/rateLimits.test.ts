import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { DomainError } from "@/domain/errors";
import { authOptions } from "@/server/auth/authOptions";
import { hashPassword } from "@/server/auth/passwords";
import { forgetSignIns } from "@/server/auth/signInDelay";
import { viewers } from "@/server/auth/viewers";
import { setProcessDeps } from "@/server/processDeps";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { rateLimits } from "./rateLimits";

const world = await openTestWorld();
const { deps, clock } = world;
const PASSWORD = "correct horse";
const ATTACKER = "203.0.113.9";

beforeAll(async () => {
  const passwordHash = await hashPassword(PASSWORD);
  await anOrganization(
    { slug: "bank", teams: {}, categories: {}, reps: { ana: { passwordHash }, ben: { passwordHash } } },
    deps,
  );
});
beforeEach(async () => {
  setProcessDeps({ deps, viewers: viewers(deps), rateLimits: rateLimits() });
  await deps.pool.query("truncate sign_in_attempt, sign_in_place");
});
afterAll(() => world.close());

/** What next-auth calls with the credentials that were typed. */
async function attempt(
  email: string,
  password: string,
  address: string,
  browserId?: string,
): Promise<"in" | "refused" | "too_many_requests"> {
  const [provider] = authOptions.providers;
  const options: unknown = provider?.options;
  const authorize: unknown = Reflect.get(Object(options), "authorize");
  if (typeof authorize !== "function") throw new Error("there is a provider of credentials");
  try {
    const user: unknown = await authorize(
      { email, password },
      {
        headers: { "x-parley-address": address, ...(browserId === undefined ? {} : { "x-parley-browser": browserId }) },
      },
    );
    return user === null ? "refused" : "in";
  } catch (error) {
    if (error instanceof Error && error.message === "too_many_requests") return "too_many_requests";
    throw error;
  }
}

const HOUR_MS = 3_600_000;
const elsewhere = (n: number) => `198.51.100.${n}`;

test("after five wrong passwords from anywhere an account has to wait, even with the right one", async () => {
  for (let n = 0; n < 5; n += 1) expect(await attempt("ana@bank.example", "wrong", elsewhere(n))).toBe("refused");
  for (let n = 5; n < 25; n += 1)
    expect(await attempt("ana@bank.example", "wrong", elsewhere(n))).toBe("too_many_requests");
  expect(await attempt(" ANA@bank.example", PASSWORD, elsewhere(30))).toBe("too_many_requests");
  expect(await attempt("ben@bank.example", PASSWORD, elsewhere(1))).toBe("in");
});

test("attempts at the same moment are counted one by one", async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 25 }, (_, n) => attempt("nobody@bank.example", "wrong", elsewhere(n))),
  );
  expect(outcomes.filter((outcome) => outcome === "refused")).toHaveLength(5);
});

test("the wait doubles from half a minute to a quarter of an hour, and stays there", async () => {
  const waits: number[] = [];
  for (let n = 0; n < 5; n += 1) await attempt("ana@bank.example", "wrong", elsewhere(n));
  for (let round = 0; round < 8; round += 1) {
    const fromMs = clock.now().getTime();
    while ((await attempt("ana@bank.example", "wrong", elsewhere(round))) === "too_many_requests")
      clock.advance(30_000);
    waits.push((clock.now().getTime() - fromMs) / 1_000);
  }
  expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900, 900]);
  clock.advance(900_000);
  expect(await attempt("ana@bank.example", PASSWORD, elsewhere(9))).toBe("in");
});

test("no stranger elsewhere keeps a person out at a place where they have signed in before", async () => {
  expect(await attempt("ana@bank.example", PASSWORD, "203.0.113.50")).toBe("in");
  for (let n = 0; n < 10; n += 1) await attempt("ana@bank.example", "wrong", elsewhere(n));
  expect(await attempt("ana@bank.example", PASSWORD, elsewhere(40))).toBe("too_many_requests");
  expect(await attempt("ana@bank.example", PASSWORD, "203.0.113.50")).toBe("in");
  // That place is no way in for a guesser, either.
  for (let n = 0; n < 5; n += 1) expect(await attempt("ana@bank.example", "wrong", "203.0.113.50")).toBe("refused");
  expect(await attempt("ana@bank.example", PASSWORD, "203.0.113.50")).toBe("too_many_requests");
});

test("nobody keeps a person out at a browser from which they have signed in, wherever it is now", async () => {
  expect(await attempt("ana@bank.example", PASSWORD, "127.0.0.1", "anas browser")).toBe("in");
  for (let n = 0; n < 10; n += 1) await attempt("ana@bank.example", "wrong", elsewhere(n), "a strangers");
  expect(await attempt("ana@bank.example", PASSWORD, elsewhere(40))).toBe("too_many_requests");
  for (const address of ["127.0.0.1", elsewhere(41)])
    expect(await attempt("ana@bank.example", PASSWORD, address, "anas browser")).toBe("in");
  // Somebody else's attempts at her own address do not matter there, either.
  for (let n = 0; n < 60; n += 1) await attempt(`nobody${n}@bank.example`, "wrong", elsewhere(42));
  expect(await attempt("ana@bank.example", PASSWORD, elsewhere(42))).toBe("too_many_requests");
  expect(await attempt("ana@bank.example", PASSWORD, elsewhere(42), "anas browser")).toBe("in");
  // It opens nothing to who guesses on it, and is no browser of others.
  expect(await attempt("ben@bank.example", PASSWORD, elsewhere(42), "anas browser")).toBe("too_many_requests");
  for (let n = 0; n < 5; n += 1)
    expect(await attempt("ana@bank.example", "wrong", elsewhere(43), "anas browser")).toBe("refused");
  expect(await attempt("ana@bank.example", PASSWORD, elsewhere(43), "anas browser")).toBe("too_many_requests");
});

test("an address that many share is no known place of anybody", async () => {
  expect(await attempt("ana@bank.example", PASSWORD, "127.0.0.1")).toBe("in");
  for (let n = 0; n < 6; n += 1) await attempt("ana@bank.example", "wrong", elsewhere(n));
  expect(await attempt("ana@bank.example", PASSWORD, "127.0.0.1")).toBe("too_many_requests");
});

test("a successful sign-in resets the count, and so does a day", async () => {
  for (let round = 0; round < 3; round += 1) {
    for (let count = 0; count < 4; count += 1)
      expect(await attempt("ana@bank.example", "wrong", ATTACKER)).toBe("refused");
    expect(await attempt("ana@bank.example", PASSWORD, ATTACKER)).toBe("in");
  }
  for (let n = 0; n < 6; n += 1) await attempt("ben@bank.example", "wrong", elsewhere(n));
  clock.advance(24 * HOUR_MS + 1);
  for (let n = 0; n < 5; n += 1) expect(await attempt("ben@bank.example", "wrong", elsewhere(n))).toBe("refused");
  clock.advance(100 * 24 * HOUR_MS);
  await forgetSignIns(deps);
  for (const table of ["sign_in_attempt", "sign_in_place"])
    expect((await deps.pool.query(`select from ${table}`)).rowCount, table).toBe(0);
});

test("the tables contain neither accounts nor addresses", async () => {
  await attempt("ana@bank.example", PASSWORD, ATTACKER);
  await attempt("nobody@bank.example", "wrong", ATTACKER);
  const { rows } = await deps.pool.query(
    "select a::text as row from sign_in_attempt a union all select p::text from sign_in_place p",
  );
  expect(rows.length).toBeGreaterThan(1);
  expect(JSON.stringify(rows)).not.toMatch(/bank\.example|203\.0/);
});

test("an error during a sign-in is answered with a code", async () => {
  const broken = {
    ...deps,
    pool: Object.assign(Object.create(deps.pool), { query: () => Promise.reject(new Error("secret host")) }),
  };
  setProcessDeps({ deps: broken, viewers: viewers(deps), rateLimits: rateLimits() });
  await expect(attempt("ana@bank.example", PASSWORD, ATTACKER)).rejects.toThrow(/^internal_error$/);
});

test("trying many accounts from one address is stopped; the whole network of an IPv6 customer is one address", async () => {
  const outcomes: string[] = [];
  for (let count = 0; count < 52; count += 1)
    outcomes.push(await attempt(`nobody${count}@bank.example`, "wrong", `2001:db8:1:2::${count.toString(16)}`));
  expect(outcomes.slice(0, 50)).toEqual(Array.from({ length: 50 }, () => "refused"));
  expect(outcomes.slice(50)).toEqual(["too_many_requests", "too_many_requests"]);
});

test("all processes count an address together, and forget it after an hour without an attempt", async () => {
  for (let count = 0; count < 50; count += 1) {
    setProcessDeps({ deps, viewers: viewers(deps), rateLimits: rateLimits() });
    expect(await attempt(`nobody${count}@bank.example`, "wrong", ATTACKER)).toBe("refused");
  }
  setProcessDeps({ deps, viewers: viewers(deps), rateLimits: rateLimits() });
  expect(await attempt("one-more@bank.example", "wrong", ATTACKER)).toBe("too_many_requests");
  clock.advance(HOUR_MS + 1);
  for (let count = 0; count < 20; count += 1)
    expect(await attempt(`further${count}@bank.example`, "wrong", ATTACKER)).toBe("refused");
});

test("colleagues who sign in successfully do not use up the attempts of their address", async () => {
  for (let count = 0; count < 60; count += 1)
    expect(await attempt(count % 2 ? "ana@bank.example" : "ben@bank.example", PASSWORD, ATTACKER)).toBe("in");
  // Nor does a right password among wrong ones begin them anew.
  for (let count = 0; count < 49; count += 1)
    expect(await attempt(`nobody${count}@bank.example`, "wrong", ATTACKER)).toBe("refused");
  expect(await attempt("ana@bank.example", PASSWORD, ATTACKER)).toBe("in");
  expect(await attempt("nobody-at-all@bank.example", "wrong", ATTACKER)).toBe("refused");
  expect(await attempt("ana@bank.example", PASSWORD, ATTACKER)).toBe("too_many_requests");
});

test("an unknown account counts like a known one", async () => {
  for (let count = 0; count < 5; count += 1)
    expect(await attempt("nobody@bank.example", "wrong", ATTACKER)).toBe("refused");
  expect(await attempt("nobody@bank.example", "wrong", ATTACKER)).toBe("too_many_requests");
});

test("credentials that are not text are refused", async () => {
  for (const given of [undefined, null, {}, { startsWith: "a" }, ["a"], 7]) {
    const authorize: unknown = Reflect.get(Object(authOptions.providers[0]?.options), "authorize");
    const outcome: unknown =
      typeof authorize === "function" ? await authorize({ email: given, password: given }, { headers: {} }) : "none";
    expect(outcome).toBeNull();
  }
});

test("a limit says how long to wait", async () => {
  const limits = rateLimits();
  const work = async () => "done";
  for (let count = 0; count < 20; count += 1) await limits.use("visitorMessage", "one", work);
  await expect(limits.use("visitorMessage", "one", work)).rejects.toMatchObject({
    code: "too_many_requests",
    facts: { retryAfterMs: expect.any(Number) },
  });
  await expect(limits.use("visitorMessage", "other", work)).resolves.toBe("done");
});

test("tries while the database is away or busy do not count, and refused ones do", async () => {
  const limits = rateLimits();
  const failing = (error: Error) => limits.use("visitorMessage", "one", () => Promise.reject(error));
  for (let count = 0; count < 30; count += 1) {
    await expect(failing(new Error("Connection terminated unexpectedly"))).rejects.toThrow("terminated");
    await expect(failing(Object.assign(new Error("too long"), { code: "57014" }))).rejects.toThrow("too long");
  }
  for (let count = 0; count < 20; count += 1)
    await expect(failing(new DomainError("not_found"))).rejects.toMatchObject({ code: "not_found" });
  await expect(failing(new DomainError("not_found"))).rejects.toMatchObject({ code: "too_many_requests" });
});
