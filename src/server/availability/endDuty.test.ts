import pg from "pg";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import type { Availability } from "@/domain/routing/availability";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest } from "@/testing/scenes/aRequest";
import { storedRequest } from "@/testing/scenes/storedRequest";
import { openTestDeps, openTestWorld } from "@/testing/world/openTestWorld";
import { runDueJobs } from "@/testing/world/runDueJobs";
import { revokeAllSessions, revokeSession } from "../auth/signIn";
import { boardView } from "../board/boardView";
import { postMessage } from "../conversation/commands/postMessage";
import { meView } from "../organization/queries/meView";
import { endDuty } from "./endDuty";
import { endUnseenDuties } from "./endUnseenDuties";
import { setAvailability } from "./setAvailability";

const world = await openTestWorld();
const { deps, clock } = world;
const other = openTestDeps(world.databaseUrl, clock);
const BEAT_MS = 10_000;
const AWAY_AFTER_MS = 120_000;
const HOUR_MS = 3_600_000;

let house: Awaited<ReturnType<typeof aHouse>>;
let houses = 0;
let closings: (() => void)[] = [];

function aHouse() {
  houses += 1;
  return anOrganization(
    {
      slug: `house${houses}`,
      teams: { cards: {} },
      categories: { card: { team: "cards", keywords: ["card"] } },
      reps: {
        ana: { teams: ["cards"] },
        ben: { teams: ["cards"], availability: "offline" },
        head: { role: "supervisor", teams: ["cards"], supervises: ["cards"], availability: "away" },
      },
    },
    deps,
  );
}

beforeEach(async () => {
  for (const close of closings.splice(0)) close();
  await runDueJobs(deps);
  await deps.db.updateTable("rep_load").set({ availability: "offline" }).execute();
  await deps.db.deleteFrom("presence_watch").execute();
  house = await aHouse();
  closings = [];
});
afterAll(async () => {
  await other.close();
  await world.close();
});

type Name = "ana" | "ben";

/** Lets time pass, with the beats of processes and the sweeps of jobs. `seen` are those who act meanwhile. */
async function pass(ms: number, { beats = true, seen = () => {} }: { beats?: boolean; seen?: () => void } = {}) {
  for (let passed = 0; passed < ms; passed += BEAT_MS) {
    clock.advance(BEAT_MS);
    seen();
    if (beats) await deps.presence.beat();
    await endUnseenDuties(deps);
  }
}
function streamOf(name: Name, { presence } = deps): () => void {
  const close = presence.open(house.reps[name].sessionId);
  closings.push(close);
  return close;
}
const povOf = async (name: Name) => (await house.viewer(name)).pov;
const be = async (name: Name, availability: Availability) => setAvailability(await povOf(name), { availability }, deps);
const availabilityOf = async (name: Name) => (await deps.repLoads(house.reps[name].id))?.availability;
const absenceOf = async (name: Name) => (await meView(await house.viewer(name), deps)).absence;
const duties = () =>
  deps.db
    .selectFrom("audit_entry")
    .select(["actor_id", "object_id", "facts"])
    .where("organization_id", "=", house.id)
    .where("verb", "=", "duty_ended")
    .execute();
const aCardRequest = () => aRequest(house, { body: "My card" }, deps);
const holderOf = async (sequenceId: string) => (await storedRequest(sequenceId, deps)).assigned_to_id;

test("a rep whose last stream closed becomes away after two minutes, is told so, and can come back", async () => {
  const close = streamOf("ana");
  await pass(10 * AWAY_AFTER_MS);
  expect(await availabilityOf("ana")).toBe("available");
  close();
  await deps.presence.beat();
  const lastSeenAt = clock.now();
  await pass(AWAY_AFTER_MS - BEAT_MS);
  expect([await availabilityOf("ana"), await absenceOf("ana")]).toEqual(["available", null]);

  await pass(BEAT_MS);
  expect(await availabilityOf("ana")).toBe("away");
  expect(await absenceOf("ana")).toEqual({ cause: "unseen", at: clock.now(), before: "available" });
  expect(await duties()).toEqual([
    { actor_id: house.id, object_id: house.reps.ana.id, facts: { cause: "unseen", before: "available" } },
  ]);
  const [row] = await deps.db
    .selectFrom("automatic_absence")
    .selectAll()
    .where("rep_id", "=", house.reps.ana.id)
    .execute();
  expect(row).toMatchObject({ last_seen_at: lastSeenAt, ended_at: null });

  await be("ana", "available");
  expect(await absenceOf("ana")).toBeNull();
  await pass(BEAT_MS);
  expect(await availabilityOf("ana")).toBe("available");
});

