import { afterAll, beforeAll, expect, test } from "vitest";
import { DomainError } from "@/domain/errors";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest } from "@/testing/scenes/aRequest";
import { respondersOf, storedRequest, usedBy, wordsOf } from "@/testing/scenes/storedRequest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { runDueJobs, storedJobs } from "@/testing/world/runDueJobs";
import { setAvailability } from "../../availability/setAvailability";
import { postMessage } from "../../conversation/commands/postMessage";
import { drainTeam } from "../../routing/commands/drainQueues";
import { sequenceView } from "../queries/sequenceView";
import { changeSequenceTags, renameSequence, setSequenceCategory } from "./changeSequence";
import { setSequenceState } from "./setSequenceState";
import { takeRequest } from "./takeRequest";

const world = await openTestWorld();
const { deps, clock } = world;

let house: Awaited<ReturnType<typeof aHouse>>;
let strangers: Awaited<ReturnType<typeof aHouse>>;

function aHouse(slug: string) {
  return anOrganization(
    {
      slug,
      teams: { cards: {}, loans: {} },
      categories: {
        card: { team: "cards", keywords: ["card"] },
        loan: { team: "loans", keywords: ["loan"] },
        former: { team: "cards", isRetired: true },
      },
      reps: {
        ana: { teams: ["cards"], capacity: 1 },
        lea: { teams: ["loans"], capacity: 90 },
        eve: { teams: [] },
        head: { role: "supervisor", teams: ["loans"], supervises: ["loans"], availability: "busy" },
      },
      budgetsMs: { first_reply: 3_600_000 },
    },
    deps,
  );
}

beforeAll(async () => {
  house = await aHouse("bank");
  strangers = await aHouse("shop");
});
afterAll(() => world.close());

const povOf = async (name: "ana" | "lea" | "eve" | "head") => (await house.viewer(name)).pov;
const about = (body: string) => aRequest(house, { body }, deps);

async function reply(name: "ana" | "lea", interactionId: string, thenState?: "closed") {
  const input = { interactionId, clientId: deps.newId(), body: "An answer", expectedAudience: "customer" as const };
  return postMessage(await povOf(name), { ...input, ...(thenState ? { thenState } : {}) }, deps);
}

async function setState(name: "ana" | "lea", sequenceId: string, state: "open" | "pending" | "need_info" | "closed") {
  const { sequence_state: seen } = await storedRequest(sequenceId, deps);
  return setSequenceState(await povOf(name), { sequenceId, state, seen }, deps);
}

test("closing gives back the capacity, asks the customer to rate, and lets the next request in (R15)", async () => {
  const first = await about("My card");
  const second = await about("My other card");
  expect(await storedRequest(second.sequenceId, deps)).toMatchObject({ state: "queued" });
  await reply("ana", first.interactionId);
  clock.advance(60_000);
  await setState("ana", first.sequenceId, "closed");

  expect(await storedRequest(first.sequenceId, deps)).toMatchObject({
    state: "retired",
    sequence_state: "closed",
    retired_at: clock.now(),
    retire_reason: "completed",
  });
  expect(await usedBy(house.reps.ana.id, deps)).toBe(0);
  expect(await wordsOf(first.interactionId, deps)).toEqual(["My card", "An answer", "*rating_request"]);
  const rating = await deps.db.selectFrom("rating").selectAll().where("sequence_id", "=", first.sequenceId).execute();
  expect(rating).toMatchObject([{ rep_id: house.reps.ana.id, score: null, asked_at: clock.now() }]);
  const pace = await deps.db.selectFrom("rep_pace").selectAll().where("rep_id", "=", house.reps.ana.id).execute();
  expect(pace).toMatchObject([{ category_id: house.categories.card, closed_count: 1, total_ms: 60_000 }]);

  await runDueJobs(deps);
  expect(await storedRequest(second.sequenceId, deps)).toMatchObject({ assigned_to_id: house.reps.ana.id });
  expect(await usedBy(house.reps.ana.id, deps)).toBe(1);
  await setState("ana", second.sequenceId, "closed");
});

