import { afterAll, beforeAll, expect, test } from "vitest";
import { promisesOfAll } from "@/testing/laws/promisesOfAll";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest, type TestRequest } from "@/testing/scenes/aRequest";
import { isMutation, PROCEDURE_PATHS } from "@/testing/scenes/callProcedure";
import { calendarOf, HOUR_MS, MINUTE_MS } from "@/testing/scenes/slaTestCalendars";
import { storedRequest } from "@/testing/scenes/storedRequest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { removeMessage } from "../../conversation/commands/editMessage";
import { postMessage } from "../../conversation/commands/postMessage";
import { pickCategory } from "../../customer/commands/pickCategory";
import { postAsCustomer } from "../../customer/commands/postAsCustomer";
import { routeRequest } from "../../routing/commands/routeRequest";
import { splitSequence } from "../split/splitSequence";
import { undoSplit } from "../split/undoSplit";
import { setSequenceCategory } from "./changeSequence";
import { escalateRequest } from "./escalateRequest";
import { handOverRequest } from "./handOverRequest";
import { setSequenceState } from "./setSequenceState";
import { takeBackMove } from "./takeBackMove";
import { takeRequest } from "./takeRequest";

const world = await openTestWorld();
const { deps, clock } = world;
const LATE = calendarOf({ weekdays: [["12:00", "23:00"]], weekend: [["12:00", "23:00"]] });
const ALL_DAY = calendarOf({ weekdays: [["00:00", "24:00"]], weekend: [["00:00", "24:00"]] });

let house: Awaited<ReturnType<typeof aHouse>>;

function aHouse() {
  return anOrganization(
    {
      slug: "promises",
      calendar: ALL_DAY,
      teams: { day: { calendar: ALL_DAY }, late: { calendar: LATE } },
      budgetsMs: { pick_up: 15 * MINUTE_MS, first_reply: 45 * MINUTE_MS, status_update: 2 * HOUR_MS },
      policies: {
        urgent: { pick_up: 3 * MINUTE_MS, first_reply: 10 * MINUTE_MS, status_update: 30 * MINUTE_MS },
        whole: { first_reply: HOUR_MS, next_reply: HOUR_MS, resolution: 8 * HOUR_MS },
      },
      categories: {
        lost: { team: "day", keywords: ["lost"], policy: "urgent" },
        child: { policy: null, parent: "lost", keywords: ["gone"] },
        loan: { team: "late", keywords: ["loan"], policy: "whole" },
      },
      reps: {
        ana: { teams: ["day"], capacity: 500, availability: "busy" },
        lea: { teams: ["late"], capacity: 500 },
        head: {
          role: "supervisor",
          teams: ["day", "late"],
          supervises: ["day", "late"],
          capacity: 500,
          availability: "busy",
        },
      },
    },
    deps,
  );
}

beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => world.close());

const povOf = async (name: "ana" | "lea" | "head") => (await house.viewer(name)).pov;
const unclear = () => aRequest(house, { body: "Something odd" }, deps);
const about = (body: string) => aRequest(house, { body }, deps);

async function budgetsOf(sequenceId: string): Promise<Record<string, number>> {
  const rows = await deps.db
    .selectFrom("sla_clock")
    .select(["metric", "budget_ms"])
    .where("sequence_id", "=", sequenceId)
    .where("cancelled_at", "is", null)
    .execute();
  return Object.fromEntries(rows.map(({ metric, budget_ms }) => [metric, budget_ms / MINUTE_MS]));
}

async function takenByAna(request: Promise<TestRequest>): Promise<TestRequest> {
  const made = await request;
  await takeRequest(await povOf("ana"), made.sequenceId, deps);
  return made;
}

test("the topic that a customer picks brings its promises, and the time that has run counts", async () => {
  const { contactId, sequenceId } = await unclear();
  expect(await budgetsOf(sequenceId)).toEqual({ pick_up: 15, first_reply: 45, status_update: 120 });
  clock.advance(5 * MINUTE_MS);
  await pickCategory(contactId, { categoryId: house.categories.lost }, deps);
  expect(await budgetsOf(sequenceId)).toEqual({ pick_up: 3, first_reply: 10, status_update: 30 });
  const { next_due_at, look_at } = await storedRequest(sequenceId, deps);
  // Five minutes of three have run: it is due now, not two minutes ago.
  expect([next_due_at, look_at]).toEqual([clock.now(), clock.now()]);
});

