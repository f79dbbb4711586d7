import { afterAll, beforeEach, expect, test } from "vitest";
import { commitChanges } from "@/server/writer/commitChanges";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest } from "@/testing/scenes/aRequest";
import { storedRequest, usedBy, wordsOf } from "@/testing/scenes/storedRequest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { racing } from "@/testing/world/racing";
import { runDueJobs, storedJobs } from "@/testing/world/runDueJobs";
import { removeMessage } from "../../conversation/commands/editMessage";
import { postMessage } from "../../conversation/commands/postMessage";
import { postAsCustomer } from "../../customer/commands/postAsCustomer";
import { composeChanges } from "../../writer/composeChanges";
import { lookAtRequest } from "./lookAtRequest";

const world = await openTestWorld();
const { deps, clock } = world;
const MINUTE_MS = 60_000;
const AWAY_AFTER_MS = 10 * MINUTE_MS;
const RETIRED_AFTER_MS = 4 * AWAY_AFTER_MS;

let made = 0;
let house: Awaited<ReturnType<typeof aHouse>>;

function aHouse() {
  made += 1;
  return anOrganization(
    {
      slug: `desk${made}`,
      teams: { cards: {} },
      categories: { card: { team: "cards", keywords: ["card"] } },
      reps: { ana: { teams: ["cards"], capacity: 1 } },
      budgetsMs: { first_reply: 30 * MINUTE_MS, status_update: 60 * MINUTE_MS },
    },
    deps,
  );
}

beforeEach(async () => {
  await deps.pool.query("delete from graphile_worker._private_jobs");
  house = await aHouse();
});
afterAll(() => world.close());

const cardRequest = () => aRequest(house, { body: "My card" }, deps);

async function reply(interactionId: string) {
  const { pov } = await house.viewer("ana");
  return postMessage(
    pov,
    { interactionId, clientId: deps.newId(), body: "An answer", expectedAudience: "customer" },
    deps,
  );
}

async function moveOn(byMs: number) {
  clock.advance(byMs);
  await runDueJobs(deps);
}

/** Everything that a look could change. */
async function standing({
  sequenceId,
  interactionId,
  contactId,
}: {
  sequenceId: string;
  interactionId: string;
  contactId: string;
}) {
  const { look_at: _, ...request } = await storedRequest(sequenceId, deps);
  const { rows } = await deps.pool.query("select party_id, head from pov_list where party_id = any($1) order by 1", [
    [contactId, house.reps.ana.id, house.teams.cards],
  ]);
  return {
    request,
    words: await wordsOf(interactionId, deps),
    heads: rows,
    used: await usedBy(house.reps.ana.id, deps),
  };
}

test("a customer who waits longer than promised is told once that a response follows shortly (R3)", async () => {
  const request = await cardRequest();
  await moveOn(30 * MINUTE_MS - 1);
  expect(await wordsOf(request.interactionId, deps)).toEqual(["My card"]);
  await moveOn(1);
  expect(await wordsOf(request.interactionId, deps)).toEqual(["My card", "*shortly"]);
  const kept = await deps.db
    .selectFrom("sla_clock")
    .select("breached_at")
    .where("sequence_id", "=", request.sequenceId)
    .where("metric", "=", "first_reply")
    .executeTakeFirstOrThrow();
  expect(kept).toEqual({ breached_at: clock.now() });
  await moveOn(MINUTE_MS);
  expect(await wordsOf(request.interactionId, deps)).toEqual(["My card", "*shortly"]);
});

test("a customer who keeps waiting is told at each status-update time that the request is pending (R4)", async () => {
  const request = await cardRequest();
  await moveOn(30 * MINUTE_MS);
  await moveOn(60 * MINUTE_MS);
  await moveOn(60 * MINUTE_MS);
  expect(await wordsOf(request.interactionId, deps)).toEqual(["My card", "*shortly", "*pending", "*pending"]);
  await reply(request.interactionId);
  await moveOn(9 * MINUTE_MS);
  expect((await wordsOf(request.interactionId, deps)).filter((word) => word === "*pending")).toHaveLength(2);
});