test("the customer is not asked to rate a request that was never answered", async () => {
  const { sequenceId, interactionId } = await about("My loan");
  await setState("lea", sequenceId, "closed");
  expect(await wordsOf(interactionId, deps)).toEqual(["My loan"]);
});

test("a reply that closes is one commit: the message, the state and the question", async () => {
  const { sequenceId, interactionId } = await about("My loan");
  await reply("lea", interactionId, "closed");
  expect(await wordsOf(interactionId, deps)).toEqual(["My loan", "An answer", "*rating_request"]);
  expect(await storedRequest(sequenceId, deps)).toMatchObject({ state: "retired", sequence_state: "closed" });
});

test("opening a closed request routes it again, to the member who opened it if they have room", async () => {
  const { sequenceId, interactionId } = await about("My loan");
  await setState("lea", sequenceId, "closed");
  const used = await usedBy(house.reps.lea.id, deps);
  await setState("lea", sequenceId, "open");
  expect(await storedRequest(sequenceId, deps)).toMatchObject({
    state: "assigned",
    sequence_state: "open",
    assigned_to_id: house.reps.lea.id,
    retired_at: null,
  });
  expect(await usedBy(house.reps.lea.id, deps)).toBe(used + 1);
  expect(await respondersOf(interactionId, deps)).toEqual([house.reps.lea.id]);
});

test("setting the present state changes nothing", async () => {
  const { sequenceId } = await about("My loan");
  const before = await storedRequest(sequenceId, deps);
  const answer = await setState("lea", sequenceId, "open");
  expect(answer).toEqual({ version: before.sequence_version });
  expect(await storedRequest(sequenceId, deps)).toEqual(before);
});

test("closing twice at once gives back the capacity once", async () => {
  const { sequenceId } = await about("My loan");
  const used = await usedBy(house.reps.lea.id, deps);
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => setState("lea", sequenceId, "closed")));
  expect(outcomes.some(({ status }) => status === "fulfilled")).toBe(true);
  expect(await usedBy(house.reps.lea.id, deps)).toBe(used - 1);
});

test("the customer is told only what concerns them of a state: nothing of a pending one (P8)", async () => {
  const { sequenceId, contactId } = await about("My loan");
  const told = async () =>
    deps.db
      .selectFrom("pov_entry")
      .select(["kind", "facts"])
      .where("list_id", "=", contactId)
      .where("kind", "=", "sequence")
      .execute();
  await setState("lea", sequenceId, "pending");
  expect(await told()).toEqual([]);
  await setState("lea", sequenceId, "need_info");
  await setState("lea", sequenceId, "closed");
  expect(await told()).toEqual([
    { kind: "sequence", facts: { state: "needs_answer" } },
    { kind: "sequence", facts: { state: "ended" } },
  ]);
});

test("a change of a field that somebody else changed meanwhile is refused with its present value", async () => {
  const { sequenceId } = await about("My loan");
  const pov = await povOf("lea");
  const { card, loan } = house.categories;
  await renameSequence(pov, { sequenceId, seen: "My loan", subject: "A mortgage" }, deps);
  await setSequenceCategory(pov, { sequenceId, seen: loan, categoryId: card }, deps);
  await setSequenceState(pov, { sequenceId, seen: "open", state: "pending" }, deps);
  const before = await storedRequest(sequenceId, deps);
  const conflicts = [
    {
      field: "subject",
      present: "A mortgage",
      change: () => renameSequence(pov, { sequenceId, seen: "My loan", subject: "Other" }, deps),
    },
    {
      field: "categoryId",
      present: card,
      change: () => setSequenceCategory(pov, { sequenceId, seen: loan, categoryId: null }, deps),
    },
    {
      field: "state",
      present: "pending",
      change: () => setSequenceState(pov, { sequenceId, seen: "open", state: "closed" }, deps),
    },
  ];
  for (const { field, present, change } of conflicts)
    await expect(change()).rejects.toMatchObject({ code: "changed_meanwhile", facts: { field, present } });
  expect(await storedRequest(sequenceId, deps)).toEqual(before);
});

