import fc from "fast-check";
import { afterAll, beforeEach, expect, test } from "vitest";
import { DomainError } from "@/domain/errors";
import { visitorOf } from "@/server/auth/visitors";
import { postMessage } from "@/server/conversation/commands/postMessage";
import { pickCategory } from "@/server/customer/commands/pickCategory";
import { postAsCustomer } from "@/server/customer/commands/postAsCustomer";
import { customerConversation } from "@/server/customer/queries/customerConversation";
import { setSequenceCategory } from "@/server/request/commands/changeSequence";
import { handOverRequest } from "@/server/request/commands/handOverRequest";
import { setSequenceState } from "@/server/request/commands/setSequenceState";
import { takeRequest } from "@/server/request/commands/takeRequest";
import { drainEverything } from "@/server/routing/commands/drainQueues";
import { customerListening } from "@/testing/laws/listening";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest, type TestRequest } from "@/testing/scenes/aRequest";
import { calendarOf, HOUR_MS, instant, MINUTE_MS, NINE_TO_FIVE } from "@/testing/scenes/slaTestCalendars";
import { storedRequest, wordsOf } from "@/testing/scenes/storedRequest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { runDueJobs } from "@/testing/world/runDueJobs";

const world = await openTestWorld();
const { deps, clock } = world;
const NIGHTS = calendarOf({ weekdays: [["20:00", "23:00"]], weekend: [["20:00", "23:00"]] });
const MONDAY = "2026-11-23";
const TUESDAY = "2026-11-24";
const at = (day: string, time: string) => new Date(instant(`${day}T${time}`, "Europe/Madrid"));

let made = 0;
let house: Awaited<ReturnType<typeof aHouse>>;

function aHouse() {
  made += 1;
  return anOrganization(
    {
      slug: `hours${made}`,
      calendar: calendarOf({ weekdays: [["08:00", "18:00"]] }),
      teams: { office: { calendar: NINE_TO_FIVE }, nights: { calendar: NIGHTS } },
      categories: {
        card: { team: "office", keywords: ["card"], policy: "hours" },
        fraud: { team: "nights", keywords: ["fraud"], policy: "hours" },
      },
      budgetsMs: { first_reply: HOUR_MS },
      policies: { hours: { first_reply: HOUR_MS, next_reply: HOUR_MS } },
      reps: { ana: { teams: ["office"], capacity: 500 }, nina: { teams: ["nights"], capacity: 500 } },
    },
    deps,
  );
}

async function begin(time: string) {
  clock.set(at(MONDAY, time));
  await deps.pool.query("delete from graphile_worker._private_jobs");
  house = await aHouse();
}

beforeEach(() => begin("10:00"));
afterAll(() => world.close());

const povOf = async (name: "ana" | "nina") => (await house.viewer(name)).pov;
const write = (contactId: string, body: string) =>
  postAsCustomer(contactId, { clientId: deps.newId(), body, categoryId: null }, deps);

async function visitorBy({ token }: TestRequest) {
  const visitor = await visitorOf(token, house.widgetKey, deps);
  if (visitor === null) throw new Error("a visitor who wrote is known");
  return visitor;
}
const pageOf = async (request: TestRequest) => customerConversation(await visitorBy(request), {}, deps);

async function reply({ interactionId }: TestRequest, thenState?: "closed" | "pending" | "need_info") {
  const input = { interactionId, clientId: deps.newId(), body: "An answer", expectedAudience: "customer" as const };
  await postMessage(await povOf("ana"), { ...input, ...(thenState ? { thenState } : {}) }, deps);
}

test("a first message at night is answered with the hours of its team, or of the organization without one", async () => {
  await begin("06:00");
  const known = await aRequest(house, { body: "My card" }, deps);
  expect(await wordsOf(known.interactionId, deps)).toEqual(["My card", "*out_of_hours"]);
  expect((await pageOf(known)).status).toEqual({ code: "closed_hours", opensAt: at(MONDAY, "09:00") });
  const unclear = await aRequest(house, { body: "Something odd" }, deps);
  expect(await wordsOf(unclear.interactionId, deps)).toEqual(["Something odd", "*out_of_hours", "*asked_category"]);
  expect((await pageOf(unclear)).status).toEqual({ code: "closed_hours", opensAt: at(MONDAY, "08:00") });
});

test("the clocks of a request without a team run in the organization's hours, not around the clock", async () => {
  await begin("17:30");
  await deps.db
    .updateTable("sla_target")
    .set({ in_open_hours: true })
    .where("organization_id", "=", house.id)
    .execute();
  const { sequenceId } = await aRequest(house, { body: "Something odd" }, deps);
  expect((await storedRequest(sequenceId, deps)).next_due_at).toEqual(at(TUESDAY, "08:30"));
});

