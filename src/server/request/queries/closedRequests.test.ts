import { afterAll, beforeAll, expect, test } from "vitest";
import { memberListening } from "@/testing/laws/listening";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest } from "@/testing/scenes/aRequest";
import { storedRequest } from "@/testing/scenes/storedRequest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { presentPosition } from "../../pov/presentPosition";
import { setSequenceState } from "../commands/setSequenceState";
import { findSequence } from "./findSequence";
import { queueCounts } from "./queueCounts";
import { queuePage } from "./queuePage";

const world = await openTestWorld();
const { deps, clock } = world;

const aHouse = (slug: string) =>
  anOrganization(
    {
      slug,
      teams: { cards: {} },
      categories: { card: { team: "cards", keywords: ["card"] } },
      reps: {
        ana: { teams: ["cards"], capacity: 90 },
        ben: { teams: ["cards"], availability: "busy" },
        head: { role: "supervisor", teams: ["cards"], supervises: ["cards"], availability: "busy" },
        eve: { teams: [], availability: "busy" },
      },
    },
    deps,
  );
let house: Awaited<ReturnType<typeof aHouse>>;
/** The requests in the order in which they were closed. */
let closedIds: string[];

type Name = "ana" | "ben" | "head" | "eve";
const povOf = async (name: Name) => (await house.viewer(name)).pov;

async function close(sequenceId: string) {
  clock.advance(60_000);
  await setSequenceState(await povOf("ana"), { sequenceId, state: "closed", seen: "open" }, deps);
}

async function idsOf(name: Name): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await queuePage(await povOf(name), { view: "closed", limit: 2, cursor }, deps);
    ids.push(...page.rows.map(({ sequenceId }) => sequenceId));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return ids;
}

beforeAll(async () => {
  house = await aHouse("bank");
  const came: string[] = [];
  for (let index = 0; index < 5; index += 1) {
    const { sequenceId } = await aRequest(house, { body: `My card ${index}` }, deps);
    came.push(sequenceId);
  }
  // Closes them neither in the order in which they came nor in its reverse.
  closedIds = [2, 0, 4, 1, 3].flatMap((index) => came[index] ?? []);
  for (const id of closedIds) await close(id);
  await aRequest(house, { body: "My card is still open" }, deps);
});
afterAll(() => world.close());

test("a member's own closed requests and those of their teams are listed newest first, page by page, as far as they see them", async () => {
  const newestFirst = [...closedIds].reverse();
  expect(await idsOf("ana")).toEqual(newestFirst);
  expect(await idsOf("head")).toEqual(newestFirst);
  // A colleague sees none of them, unless a rule of the organization says so (P6).
  expect(await idsOf("ben")).toEqual([]);
  expect(await idsOf("eve")).toEqual([]);
  expect((await queueCounts(await povOf("ana"), deps)).closed).toBe(5);
  expect((await queueCounts(await povOf("ben"), deps)).closed).toBe(0);
});

test("a viewer is told of a request that closes while they look, with the time of its closing", async () => {
  const { sequenceId } = await aRequest(house, { body: "My card again" }, deps);
  const ear = await memberListening(() => povOf("ana"), await presentPosition(await povOf("ana"), deps), deps);
  await close(sequenceId);
  await ear.listen();
  const rows = ear.heard.flatMap(({ event }) => (event.type === "sequence" ? event.row : []));
  expect(rows.at(-1)).toMatchObject({ sequenceId, requestState: "retired", closedAt: clock.now() });
  expect((await idsOf("ana"))[0]).toBe(sequenceId);
});

test("a reference finds a request that the viewer sees, however it is typed, and reveals no other", async () => {
  const [id = ""] = closedIds;
  const { reference } = await deps.db
    .selectFrom("sequence")
    .select("reference")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  for (const text of [reference, `#${reference}`, reference.toLowerCase().replace("-", "")]) {
    expect(await findSequence(await povOf("ana"), { text }, deps)).toEqual({ id, reference });
  }
  for (const name of ["ben", "eve"] as const) {
    expect(await findSequence(await povOf(name), { text: reference }, deps)).toBeNull();
  }
  const strangers = await aHouse("shop");
  expect(await findSequence((await strangers.viewer("head")).pov, { text: reference }, deps)).toBeNull();
  expect(await findSequence(await povOf("ana"), { text: "000-0000" }, deps)).toBeNull();
  expect(await findSequence(await povOf("ana"), { text: "anything else" }, deps)).toBeNull();
  const traces = async () => (await deps.db.selectFrom("audit_entry").select("actor_id").execute()).length;
  const before = await traces();
  await findSequence(await povOf("eve"), { text: reference }, deps);
  expect(await traces()).toBe(before);
  expect(await storedRequest(id, deps)).toMatchObject({ state: "retired" });
});