test("an unseen rep is given no request, and their return drains the queue", async () => {
  streamOf("ana")();
  await pass(AWAY_AFTER_MS + BEAT_MS);
  const { sequenceId } = await aCardRequest();
  expect(await holderOf(sequenceId)).toBeNull();
  await be("ana", "available");
  await runDueJobs(deps);
  expect(await holderOf(sequenceId)).toBe(house.reps.ana.id);
});

test("an unseen busy rep becomes away; one who is on call, away or offline stays so", async () => {
  for (const availability of ["on_call", "away", "offline"] as const) {
    await be("ana", availability);
    await pass(2 * AWAY_AFTER_MS);
    expect(await availabilityOf("ana")).toBe(availability);
  }
  await be("ana", "busy");
  await pass(AWAY_AFTER_MS + BEAT_MS);
  expect([await availabilityOf("ana"), (await absenceOf("ana"))?.before]).toEqual(["away", "busy"]);
});

test("a program that acts is seen without a stream", async () => {
  await pass(2 * AWAY_AFTER_MS, { seen: () => deps.presence.acted(house.reps.ana.sessionId) });
  expect(await availabilityOf("ana")).toBe("available");
});

test("a page that stops pulsing is unseen even if its stream looks open; one that pulses at any process is seen", async () => {
  const { sessionId } = house.reps.ana;
  closings.push(deps.presence.openPulsed(sessionId));
  await pass(2 * AWAY_AFTER_MS, { seen: () => other.deps.presence.pulse(sessionId) });
  expect(await availabilityOf("ana")).toBe("away");

  await be("ana", "available");
  await pass(2 * AWAY_AFTER_MS, { seen: () => deps.presence.pulse(sessionId) });
  expect(await availabilityOf("ana")).toBe("available");
  await pass(AWAY_AFTER_MS + BEAT_MS);
  expect(await availabilityOf("ana")).toBe("away");
});

test("a stream at any process counts, but not one of a dead process", async () => {
  streamOf("ana", other.deps);
  for (let passed = 0; passed < 2 * AWAY_AFTER_MS; passed += BEAT_MS) {
    await pass(BEAT_MS);
    await other.deps.presence.beat();
  }
  expect(await availabilityOf("ana")).toBe("available");
  await pass(AWAY_AFTER_MS + BEAT_MS);
  expect(await availabilityOf("ana")).toBe("away");
});

test("an outage takes nobody off duty: afterwards everybody has the full time to come back", async () => {
  const { ana, ben } = house.reps;
  await be("ben", "available");
  await pass(AWAY_AFTER_MS, {
    seen() {
      deps.presence.acted(ana.sessionId);
      deps.presence.acted(ben.sessionId);
    },
  });
  await pass(60 * AWAY_AFTER_MS, { beats: false });
  await pass(AWAY_AFTER_MS - BEAT_MS);
  expect([await availabilityOf("ana"), await availabilityOf("ben")]).toEqual(["available", "available"]);
  streamOf("ben");
  await pass(2 * BEAT_MS);
  expect([await availabilityOf("ana"), await availabilityOf("ben")]).toEqual(["away", "available"]);
});

test("what was noted while the database was away is stored once it is back", async () => {
  const { sessionId } = house.reps.ana;
  await deps.presence.beat();
  clock.advance(AWAY_AFTER_MS);
  other.deps.presence.acted(sessionId);
  await deps.db.schema.alterTable("presence_watch").renameTo("gone").execute();
  await expect(other.deps.presence.beat()).rejects.toThrow("presence_watch");
  await deps.db.schema.alterTable("gone").renameTo("presence_watch").execute();
  await other.deps.presence.beat();
  const seen = await deps.db.selectFrom("user_session").select("seen_at").where("id", "=", sessionId).execute();
  expect(seen).toEqual([{ seen_at: clock.now() }]);
});