test("a category that a rep sets, changes or clears brings its own, its parent's or the default promises", async () => {
  const { sequenceId } = await takenByAna(unclear());
  const pov = await povOf("ana");
  const set = async (categoryId: string | null, seen: string | null) =>
    setSequenceCategory(pov, { sequenceId, categoryId, seen }, deps);
  await set(house.categories.child, null);
  expect(await budgetsOf(sequenceId)).toMatchObject({ first_reply: 10, status_update: 30 });
  await set(house.categories.loan, house.categories.child);
  expect(await budgetsOf(sequenceId)).toMatchObject({ first_reply: 60, resolution: 480 });
  await set(null, house.categories.loan);
  expect(await budgetsOf(sequenceId)).toMatchObject({ first_reply: 45, status_update: 120 });
});

test("after a hand-over to a team with other hours the clocks count in those hours", async () => {
  const { sequenceId } = await takenByAna(about("My loan is lost"));
  await handOverRequest(await povOf("ana"), { sequenceId, to: { teamId: house.teams.late } }, deps);
  expect((await storedRequest(sequenceId, deps)).team_id).toBe(house.teams.late);
  expect(await promisesOfAll(deps)).toEqual([]);
});

test("a request that a rep opened again is promised a pick-up once its customer writes", async () => {
  const { sequenceId, contactId } = await unclear();
  await setSequenceState(await povOf("head"), { sequenceId, state: "closed", seen: "open" }, deps);
  const ana = deps.db.updateTable("rep_load").where("rep_id", "=", house.reps.ana.id);
  await ana.set({ availability: "available" }).execute();
  await setSequenceState(await povOf("ana"), { sequenceId, state: "open", seen: "closed" }, deps);
  await ana.set({ availability: "busy" }).execute();
  expect((await storedRequest(sequenceId, deps)).assigned_to_id).toBe(house.reps.ana.id);
  await postAsCustomer(contactId, { clientId: deps.newId(), body: "And now?", categoryId: null }, deps);
  expect(await promisesOfAll(deps)).toEqual([]);
});

test("the customer's service tier is there when a request is routed again", async () => {
  const { sequenceId, contactId } = await unclear();
  await deps.db.updateTable("contact").set({ tier: "gold" }).where("party_id", "=", contactId).execute();
  const { loadRequest } = await import("../load/loadRequest");
  expect((await loadRequest(sequenceId, deps))?.serviceTier).toBe("gold");
});

type Act = () => Promise<void>;