test("a customer who gets a reply in time is told nothing", async () => {
  const request = await cardRequest();
  clock.advance(29 * MINUTE_MS);
  await reply(request.interactionId);
  await moveOn(5 * MINUTE_MS);
  expect(await wordsOf(request.interactionId, deps)).toEqual(["My card", "An answer"]);
});

test("a customer's silence is noticed, makes the request pending, and after longer retires it (R17)", async () => {
  const request = await cardRequest();
  const next = await cardRequest();
  await reply(request.interactionId);
  await moveOn(AWAY_AFTER_MS - 1);
  expect(await storedRequest(request.sequenceId, deps)).toMatchObject({ sequence_state: "open" });
  await moveOn(1);
  expect(await storedRequest(request.sequenceId, deps)).toMatchObject({ sequence_state: "pending", state: "assigned" });
  expect(await wordsOf(request.interactionId, deps)).toEqual(["My card", "An answer", "*went_away"]);
  await moveOn(RETIRED_AFTER_MS - AWAY_AFTER_MS - 1);
  expect(await storedRequest(request.sequenceId, deps)).toMatchObject({ state: "assigned" });
  await moveOn(1);
  expect(await storedRequest(request.sequenceId, deps)).toMatchObject({
    state: "retired",
    sequence_state: "closed",
    retire_reason: "no_answer",
    retired_at: clock.now(),
  });
  expect((await wordsOf(request.interactionId, deps)).at(-1)).toBe("*retired_no_answer");
  // The free capacity went to the waiting request.
  expect(await storedRequest(next.sequenceId, deps)).toMatchObject({ assigned_to_id: house.reps.ana.id });
  expect(await usedBy(house.reps.ana.id, deps)).toBe(1);
});

test("a customer's reply in time brings the request back, and the silence starts over (R17)", async () => {
  const request = await cardRequest();
  await reply(request.interactionId);
  await moveOn(AWAY_AFTER_MS);
  await postAsCustomer(request.contactId, { clientId: deps.newId(), body: "Here I am", categoryId: null }, deps);
  expect(await storedRequest(request.sequenceId, deps)).toMatchObject({ sequence_state: "open", away_step: "none" });
  await moveOn(20 * MINUTE_MS);
  await reply(request.interactionId);
  await moveOn(AWAY_AFTER_MS - 1);
  expect(await storedRequest(request.sequenceId, deps)).toMatchObject({ sequence_state: "open", away_step: "none" });
});

test("a customer whose answer was removed waits for one, and has not gone away (R17)", async () => {
  const request = await cardRequest();
  const askedAt = clock.now();
  clock.advance(MINUTE_MS);
  const ana = (await house.viewer("ana")).pov;
  const taken = await reply(request.interactionId);
  const kept = await reply(request.interactionId);
  await removeMessage(ana, taken, deps);
  const { owed_since } = await storedRequest(request.sequenceId, deps);
  expect(owed_since).toEqual(clock.now());
  await moveOn(AWAY_AFTER_MS);
  expect(await wordsOf(request.interactionId, deps)).toEqual(["My card", "An answer", "*went_away"]);

  await removeMessage(ana, kept, deps);
  const waits = { sequence_state: "open", away_step: "none", owed_since: null, waiting_since: askedAt };
  expect(await storedRequest(request.sequenceId, deps)).toMatchObject(waits);
  await moveOn(2 * RETIRED_AFTER_MS);
  expect(await wordsOf(request.interactionId, deps)).toEqual(["My card", "*went_away", "*pending"]);
  expect(await storedRequest(request.sequenceId, deps)).toMatchObject({ state: "assigned" });

  await reply(request.interactionId);
  await moveOn(AWAY_AFTER_MS);
  expect((await wordsOf(request.interactionId, deps)).at(-1)).toBe("*went_away");
});