test("a picked topic is answered with the hours of its team if that is closed, and as waiting if it is open", async () => {
  const request = await aRequest(house, { body: "Something odd" }, deps);
  expect((await pageOf(request)).status.code).toBe("waiting");
  await pickCategory(request.contactId, { categoryId: house.categories.fraud }, deps);
  expect((await wordsOf(request.interactionId, deps)).at(-1)).toBe("*out_of_hours");
  expect((await pageOf(request)).status).toEqual({ code: "closed_hours", opensAt: at(MONDAY, "20:00") });

  await begin("20:30");
  const late = await aRequest(house, { body: "Something odd" }, deps);
  expect((await pageOf(late)).status.code).toBe("closed_hours");
  await pickCategory(late.contactId, { categoryId: house.categories.fraud }, deps);
  expect((await pageOf(late)).status.code).toBe("waiting");
});

test("a customer who reopens a request at night is told the hours once, until the team opens", async () => {
  const request = await aRequest(house, { body: "My card" }, deps);
  await reply(request, "closed");
  clock.set(at(MONDAY, "19:00"));
  await write(request.contactId, "Not quite");
  await write(request.contactId, "Hello?");
  const told = (await wordsOf(request.interactionId, deps)).filter((word) => word === "*out_of_hours");
  expect(told).toHaveLength(1);
  expect((await pageOf(request)).status).toEqual({ code: "closed_hours", opensAt: at(TUESDAY, "09:00") });
  clock.set(at(TUESDAY, "09:00"));
  await runDueJobs(deps);
  expect((await pageOf(request)).status.code).toBe("waiting");
});

test("a customer in a conversation is not told of closed hours at the end of the day, but one who returns later is", async () => {
  clock.set(at(MONDAY, "16:58"));
  const request = await aRequest(house, { body: "My card" }, deps);
  await reply(request);
  clock.set(at(MONDAY, "17:02"));
  await write(request.contactId, "And now?");
  expect(await wordsOf(request.interactionId, deps)).not.toContain("*out_of_hours");
  clock.set(at(MONDAY, "21:00"));
  await write(request.contactId, "Still there?");
  expect(await wordsOf(request.interactionId, deps)).toContain("*out_of_hours");
});

test("a hand-over to a closed team tells the customer nothing, live or on reload (P8)", async () => {
  const request = await aRequest(house, { body: "My card" }, deps);
  const before = await pageOf(request);
  await handOverRequest(
    await povOf("ana"),
    { sequenceId: request.sequenceId, to: { teamId: house.teams.nights } },
    deps,
  );
  expect((await storedRequest(request.sequenceId, deps)).team_id).toBe(house.teams.nights);
  expect(await pageOf(request)).toEqual(before);
});

test("a customer is told the hours of the first team that a rep's category finds, and of no other act inside", async () => {
  const request = await aRequest(house, { body: "Something odd" }, deps);
  const { sequenceId } = request;
  expect((await pageOf(request)).status.code).toBe("waiting");
  const fraud = { sequenceId, categoryId: house.categories.fraud, seen: null };
  await setSequenceCategory(await povOf("ana"), fraud, deps);
  expect((await pageOf(request)).status).toEqual({ code: "closed_hours", opensAt: at(MONDAY, "20:00") });
  expect((await wordsOf(request.interactionId, deps)).at(-1)).toBe("*out_of_hours");
});

test("a request that a rep reopens at night tells the customer nothing (P8)", async () => {
  const request = await aRequest(house, { body: "My card" }, deps);
  const { sequenceId } = request;
  const set = async (state: "closed" | "open", seen: "closed" | "open") =>
    setSequenceState(await povOf("ana"), { sequenceId, state, seen }, deps);
  await set("closed", "open");
  clock.set(at(MONDAY, "19:00"));
  await set("open", "closed");
  expect((await storedRequest(sequenceId, deps)).state).toBe("queued");
  expect(await wordsOf(request.interactionId, deps)).not.toContain("*out_of_hours");
  expect((await pageOf(request)).status.code).not.toBe("closed_hours");
});

test("if a team is removed at night, the customer is not told where their request waits from then on (P8)", async () => {
  await deps.db.updateTable("rep_load").set({ availability: "away" }).where("organization_id", "=", house.id).execute();
  const request = await aRequest(house, { body: "My card" }, deps);
  clock.set(at(MONDAY, "19:00"));
  const before = await pageOf(request);
  await deps.db
    .updateTable("party")
    .set({ deactivated_at: clock.now() })
    .where("id", "=", house.teams.office)
    .execute();
  await deps.db.updateTable("organization").set({ config_version: 2 }).where("id", "=", house.id).execute();
  await drainEverything(deps);
  expect(await storedRequest(request.sequenceId, deps)).toMatchObject({ state: "unassigned", team_id: null });
  expect(await pageOf(request)).toEqual(before);
});

