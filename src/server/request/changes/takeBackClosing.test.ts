import { afterAll, beforeAll, expect, test } from "vitest";
import { TAKE_BACK_WITHIN_MS } from "@/domain/request/beforeClosing";
import { visitorOf } from "@/server/auth/visitors";
import { customerConversation } from "@/server/customer/queries/customerConversation";
import { sequenceView } from "@/server/request/queries/sequenceView";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest, type TestRequest } from "@/testing/scenes/aRequest";
import { storedRequest, usedBy, wordsOf } from "@/testing/scenes/storedRequest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { runDueJobs } from "@/testing/world/runDueJobs";
import { postMessage } from "../../conversation/commands/postMessage";
import { postAsCustomer } from "../../customer/commands/postAsCustomer";
import { rateRequest } from "../../customer/commands/rateRequest";
import { setSequenceCategory } from "../commands/changeSequence";
import { setSequenceState } from "../commands/setSequenceState";

const world = await openTestWorld();
const { deps, clock } = world;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

let house: Awaited<ReturnType<typeof aHouse>>;

function aHouse() {
  return anOrganization(
    {
      slug: "bank",
      teams: { cards: { queueThresholdPerRep: 1 }, loans: {} },
      categories: {
        card: { team: "cards", keywords: ["card"] },
        loan: { team: "loans", keywords: ["loan"] },
        praise: { team: "loans", keywords: ["praise"], policy: "replies" },
      },
      policies: { replies: { next_reply: HOUR_MS } },
      reps: {
        ana: { teams: ["cards"], capacity: 1 },
        bea: { teams: ["cards"], capacity: 9, availability: "busy" },
        lea: { teams: ["loans"], capacity: 90 },
      },
      budgetsMs: { first_reply: HOUR_MS, next_reply: HOUR_MS, resolution: 8 * HOUR_MS },
    },
    deps,
  );
}

beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => world.close());

type Name = "ana" | "bea" | "lea";
type State = "open" | "pending" | "need_info" | "closed";
const povOf = async (name: Name) => (await house.viewer(name)).pov;

async function setState(name: Name, sequenceId: string, state: State) {
  const { sequence_state: seen } = await storedRequest(sequenceId, deps);
  return setSequenceState(await povOf(name), { sequenceId, state, seen }, deps);
}

async function reply(name: Name, interactionId: string, thenState?: State) {
  const input = { interactionId, clientId: deps.newId(), body: "An answer", expectedAudience: "customer" as const };
  return postMessage(await povOf(name), { ...input, ...(thenState ? { thenState } : {}) }, deps);
}

async function pageOf({ token }: TestRequest) {
  const visitor = await visitorOf(token, house.widgetKey, deps);
  if (visitor === null) throw new Error("the visitor is gone");
  return customerConversation(visitor, {}, deps);
}

const kindsOf = async (request: TestRequest) => (await pageOf(request)).messages.map(({ kind }) => kind);
const clocksOf = async (name: Name, sequenceId: string) =>
  [...(await sequenceView(await povOf(name), sequenceId, deps)).clocks].sort((a, b) => (a.metric < b.metric ? -1 : 1));

test("a rep who takes back a closing gets the request back, even if they were given another meanwhile", async () => {
  const first = await aRequest(house, { body: "My card" }, deps);
  const second = await aRequest(house, { body: "My other card" }, deps);
  await reply("ana", first.interactionId);
  await setState("ana", first.sequenceId, "closed");
  await runDueJobs(deps);
  expect(await storedRequest(second.sequenceId, deps)).toMatchObject({ assigned_to_id: house.reps.ana.id });
  await setState("ana", first.sequenceId, "open");
  expect(await storedRequest(first.sequenceId, deps)).toMatchObject({
    state: "assigned",
    assigned_to_id: house.reps.ana.id,
    sequence_state: "open",
    retired_at: null,
    retire_reason: null,
    before_closing: null,
  });
  expect(await usedBy(house.reps.ana.id, deps)).toBe(2);
  await setState("ana", first.sequenceId, "closed");
  await setState("ana", second.sequenceId, "closed");
});

