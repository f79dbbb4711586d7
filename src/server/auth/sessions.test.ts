import { afterAll, beforeAll, expect, test } from "vitest";
import { beginVisit } from "@/server/auth/beginVisit";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { hashPassword } from "./passwords";
import { revokeAllSessions, revokeSession, signIn } from "./signIn";
import { viewers } from "./viewers";
import { visitorOf } from "./visitors";

const world = await openTestWorld();
const { deps, clock } = world;
const DAY_MS = 86_400_000;
const PASSWORD = "correct horse";

let house: Awaited<ReturnType<typeof aHouse>>;
let strangers: Awaited<ReturnType<typeof aHouse>>;

async function aHouse(slug: string) {
  const passwordHash = await hashPassword(PASSWORD);
  return anOrganization(
    {
      slug,
      teams: { cards: {}, loans: {} },
      categories: {},
      reps: {
        ana: { teams: ["cards"], passwordHash },
        ben: { teams: ["cards"], passwordHash },
        gone: { passwordHash },
        head: { role: "supervisor", teams: ["cards"], supervises: ["cards"], passwordHash },
      },
    },
    deps,
  );
}

beforeAll(async () => {
  house = await aHouse("bank");
  strangers = await aHouse("shop");
});
afterAll(() => world.close());

const whoIs = (sessionId: string) => viewers(deps).of(sessionId);
const signInAs = async (email: string) => {
  const signedIn = await signIn(email, PASSWORD, deps);
  if (signedIn === null) throw new Error(`${email} was to sign in`);
  return signedIn;
};

test("the right password opens a session, whatever the case of the address", async () => {
  const { sessionId, userId } = await signInAs(`  ${house.reps.ana.email.toUpperCase()} `);
  expect(userId).toBe(house.reps.ana.userId);
  expect(await whoIs(sessionId)).toMatchObject({
    userId,
    pov: { partyId: house.reps.ana.id, organizationId: house.id },
  });
});

test("each sign-in has a session of its own", async () => {
  const [one, other] = [await signInAs(house.reps.ana.email), await signInAs(house.reps.ana.email)];
  expect(one.sessionId).not.toBe(other.sessionId);
});

test("a wrong password and an unknown address have the same answer", async () => {
  await deps.db
    .updateTable("app_user")
    .set({ deactivated_at: clock.now() })
    .where("id", "=", house.reps.gone.userId)
    .execute();
  const refused: [string, string][] = [
    [house.reps.ana.email, "wrong horse"],
    [house.reps.ana.email, ""],
    ["nobody@bank.example", PASSWORD],
    [house.reps.gone.email, PASSWORD],
    ["%", PASSWORD],
    ["", ""],
  ];
  for (const [email, password] of refused) expect(await signIn(email, password, deps)).toBeNull();
});

test("a revoked session is gone from the next call on, and the other sessions of the person continue", async () => {
  const [one, other] = [await signInAs(house.reps.ana.email), await signInAs(house.reps.ana.email)];
  await revokeSession(one.sessionId, deps);
  expect(await whoIs(one.sessionId)).toBeNull();
  expect(await whoIs(other.sessionId)).not.toBeNull();
  await revokeAllSessions(house.reps.ana.userId, deps);
  expect(await whoIs(other.sessionId)).toBeNull();
});

test("ending the sessions of one person leaves those of everybody else", async () => {
  const [ana, ben] = [await signInAs(house.reps.ana.email), await signInAs(house.reps.ben.email)];
  await revokeAllSessions(house.reps.ana.userId, deps);
  expect(await whoIs(ana.sessionId)).toBeNull();
  expect(await whoIs(ben.sessionId)).not.toBeNull();
});

test("a session ends with its time", async () => {
  const { sessionId } = await signInAs(house.reps.ben.email);
  clock.advance(14 * DAY_MS - 1);
  expect(await whoIs(sessionId)).not.toBeNull();
  clock.advance(1);
  expect(await whoIs(sessionId)).toBeNull();
});