/** The mutations that can move a request to another category, team or tier, with ways in which they do. */
const ACTS: Record<string, Act[]> = {
  "customer.post": [
    async () => void (await about("A lost card")),
    async () => {
      const { contactId, sequenceId, interactionId } = await takenByAna(unclear());
      const pov = await povOf("ana");
      const reply = { interactionId, clientId: deps.newId(), body: "Done", expectedAudience: "customer" as const };
      await postMessage(pov, { ...reply, thenState: "closed" }, deps);
      await setSequenceCategory(pov, { sequenceId, categoryId: house.categories.loan, seen: null }, deps);
      clock.advance(HOUR_MS);
      await postAsCustomer(contactId, { clientId: deps.newId(), body: "Not quite", categoryId: null }, deps);
    },
  ],
  "customer.pickCategory": [
    async () => {
      const { contactId } = await unclear();
      clock.advance(MINUTE_MS);
      await pickCategory(contactId, { categoryId: house.categories.loan }, deps);
    },
  ],
  "sequence.setCategory": [
    async () => {
      const { sequenceId } = await unclear();
      clock.advance(MINUTE_MS);
      await setSequenceCategory(
        await povOf("ana"),
        { sequenceId, categoryId: house.categories.child, seen: null },
        deps,
      );
    },
    async () => {
      const { sequenceId } = await takenByAna(about("A lost card"));
      clock.advance(MINUTE_MS);
      const seen = house.categories.lost;
      await setSequenceCategory(await povOf("ana"), { sequenceId, categoryId: null, seen }, deps);
    },
  ],
  // The same command as `sequence.setCategory`, from the list of requests without a label.
  "classifier.label": [],
  "sequence.take": [
    async () => {
      const { sequenceId } = await unclear();
      await deps.db
        .updateTable("sequence")
        .set({ category_id: house.categories.child })
        .where("id", "=", sequenceId)
        .execute();
      clock.advance(MINUTE_MS);
      await takeRequest(await povOf("ana"), sequenceId, deps);
    },
  ],
  "sequence.handOver": [
    async () => {
      const { sequenceId } = await takenByAna(about("A lost card"));
      clock.advance(MINUTE_MS);
      await handOverRequest(await povOf("ana"), { sequenceId, to: { teamId: house.teams.late } }, deps);
    },
  ],
  "sequence.escalate": [
    async () => {
      const { sequenceId } = await takenByAna(about("A lost card"));
      await escalateRequest(await povOf("ana"), { sequenceId, reason: "Angry" }, deps);
    },
  ],
  "sequence.setState": [
    async () => {
      const { sequenceId } = await takenByAna(unclear());
      const pov = await povOf("ana");
      await setSequenceState(pov, { sequenceId, state: "closed", seen: "open" }, deps);
      await setSequenceCategory(pov, { sequenceId, categoryId: house.categories.loan, seen: null }, deps);
      clock.advance(MINUTE_MS);
      await setSequenceState(pov, { sequenceId, state: "open", seen: "closed" }, deps);
    },
    async () => {
      const { sequenceId } = await takenByAna(about("A lost card"));
      const pov = await povOf("ana");
      await setSequenceState(pov, { sequenceId, state: "closed", seen: "open" }, deps);
      await setSequenceCategory(
        pov,
        { sequenceId, categoryId: house.categories.loan, seen: house.categories.lost },
        deps,
      );
      clock.advance(HOUR_MS);
      await setSequenceState(pov, { sequenceId, state: "open", seen: "closed" }, deps);
    },
  ],
  "sequence.split": [
    async () => {
      const request = await takenByAna(about("A lost card"));
      const { interactionId } = request;
      const reply = {
        interactionId,
        clientId: deps.newId(),
        body: "Since when?",
        expectedAudience: "customer" as const,
      };
      await postMessage(await povOf("ana"), reply, deps);
      clock.advance(HOUR_MS);
      const said = { clientId: deps.newId(), body: "And what about my loan?", categoryId: null };
      const { messageId } = await postAsCustomer(request.contactId, said, deps);
      await splitSequence(await povOf("ana"), { sequenceId: request.sequenceId, messageId, keeps: true }, deps);
    },
  ],
  // A hand-over to another team, taken back.
  "sequence.takeBackMove": [
    async () => {
      const { sequenceId } = await takenByAna(about("A lost card"));
      const pov = await povOf("ana");
      await handOverRequest(pov, { sequenceId, to: { teamId: house.teams.late } }, deps);
      clock.advance(MINUTE_MS);
      await takeBackMove(pov, { sequenceId }, deps);
    },
  ],
  "sequence.undoSplit": [
    async () => {
      const request = await takenByAna(about("A lost card"));
      const said = { clientId: deps.newId(), body: "And what about my loan?", categoryId: null };
      const { messageId } = await postAsCustomer(request.contactId, said, deps);
      const pov = await povOf("ana");
      const part = await splitSequence(pov, { sequenceId: request.sequenceId, messageId, keeps: true }, deps);
      clock.advance(MINUTE_MS);
      await undoSplit(pov, part, deps);
    },
  ],
  // Removing the only reply: the customer waits for one again.
  "interaction.remove": [
    async () => {
      const request = await takenByAna(about("My loan is lost"));
      const { interactionId } = request;
      const pov = await povOf("ana");
      clock.advance(MINUTE_MS);
      const reply = { interactionId, clientId: deps.newId(), body: "Oh", expectedAudience: "customer" as const };
      const { messageId } = await postMessage(pov, reply, deps);
      clock.advance(MINUTE_MS);
      await removeMessage(pov, { messageId }, deps);
    },
  ],
  // A keyword or the classifier finds the category only in a later message.
  "classifier.fit": [
    async () => {
      const { sequenceId } = await unclear();
      await deps.db.updateTable("message").set({ body: "It is gone" }).where("body", "=", "Something odd").execute();
      clock.advance(MINUTE_MS);
      await routeRequest(sequenceId, deps);
    },
  ],
};

const MOVES_NOTHING =
  /^(setup|me|customer\.(begin|end|typing|markRead|rate|declineTopic)|interaction|classifier\.(tryText|removeExamples|restoreExamples|rollBack|setTarget)|sequence\.(changeTags|rename|withdrawEscalation)|settings)/;

test("every command leaves each running clock under the promises of the request's present category and team", async () => {
  const mutations = PROCEDURE_PATHS.filter(isMutation);
  const unknown = mutations.filter((path) => !(path in ACTS) && !MOVES_NOTHING.test(path));
  expect(unknown).toEqual([]);
  for (const acts of Object.values(ACTS)) {
    for (const act of acts) {
      await act();
      expect(await promisesOfAll(deps), act.toString()).toEqual([]);
    }
  }
});