test("an organization sets how long, and a rep without a session is left alone", async () => {
  await deps.db
    .updateTable("organization")
    .set({ unseen_away_after_ms: 10 * AWAY_AFTER_MS })
    .where("id", "=", house.id)
    .execute();
  await be("ben", "available");
  await deps.db.deleteFrom("user_session").where("id", "=", house.reps.ben.sessionId).execute();
  await pass(10 * AWAY_AFTER_MS - BEAT_MS);
  expect(await availabilityOf("ana")).toBe("available");
  await pass(2 * BEAT_MS);
  expect([await availabilityOf("ana"), await deps.repLoads(house.reps.ben.id)]).toEqual([
    "away",
    expect.objectContaining({ availability: "available" }),
  ]);
});

test("a rep who is seen after the sweep found them unseen stays on duty", async () => {
  const decidedAt = clock.now();
  clock.advance(BEAT_MS);
  deps.presence.acted(house.reps.ana.sessionId);
  await deps.presence.beat();
  expect(await endDuty(house.reps.ana.id, { cause: "unseen", unseenSince: decidedAt }, deps)).toBe(false);
  expect(await availabilityOf("ana")).toBe("available");
});

test("a rep who came back since the last beat is not taken off duty by a sweep before the next beat", async () => {
  streamOf("ana")();
  await deps.presence.beat();
  await pass(AWAY_AFTER_MS - BEAT_MS);
  clock.advance(BEAT_MS / 2);
  streamOf("ana");
  clock.advance(BEAT_MS / 2);
  await endUnseenDuties(deps);
  expect(await availabilityOf("ana")).toBe("available");
});

test.each([
  ["back", -HOUR_MS],
  ["ahead", HOUR_MS],
])("a clock that is set %s by an hour neither loses who is there nor keeps who is gone", async (_, ms) => {
  const close = streamOf("ana");
  await pass(AWAY_AFTER_MS);
  clock.advance(ms);
  await endUnseenDuties(deps);
  await pass(2 * AWAY_AFTER_MS);
  expect(await availabilityOf("ana")).toBe("available");
  close();
  await pass(AWAY_AFTER_MS + BEAT_MS);
  expect(await availabilityOf("ana")).toBe("away");
});

test("simultaneous sweeps of several processes end a duty once", async () => {
  await pass(AWAY_AFTER_MS - BEAT_MS, { seen: () => undefined });
  clock.advance(3 * BEAT_MS - 1);
  expect((await Promise.all([deps, other.deps, deps].map((each) => endUnseenDuties(each)))).toSorted()).toEqual([
    0, 0, 1,
  ]);
  expect(await duties()).toHaveLength(1);
});

test("a beat is one statement, however many streams there are", async () => {
  const { userId, id } = house.reps.ana;
  const now = clock.now();
  const sessions = Array.from({ length: 500 }, () => ({
    id: deps.newId(),
    user_id: userId,
    rep_id: id,
    created_at: now,
    expires_at: new Date(now.getTime() + 86_400_000),
  }));
  await deps.db.insertInto("user_session").values(sessions).execute();
  for (const session of sessions) closings.push(deps.presence.open(session.id));
  const asked = vi.spyOn(pg.Client.prototype, "query");
  await deps.presence.beat();
  expect(asked).toHaveBeenCalledTimes(1);
  asked.mockRestore();
});

