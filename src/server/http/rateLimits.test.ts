import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { authOptions } from "@/server/auth/authOptions";
import { hashPassword } from "@/server/auth/passwords";
import { viewers } from "@/server/auth/viewers";
import { setProcessDeps } from "@/server/processDeps";
import { anOrganization } from "@/testing/anOrganization";
import { openTestWorld } from "@/testing/openTestWorld";
import { rateLimits } from "./rateLimits";

const world = await openTestWorld();
const { deps } = world;
const PASSWORD = "correct horse";
const ATTACKER = "203.0.113.9";

beforeAll(async () => {
  const passwordHash = await hashPassword(PASSWORD);
  await anOrganization(
    { slug: "bank", teams: {}, categories: {}, reps: { ana: { passwordHash }, ben: { passwordHash } } },
    deps,
  );
});
beforeEach(() => setProcessDeps({ deps, viewers: viewers(deps), rateLimits: rateLimits() }));
afterAll(() => world.close());

/** What next-auth calls with the credentials that were typed. */
async function attempt(
  email: string,
  password: string,
  address: string,
): Promise<"in" | "refused" | "too_many_requests"> {
  const [provider] = authOptions.providers;
  const options: unknown = provider?.options;
  const authorize: unknown = Reflect.get(Object(options), "authorize");
  if (typeof authorize !== "function") throw new Error("there is a provider of credentials");
  try {
    const user: unknown = await authorize({ email, password }, { headers: { "x-parley-address": address } });
    return user === null ? "refused" : "in";
  } catch (error) {
    if (error instanceof Error && error.message === "too_many_requests") return "too_many_requests";
    throw error;
  }
}

test("five wrong passwords for one account from one address, and no more is tried there", async () => {
  for (let count = 0; count < 5; count += 1)
    expect(await attempt("ana@bank.example", "wrong", ATTACKER)).toBe("refused");
  expect(await attempt("ana@bank.example", "wrong", ATTACKER)).toBe("too_many_requests");
  expect(await attempt(" ANA@bank.example", PASSWORD, ATTACKER)).toBe("too_many_requests");
});

test("the one attacked still signs in from elsewhere, and others from the same address", async () => {
  for (let count = 0; count < 6; count += 1) await attempt("ana@bank.example", "wrong", ATTACKER);
  expect(await attempt("ana@bank.example", PASSWORD, "198.51.100.7")).toBe("in");
  expect(await attempt("ben@bank.example", PASSWORD, ATTACKER)).toBe("in");
});

test("who signs in rightly starts to count anew", async () => {
  for (let round = 0; round < 3; round += 1) {
    for (let count = 0; count < 4; count += 1)
      expect(await attempt("ana@bank.example", "wrong", ATTACKER)).toBe("refused");
    expect(await attempt("ana@bank.example", PASSWORD, ATTACKER)).toBe("in");
  }
});

test("many accounts tried from one address are stopped, an IPv6 customer's whole network as one address", async () => {
  const outcomes: string[] = [];
  for (let count = 0; count < 52; count += 1)
    outcomes.push(await attempt(`nobody${count}@bank.example`, "wrong", `2001:db8:1:2::${count.toString(16)}`));
  expect(outcomes.slice(0, 50)).toEqual(Array.from({ length: 50 }, () => "refused"));
  expect(outcomes.slice(50)).toEqual(["too_many_requests", "too_many_requests"]);
});

test("an unknown account counts like a known one", async () => {
  for (let count = 0; count < 5; count += 1)
    expect(await attempt("nobody@bank.example", "wrong", ATTACKER)).toBe("refused");
  expect(await attempt("nobody@bank.example", "wrong", ATTACKER)).toBe("too_many_requests");
});

test("credentials that are no texts are refused", async () => {
  for (const given of [undefined, null, {}, { startsWith: "a" }, ["a"], 7]) {
    const authorize: unknown = Reflect.get(Object(authOptions.providers[0]?.options), "authorize");
    const outcome: unknown =
      typeof authorize === "function" ? await authorize({ email: given, password: given }, { headers: {} }) : "none";
    expect(outcome).toBeNull();
  }
});

test("a limit says how long to wait", async () => {
  const limits = rateLimits();
  for (let count = 0; count < 20; count += 1) await limits.use("visitorMessage", "one");
  await expect(limits.use("visitorMessage", "one")).rejects.toMatchObject({
    code: "too_many_requests",
    facts: { retryAfterMs: expect.any(Number) },
  });
  await expect(limits.use("visitorMessage", "other")).resolves.toBeUndefined();
});