test("a customer who picked a topic is not asked again, whatever becomes of the category (P8)", async () => {
  const request = await aRequest(house, { body: "Something odd" }, deps);
  expect((await pageOf(request)).asksCategory).toBe(true);
  await pickCategory(request.contactId, { categoryId: house.categories.card }, deps);
  const { sequenceId } = request;
  const set = async (categoryId: string | null, seen: string | null) => {
    await setSequenceCategory(await povOf("ana"), { sequenceId, categoryId, seen }, deps);
    expect((await pageOf(request)).asksCategory).toBe(false);
  };
  await set(house.categories.fraud, house.categories.card);
  await set(null, house.categories.fraud);
  await set(house.categories.card, null);
});

test("taking a closing back restores what the customer was told before", async () => {
  const request = await aRequest(house, { body: "My card" }, deps);
  clock.set(at(MONDAY, "19:00"));
  await write(request.contactId, "Hello?");
  const before = await pageOf(request);
  expect(before.status).toEqual({ code: "closed_hours", opensAt: at(TUESDAY, "09:00") });
  const { sequenceId } = request;
  await setSequenceState(await povOf("ana"), { sequenceId, state: "closed", seen: "open" }, deps);
  expect((await pageOf(request)).status).toEqual({ code: "ended" });
  await setSequenceState(await povOf("ana"), { sequenceId, state: "open", seen: "closed" }, deps);
  expect((await pageOf(request)).status).toEqual(before.status);
});

type Act =
  | { do: "write" | "take" }
  | { do: "pick" | "categorize"; category: "card" | "fraud" }
  | { do: "reply"; thenState: "closed" | "pending" | "need_info" | undefined }
  | { do: "setState"; state: "closed" | "pending" | "need_info" | "open" }
  | { do: "handOver"; team: "office" | "nights" }
  | { do: "wait"; ms: number };

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("write" as const, "take" as const) }) },
  fc.record({
    do: fc.constantFrom("pick" as const, "categorize" as const),
    category: fc.constantFrom("card" as const, "fraud" as const),
  }),
  fc.record({
    do: fc.constant("reply" as const),
    thenState: fc.constantFrom(undefined, "closed" as const, "pending" as const, "need_info" as const),
  }),
  fc.record({
    do: fc.constant("setState" as const),
    state: fc.constantFrom("open" as const, "closed" as const, "pending" as const, "need_info" as const),
  }),
  fc.record({ do: fc.constant("handOver" as const), team: fc.constantFrom("office" as const, "nights" as const) }),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("wait" as const),
      ms: fc.constantFrom(MINUTE_MS, 3 * HOUR_MS, 9 * HOUR_MS),
    }),
  },
);

async function play(act: Act, request: TestRequest): Promise<void> {
  const { sequenceId } = request;
  const { sequence_state: seen, category_id, assigned_to_id } = await storedRequest(sequenceId, deps);
  const pov = await povOf(assigned_to_id === house.reps.nina.id ? "nina" : "ana");
  switch (act.do) {
    case "write":
      return void (await write(request.contactId, "More"));
    case "take":
      return takeRequest(pov, sequenceId, deps);
    case "pick":
      return pickCategory(request.contactId, { categoryId: house.categories[act.category] }, deps);
    case "categorize":
      return void (await setSequenceCategory(
        pov,
        { sequenceId, categoryId: house.categories[act.category], seen: category_id },
        deps,
      ));
    case "reply":
      return reply(request, act.thenState);
    case "setState":
      return void (await setSequenceState(pov, { sequenceId, state: act.state, seen }, deps));
    case "handOver":
      return handOverRequest(pov, { sequenceId, to: { teamId: house.teams[act.team] } }, deps);
    case "wait":
      clock.advance(act.ms);
      return void (await runDueJobs(deps));
  }
}

test("the page says what a customer was told live, whatever happens and however late it is", {
  timeout: 120_000,
}, async () => {
  const begins = fc.constantFrom("06:00", "10:00", "16:59", "21:00");
  await fc.assert(
    fc.asyncProperty(
      begins,
      fc.constantFrom("Something odd", "My card", "A fraud"),
      fc.array(anyAct, { maxLength: 9 }),
      async (time, body, acts) => {
        await begin(time);
        const request = await aRequest(house, { body }, deps);
        const visitor = await visitorBy(request);
        const page = await customerConversation(visitor, {}, deps);
        const listening = await customerListening(visitor, page.asOf, deps);
        const stream = { status: page.status, asksCategory: page.asksCategory };
        for (const act of acts) {
          await play(act, request).catch((error: unknown) => {
            // A step that is not allowed here changes nothing.
            if (!(error instanceof DomainError)) throw error;
          });
          await listening.listen();
          for (const { event } of listening.heard)
            if (event.type === "status")
              Object.assign(stream, { status: event.status, asksCategory: event.asksCategory });
          const { status, asksCategory } = await customerConversation(visitor, {}, deps);
          expect(stream).toEqual({ status, asksCategory });
        }
      },
    ),
    {
      numRuns: 40,
      examples: [
        [
          "06:00",
          "Something odd",
          [
            { do: "pick", category: "card" },
            { do: "categorize", category: "card" },
          ],
        ],
      ],
    },
  );
});