test("simultaneous changes of different fields are all made, and so are ten tags by ten people", async () => {
  const { sequenceId } = await about("My loan");
  const pov = await povOf("lea");
  const { card, loan } = house.categories;
  const tags = Array.from({ length: 10 }, (_, n) => `tag ${n}`);
  const changes = [
    () => renameSequence(pov, { sequenceId, seen: "My loan", subject: "A mortgage" }, deps),
    () => setSequenceCategory(pov, { sequenceId, seen: loan, categoryId: card }, deps),
    () => setSequenceState(pov, { sequenceId, seen: "open", state: "pending" }, deps),
    ...tags.map((tag) => () => changeSequenceTags(pov, { sequenceId, add: [tag], remove: [] }, deps)),
  ];
  await Promise.all(changes.map(untilThrough));
  const stored = await storedRequest(sequenceId, deps);
  expect(stored).toMatchObject({ subject: "A mortgage", category_id: card, sequence_state: "pending" });
  expect([...stored.tags].sort()).toEqual(tags);
});

/** With so many at once, some lose the race more often than a command retries. */
async function untilThrough(change: () => Promise<unknown>): Promise<void> {
  try {
    await change();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "stale_version") throw error;
    await untilThrough(change);
  }
}

test("of ten simultaneous renamings exactly one is kept; those who wanted the same name succeed", async () => {
  const { sequenceId } = await about("My loan");
  const pov = await povOf("lea");
  const version = (await storedRequest(sequenceId, deps)).sequence_version + 1;
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, (_, n) =>
      renameSequence(pov, { sequenceId, seen: "My loan", subject: `Name ${n}` }, deps),
    ),
  );
  const made = outcomes.findIndex(({ status }) => status === "fulfilled");
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await storedRequest(sequenceId, deps)).toMatchObject({ subject: `Name ${made}`, sequence_version: version });
  const same = await renameSequence(pov, { sequenceId, seen: "My loan", subject: `Name ${made}` }, deps);
  expect(same).toEqual({ version });
});

test("each tag is kept once, in order, and twenty at most", async () => {
  const { sequenceId } = await about("My loan");
  const lea = await povOf("lea");
  await changeSequenceTags(lea, { sequenceId, add: ["vip", "late", "vip"], remove: [] }, deps);
  await changeSequenceTags(lea, { sequenceId, add: ["gold"], remove: ["vip", "gone already"] }, deps);
  expect((await storedRequest(sequenceId, deps)).tags).toEqual(["late", "gold"]);
  const many = Array.from({ length: 19 }, (_, n) => `tag ${n}`);
  await expect(changeSequenceTags(lea, { sequenceId, add: many, remove: [] }, deps)).rejects.toMatchObject({
    code: "too_many_tags",
  });
  expect((await storedRequest(sequenceId, deps)).tags).toEqual(["late", "gold"]);
});

test("setting the category routes an unassigned request, and the answer has the version for the next change", async () => {
  const { sequenceId } = await about("Good morning");
  const eve = await povOf("eve");
  const answer = await setSequenceCategory(eve, { sequenceId, seen: null, categoryId: house.categories.loan }, deps);
  const stored = await storedRequest(sequenceId, deps);
  expect(stored).toMatchObject({
    state: "assigned",
    assigned_to_id: house.reps.lea.id,
    category_source: "rep",
    category_id: house.categories.loan,
  });
  expect(answer).toEqual({ version: stored.sequence_version });
});