test("a person has at most twenty sessions: the oldest ends", async () => {
  const opened: string[] = [];
  for (let count = 0; count < 21; count += 1) {
    clock.advance(1_000);
    opened.push((await signInAs(house.reps.ben.email)).sessionId);
  }
  const [oldest, second] = opened;
  expect(await whoIs(oldest ?? "")).toBeNull();
  expect(await whoIs(second ?? "")).not.toBeNull();
});

test("the sessions of a deactivated person or rep stop working at once", async () => {
  for (const table of ["app_user", "party"] as const) {
    const { sessionId } = await signInAs(house.reps.ben.email);
    const id = table === "app_user" ? house.reps.ben.userId : house.reps.ben.id;
    await deps.db.updateTable(table).set({ deactivated_at: clock.now() }).where("id", "=", id).execute();
    expect(await whoIs(sessionId)).toBeNull();
    expect(await signIn(house.reps.ben.email, PASSWORD, deps)).toBeNull();
    await deps.db.updateTable(table).set({ deactivated_at: null }).where("id", "=", id).execute();
    expect(await whoIs(sessionId)).not.toBeNull();
  }
});

test("a change of role or team holds from the next call on", async () => {
  const { sessionId } = await signInAs(house.reps.head.email);
  expect(await whoIs(sessionId)).toMatchObject({ role: "supervisor", pov: { supervisedTeamIds: [house.teams.cards] } });
  await deps.db.updateTable("rep").set({ role: "rep" }).where("party_id", "=", house.reps.head.id).execute();
  expect(await whoIs(sessionId)).toMatchObject({ role: "rep", pov: { supervisedTeamIds: [] } });
  await deps.db.updateTable("rep").set({ role: "supervisor" }).where("party_id", "=", house.reps.head.id).execute();
  await deps.db
    .updateTable("team_member")
    .set({ until_at: clock.now() })
    .where("rep_id", "=", house.reps.head.id)
    .execute();
  expect(await whoIs(sessionId)).toMatchObject({ pov: { groupIds: [house.id], supervisedTeamIds: [] } });
});

test("a session that was never opened belongs to nobody", async () => {
  expect(await whoIs(deps.newId())).toBeNull();
});

test("a visitor is known by their credential, at their own widget only", async () => {
  const { token, contactId } = await beginVisit(house.widgetKey, deps);
  expect(await visitorOf(token, house.widgetKey, deps)).toMatchObject({
    contactId,
    pov: { kind: "external", groupIds: [] },
  });
  const wrong: [string | null, string][] = [
    [token, strangers.widgetKey],
    [token, "pk_none"],
    [null, house.widgetKey],
    ["", house.widgetKey],
    [`${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`, house.widgetKey],
    [`${token}A`, house.widgetKey],
    ["%".repeat(43), house.widgetKey],
  ];
  for (const [given, key] of wrong) expect(await visitorOf(given, key, deps)).toBeNull();
});

test("only the hash of a visitor's credential is kept", async () => {
  const { token } = await beginVisit(house.widgetKey, deps);
  const { rows } = await deps.pool.query("select s::text as row from visitor_session s");
  expect(JSON.stringify(rows)).not.toContain(token);
});

test("a visitor is known for thirty days after their last visit, and not when revoked or deactivated", async () => {
  const { token, contactId } = await beginVisit(house.widgetKey, deps);
  clock.advance(29 * DAY_MS);
  expect(await visitorOf(token, house.widgetKey, deps)).not.toBeNull();
  clock.advance(29 * DAY_MS);
  expect(await visitorOf(token, house.widgetKey, deps)).not.toBeNull();
  await deps.db.updateTable("party").set({ deactivated_at: clock.now() }).where("id", "=", contactId).execute();
  expect(await visitorOf(token, house.widgetKey, deps)).toBeNull();
  await deps.db.updateTable("party").set({ deactivated_at: null }).where("id", "=", contactId).execute();
  clock.advance(31 * DAY_MS);
  expect(await visitorOf(token, house.widgetKey, deps)).toBeNull();
});