test("a reply that is posted while another is removed ends the wait, and the customer owes an answer", async () => {
  const request = await cardRequest();
  const ana = (await house.viewer("ana")).pov;
  const taken = await reply(request.interactionId);
  clock.advance(MINUTE_MS);
  await removeMessage(
    ana,
    taken,
    racing(deps, () => reply(request.interactionId)),
  );
  const owes = { waiting_since: null, owed_since: clock.now(), last_reply_at: clock.now() };
  expect(await storedRequest(request.sequenceId, deps)).toMatchObject(owes);
});

test("a reply after the retirement brings the request back to its team (R17)", async () => {
  const request = await cardRequest();
  await reply(request.interactionId);
  await moveOn(AWAY_AFTER_MS);
  await moveOn(RETIRED_AFTER_MS);
  await postAsCustomer(request.contactId, { clientId: deps.newId(), body: "Back again", categoryId: null }, deps);
  expect(await storedRequest(request.sequenceId, deps)).toMatchObject({
    state: "assigned",
    assigned_to_id: house.reps.ana.id,
    retire_reason: null,
  });
});

test("an early, double or stale look does nothing, and neither do ten at once", async () => {
  const request = await cardRequest();
  const early = await standing(request);
  await lookAtRequest(request.sequenceId, deps);
  expect(await standing(request)).toEqual(early);

  clock.advance(30 * MINUTE_MS);
  await Promise.all(Array.from({ length: 10 }, () => lookAtRequest(request.sequenceId, deps)));
  const told = await standing(request);
  expect(told.words).toEqual(["My card", "*shortly"]);
  await lookAtRequest(request.sequenceId, deps);
  expect(await standing(request)).toEqual(told);

  await reply(request.interactionId);
  clock.advance(AWAY_AFTER_MS + RETIRED_AFTER_MS);
  await lookAtRequest(request.sequenceId, deps);
  await lookAtRequest(request.sequenceId, deps);
  expect((await standing(request)).request.state).toBe("assigned");
  clock.advance(RETIRED_AFTER_MS);
  await lookAtRequest(request.sequenceId, deps);
  const retired = await standing(request);
  expect(retired.request.state).toBe("retired");
  clock.advance(1_000 * MINUTE_MS);
  await lookAtRequest(request.sequenceId, deps);
  expect(await standing(request)).toEqual(retired);
  expect(await usedBy(house.reps.ana.id, deps)).toBe(0);
});

test("a look at an unknown request does nothing", async () => {
  await expect(lookAtRequest(deps.newId(), deps)).resolves.toBeUndefined();
});

test("each request has one timer, set to the next moment when something can fall due", async () => {
  const request = await cardRequest();
  const key = `look:${request.sequenceId}`;
  const timers = async () => (await storedJobs(deps)).filter((job) => job.key === key);
  expect(await timers()).toMatchObject([{ runAt: new Date(clock.now().getTime() + 30 * MINUTE_MS) }]);
  await reply(request.interactionId);
  expect(await timers()).toMatchObject([{ runAt: new Date(clock.now().getTime() + AWAY_AFTER_MS) }]);
});

test("a refused change leaves no timer, since timers are set in its transaction", async () => {
  const { pov } = await house.viewer("ana");
  const before = await storedJobs(deps);
  const timer = { task: "drainForRep", key: "none", payload: { repId: pov.partyId }, runAt: clock.now() };
  const refused = commitChanges(
    deps.pool,
    composeChanges(
      { at: clock.now(), organizationId: house.id },
      {
        timers: [timer],
        leave: [{ interaction_id: deps.newId(), party_id: pov.partyId, removed_by_id: null }],
      },
    ),
  );
  await expect(refused).rejects.toMatchObject({ code: "not_participating" });
  expect(await storedJobs(deps)).toEqual(before);
});