test("a request that was taken before it had a category gets the category's team, and its supervisors see it (P5)", async () => {
  const { sequenceId } = await about("Something else entirely");
  const ana = await povOf("ana");
  await takeRequest(ana, sequenceId, deps);
  expect(await storedRequest(sequenceId, deps)).toMatchObject({ state: "assigned", team_id: null });
  const head = await povOf("head");
  await expect(sequenceView(head, sequenceId, deps)).rejects.toMatchObject({ code: "not_found" });
  await setSequenceCategory(ana, { sequenceId, seen: null, categoryId: house.categories.loan }, deps);

  expect(await storedRequest(sequenceId, deps)).toMatchObject({
    state: "assigned",
    assigned_to_id: house.reps.ana.id,
    team_id: house.teams.loans,
  });
  expect(await sequenceView(head, sequenceId, deps)).toMatchObject({ teamId: house.teams.loans });
  await setSequenceCategory(ana, { sequenceId, seen: house.categories.loan, categoryId: house.categories.card }, deps);
  expect(await storedRequest(sequenceId, deps)).toMatchObject({ team_id: house.teams.loans });
  await setState("ana", sequenceId, "closed");
});

test("a category that is retired, unknown or of another organization is refused", async () => {
  const { sequenceId } = await about("My loan");
  for (const categoryId of [house.categories.former, strangers.categories.card, deps.newId()]) {
    await expect(
      setSequenceCategory(await povOf("lea"), { sequenceId, seen: house.categories.loan, categoryId }, deps),
    ).rejects.toMatchObject({ code: "invalid_input", facts: { field: "categoryId" } });
  }
});

test("a member who takes no part finds nothing to change", async () => {
  const { sequenceId } = await about("My loan");
  const stranger = (await strangers.viewer("lea")).pov;
  for (const pov of [await povOf("ana"), await povOf("eve"), stranger]) {
    for (const id of [sequenceId, deps.newId()]) {
      const change = renameSequence(pov, { sequenceId: id, seen: "My loan", subject: "Mine" }, deps);
      await expect(change).rejects.toMatchObject({ code: "not_found" });
    }
  }
});

test("coming on duty lets waiting requests in, the first due first", async () => {
  const ana = await povOf("ana");
  await runDueJobs(deps);
  await setAvailability(ana, { availability: "away" }, deps);
  expect((await storedJobs(deps)).filter(({ task }) => task === "drainForRep")).toEqual([]);
  const waiting = [];
  for (let count = 0; count < 4; count += 1) {
    waiting.push(await about("My card"));
    clock.advance(60_000);
  }
  const [first, second, third, fourth] = waiting.map(({ sequenceId }) => sequenceId);
  await deps.db
    .updateTable("request")
    .set({ next_due_at: clock.now() })
    .where("sequence_id", "=", third ?? "")
    .execute();
  await deps.db
    .updateTable("request")
    .set({ next_due_at: null, priority: 9 })
    .where("sequence_id", "=", first ?? "")
    .execute();
  const order: string[] = [];
  for (let count = 0; count < 4; count += 1) {
    await setAvailability(ana, { availability: "available" }, deps);
    await runDueJobs(deps);
    const held = await deps.db
      .selectFrom("request")
      .select("sequence_id")
      .where("assigned_to_id", "=", ana.partyId)
      .where("state", "=", "assigned")
      .execute();
    expect(held).toHaveLength(1);
    order.push(held[0]?.sequence_id ?? "");
    await setAvailability(ana, { availability: "busy" }, deps);
    await setState("ana", order.at(-1) ?? "", "closed");
    await runDueJobs(deps);
  }
  expect(order).toEqual([third, second, fourth, first]);
});

test("a team without room leaves its queue as it is", async () => {
  const { sequenceId } = await about("My card");
  const before = await storedRequest(sequenceId, deps);
  expect(before.state).toBe("queued");
  expect(await drainTeam(house.teams.cards, deps)).toBe(0);
  expect(await storedRequest(sequenceId, deps)).toEqual(before);
});

test("going off duty looks for no work, and only a rep can be on duty", async () => {
  await setAvailability(await povOf("eve"), { availability: "offline" }, deps);
  expect((await storedJobs(deps)).filter(({ key }) => key === `drain:${house.reps.eve.id}`)).toEqual([]);
  const eve = await povOf("eve");
  await expect(
    setAvailability({ ...eve, partyId: deps.newId() }, { availability: "available" }, deps),
  ).rejects.toMatchObject({
    code: "not_found",
  });
});