test("the customer is no longer asked to rate, on their page and on the server", async () => {
  const request = await aRequest(house, { body: "A loan" }, deps);
  await reply("lea", request.interactionId, "closed");
  expect(await kindsOf(request)).toEqual(["text", "text", "rating_request"]);
  expect((await pageOf(request)).status.code).toBe("ended");
  await setState("lea", request.sequenceId, "open");
  expect(await kindsOf(request)).toEqual(["text", "text"]);
  expect((await pageOf(request)).status.code).toBe("answered");
  const rate = rateRequest(request.contactId, { sequenceId: request.sequenceId, score: 5, comment: null }, deps);
  await expect(rate).rejects.toMatchObject({ code: "nothing_to_rate" });
  await reply("lea", request.interactionId, "closed");
  expect(await wordsOf(request.interactionId, deps)).toEqual(["A loan", "An answer", "An answer", "*rating_request"]);
});

test("a rating that was given meanwhile stays, with its question", async () => {
  const request = await aRequest(house, { body: "A loan" }, deps);
  await reply("lea", request.interactionId, "closed");
  await rateRequest(request.contactId, { sequenceId: request.sequenceId, score: 4, comment: null }, deps);
  await setState("lea", request.sequenceId, "open");
  const question = (await pageOf(request)).messages.at(-1);
  expect(question).toMatchObject({ kind: "rating_request", rating: { score: 4 } });
  const { rating } = await sequenceView(await povOf("lea"), request.sequenceId, deps);
  expect(rating).toEqual({ score: 4, comment: null });
});

test("clocks go on as if the request had never been closed, also a paused one", async () => {
  for (const state of ["open", "pending"] as const) {
    const [closed, other] = [
      await aRequest(house, { body: "A loan" }, deps),
      await aRequest(house, { body: "A loan" }, deps),
    ];
    for (const { sequenceId } of [closed, other]) if (state !== "open") await setState("lea", sequenceId, state);
    clock.advance(20 * MINUTE_MS);
    await setState("lea", closed.sequenceId, "closed");
    clock.advance(5 * MINUTE_MS);
    await setState("lea", closed.sequenceId, state);
    expect(await clocksOf("lea", closed.sequenceId)).toEqual(await clocksOf("lea", other.sequenceId));
    const [back, never] = [await storedRequest(closed.sequenceId, deps), await storedRequest(other.sequenceId, deps)];
    expect([back.next_due_at, back.waiting_since, back.picked_up_at]).toEqual([
      never.next_due_at,
      never.waiting_since,
      never.picked_up_at,
    ]);
    for (const { sequenceId } of [closed, other]) if (state !== "open") await setState("lea", sequenceId, "open");
    clock.advance(50 * MINUTE_MS);
    expect(await clocksOf("lea", closed.sequenceId)).toEqual(await clocksOf("lea", other.sequenceId));
  }
});

test("a clock that its category has promised since is paused while the request is", async () => {
  const { sequenceId } = await aRequest(house, { body: "Only praise" }, deps);
  await setState("lea", sequenceId, "pending");
  await setState("lea", sequenceId, "closed");
  const { praise: seen, loan: categoryId } = house.categories;
  await setSequenceCategory(await povOf("lea"), { sequenceId, seen, categoryId }, deps);
  await setState("lea", sequenceId, "pending");
  const clocks = await clocksOf("lea", sequenceId);
  expect(clocks.map(({ metric, state }) => ({ metric, state }))).toEqual([
    { metric: "next_reply", state: "paused" },
    { metric: "resolution", state: "paused" },
  ]);
});

test("a request that is opened in another state than before is back, and in that state", async () => {
  const request = await aRequest(house, { body: "A loan" }, deps);
  await reply("lea", request.interactionId, "closed");
  const { version } = await setState("lea", request.sequenceId, "pending");
  const stored = await storedRequest(request.sequenceId, deps);
  expect(stored).toMatchObject({ state: "assigned", sequence_state: "pending", assigned_to_id: house.reps.lea.id });
  expect(stored.sequence_version).toBe(version);
});

test("the pace and the confirmed category of the closing no longer count", async () => {
  const paceOf = () =>
    deps.db
      .selectFrom("rep_pace")
      .select(["closed_count", "total_ms"])
      .where("rep_id", "=", house.reps.lea.id)
      .execute();
  const earlier = await aRequest(house, { body: "A loan" }, deps);
  await reply("lea", earlier.interactionId);
  await setState("lea", earlier.sequenceId, "closed");
  const before = await paceOf();
  const request = await aRequest(house, { body: "A loan" }, deps);
  await reply("lea", request.interactionId);
  clock.advance(MINUTE_MS);
  await setState("lea", request.sequenceId, "closed");
  expect((await sequenceView(await povOf("lea"), request.sequenceId, deps)).isCategoryConfirmed).toBe(true);
  await setState("lea", request.sequenceId, "open");
  expect(await paceOf()).toEqual(before);
  expect((await sequenceView(await povOf("lea"), request.sequenceId, deps)).isCategoryConfirmed).toBe(false);
});