test("signing out of the last session with a stream ends duty at once; a stream of another session keeps it", async () => {
  const second = { ...house.reps.ana, sessionId: deps.newId() };
  const now = clock.now();
  await deps.db
    .insertInto("user_session")
    .values({
      id: second.sessionId,
      user_id: second.userId,
      rep_id: second.id,
      created_at: now,
      expires_at: new Date(now.getTime() + 86_400_000),
    })
    .execute();
  const close = streamOf("ana");
  closings.push(deps.presence.open(second.sessionId));
  deps.presence.acted(house.reps.ana.sessionId);
  await revokeSession(second.sessionId, deps);
  expect(await availabilityOf("ana")).toBe("available");
  close();
  await revokeSession(house.reps.ana.sessionId, deps);
  expect(await deps.repLoads(house.reps.ana.id)).toMatchObject({
    availability: "offline",
    absence: { cause: "signed_out", at: now, before: "available" },
  });
  expect(await duties()).toEqual([
    { actor_id: house.reps.ana.id, object_id: house.reps.ana.id, facts: { cause: "signed_out", before: "available" } },
  ]);
});

test("the board shows whom Parley took off duty, and why", async () => {
  await be("ben", "busy");
  await revokeAllSessions(house.reps.ana.userId, deps);
  const { reps } = await boardView((await house.viewer("head")).pov, deps);
  const shown = reps.map(({ repId, availability, absence }) => ({ repId, availability, absence }));
  expect(shown).toContainEqual({ repId: house.reps.ana.id, availability: "offline", absence: "signed_out" });
  expect(shown).toContainEqual({ repId: house.reps.ben.id, availability: "busy", absence: null });
});

test("signing out on all devices ends duty even with open streams, but not being on call", async () => {
  streamOf("ana");
  await deps.presence.beat();
  await revokeAllSessions(house.reps.ana.userId, deps);
  expect(await availabilityOf("ana")).toBe("offline");
  await be("ben", "on_call");
  await revokeAllSessions(house.reps.ben.userId, deps);
  expect(await availabilityOf("ben")).toBe("on_call");
});

test("signing in again in the same browser keeps duty; somebody else's signing in there ends it", async () => {
  await revokeSession(house.reps.ana.sessionId, deps, house.reps.ana.userId);
  expect(await availabilityOf("ana")).toBe("available");
  await be("ben", "busy");
  await revokeSession(house.reps.ben.sessionId, deps, house.reps.ana.userId);
  expect(await availabilityOf("ben")).toBe("offline");
});

test("an absent rep keeps their requests if the rule of the team is to keep them", async () => {
  const { sequenceId } = await aCardRequest();
  await pass(AWAY_AFTER_MS + BEAT_MS);
  await runDueJobs(deps);
  expect([await availabilityOf("ana"), await holderOf(sequenceId)]).toEqual(["away", house.reps.ana.id]);
});

test("if the team's rule is to hand back, unanswered requests are routed again and answered ones stay", async () => {
  await handsBack();
  const [answered, unanswered] = [await aCardRequest(), await aCardRequest()];
  await answer(answered.interactionId);
  await be("ben", "available");
  await revokeSession(house.reps.ana.sessionId, deps);
  await runDueJobs(deps);
  expect([await holderOf(answered.sequenceId), await holderOf(unanswered.sequenceId)]).toEqual([
    house.reps.ana.id,
    house.reps.ben.id,
  ]);
  const { used } = (await deps.repLoads(house.reps.ana.id)) ?? { used: null };
  expect(used).toBe(1);
});

test("requests handed back while nobody is there wait in the team's queue; none are handed back once the rep is back", async () => {
  await handsBack();
  const first = await aCardRequest();
  await pass(AWAY_AFTER_MS + BEAT_MS);
  await be("ana", "busy");
  await runDueJobs(deps);
  expect(await holderOf(first.sequenceId)).toBe(house.reps.ana.id);
  await pass(AWAY_AFTER_MS + BEAT_MS);
  await runDueJobs(deps);
  expect(await storedRequest(first.sequenceId, deps)).toMatchObject({ state: "queued", assigned_to_id: null });
});

async function handsBack(): Promise<void> {
  await deps.db
    .updateTable("team")
    .set({ on_absence: "hand_back" })
    .where("party_id", "=", house.teams.cards)
    .execute();
}
async function answer(interactionId: string): Promise<void> {
  clock.advance(1_000);
  const message = { interactionId, clientId: deps.newId(), body: "On its way", expectedAudience: "customer" as const };
  await postMessage(await povOf("ana"), message, deps);
}