test("opening by somebody else, or later, takes nothing back: the request is routed, and the question stays", async () => {
  const request = await aRequest(house, { body: "A loan" }, deps);
  await reply("lea", request.interactionId, "closed");
  clock.advance(TAKE_BACK_WITHIN_MS + 1);
  await setState("lea", request.sequenceId, "open");
  expect(await kindsOf(request)).toEqual(["text", "text", "rating_request"]);
  expect(await storedRequest(request.sequenceId, deps)).toMatchObject({ picked_up_at: null });
});

test("the clocks of a reopened request leave out the time that it was closed, by every way of reading and reopening", async () => {
  for (const opens of ["the customer", "who closed it, too late"]) {
    const request = await aRequest(house, { body: "A loan" }, deps);
    clock.advance(HOUR_MS);
    await setState("lea", request.sequenceId, "closed");
    clock.advance(3 * HOUR_MS);
    if (opens === "the customer")
      await postAsCustomer(request.contactId, { clientId: deps.newId(), body: "Wait", categoryId: null }, deps);
    else await setState("lea", request.sequenceId, "open");
    clock.advance(HOUR_MS);
    const resolution = (await clocksOf("lea", request.sequenceId)).find(({ metric }) => metric === "resolution");
    expect(resolution?.dueAt, opens).toEqual(new Date(clock.now().getTime() + 6 * HOUR_MS));
  }
});

test("there is nothing to take back once the customer has brought the request back", async () => {
  const request = await aRequest(house, { body: "A loan" }, deps);
  await setState("lea", request.sequenceId, "closed");
  await postAsCustomer(request.contactId, { clientId: deps.newId(), body: "Wait", categoryId: null }, deps);
  const before = await storedRequest(request.sequenceId, deps);
  await setState("lea", request.sequenceId, "open");
  expect(await storedRequest(request.sequenceId, deps)).toEqual(before);
});

test("a rep whose customer was quicker gets the request back from the queue, beyond their threshold, without the question", async () => {
  const request = await aRequest(house, { body: "My card" }, deps);
  const other = await aRequest(house, { body: "My other card" }, deps);
  await reply("ana", request.interactionId, "closed");
  await runDueJobs(deps);
  const wrote = { clientId: deps.newId(), body: "Wait", categoryId: null };
  await postAsCustomer(request.contactId, wrote, deps);
  const { state, waiting_since } = await storedRequest(request.sequenceId, deps);
  expect(state).toBe("queued");
  const undo = { sequenceId: request.sequenceId, state: "open" as const, seen: "closed" as const };
  await setSequenceState(await povOf("bea"), undo, deps);
  expect(await storedRequest(request.sequenceId, deps)).toMatchObject({ state: "queued" });

  await setSequenceState(await povOf("ana"), undo, deps);
  const mine = { state: "assigned", assigned_to_id: house.reps.ana.id, sequence_state: "open", waiting_since };
  expect(await storedRequest(request.sequenceId, deps)).toMatchObject({ ...mine, before_closing: null });
  expect(await kindsOf(request)).toEqual(["text", "text", "text"]);
  expect(await usedBy(house.reps.ana.id, deps)).toBe(2);
  for (const { sequenceId } of [request, other]) await setState("ana", sequenceId, "closed");
});

test("the question disappears even if the clock ticks while the request is being closed", async () => {
  const ticking = {
    ...deps,
    clock: {
      ...deps.clock,
      now: () => {
        clock.advance(1);
        return clock.now();
      },
    },
  };
  const request = await aRequest(house, { body: "A loan" }, deps);
  await reply("lea", request.interactionId);
  const lea = await povOf("lea");
  await setSequenceState(lea, { sequenceId: request.sequenceId, state: "closed", seen: "open" }, ticking);
  await setSequenceState(lea, { sequenceId: request.sequenceId, state: "open", seen: "closed" }, ticking);
  expect(await kindsOf(request)).toEqual(["text", "text"]);
});
