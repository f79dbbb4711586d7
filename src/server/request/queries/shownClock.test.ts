import { afterAll, beforeEach, expect, test } from "vitest";
import { openClocks } from "@/features/request/header/openClocks";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest, type TestRequest } from "@/testing/scenes/aRequest";
import { HOUR_MS } from "@/testing/scenes/slaTestCalendars";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { runDueJobs } from "@/testing/world/runDueJobs";
import { boardView } from "../../board/boardView";
import { postMessage } from "../../conversation/commands/postMessage";
import { postAsCustomer } from "../../customer/commands/postAsCustomer";
import { setSequenceCategory } from "../commands/changeSequence";
import { setSequenceState } from "../commands/setSequenceState";
import { clocksOf } from "./clocksOf";
import { queuePage } from "./queuePage";
import { sequenceView } from "./sequenceView";

const world = await openTestWorld();
const { deps, clock } = world;

let made = 0;
let house: Awaited<ReturnType<typeof aHouse>>;

function aHouse() {
  made += 1;
  return anOrganization(
    {
      slug: `clocks${made}`,
      teams: { cards: {} },
      categories: {
        card: { team: "cards", keywords: ["card"], policy: "whole" },
        idea: { team: "cards", keywords: ["idea"], policy: "slow" },
      },
      policies: {
        whole: { first_reply: HOUR_MS, next_reply: HOUR_MS, resolution: 48 * HOUR_MS },
        slow: { resolution: 48 * HOUR_MS },
      },
      reps: {
        ana: { teams: ["cards"], capacity: 50 },
        head: { role: "supervisor", teams: ["cards"], supervises: ["cards"], availability: "busy" },
      },
    },
    deps,
  );
}

beforeEach(async () => {
  await deps.pool.query("delete from graphile_worker._private_jobs");
  house = await aHouse();
});
afterAll(() => world.close());

const ana = async () => (await house.viewer("ana")).pov;
const write = ({ contactId }: TestRequest) =>
  postAsCustomer(contactId, { clientId: deps.newId(), body: "And now?", categoryId: null }, deps);
async function reply({ interactionId }: TestRequest, thenState?: "closed") {
  const said = { interactionId, clientId: deps.newId(), body: "An answer", expectedAudience: "customer" as const };
  await postMessage(await ana(), { ...said, ...(thenState ? { thenState } : {}) }, deps);
}

/**
 * The first clock of a request as its header shows it, its page, what the stream brings, a line of a list, the board.
 */
async function firstClocks({ sequenceId }: TestRequest) {
  const pov = await ana();
  const view = await sequenceView(pov, sequenceId, deps);
  const streamed = (await clocksOf(house.id, [sequenceId], deps)).get(sequenceId);
  const [row] = (await queuePage(pov, { view: "mine", limit: 10 }, deps)).rows;
  const { nextBreaches } = await boardView((await house.viewer("head")).pov, deps);
  const header = openClocks(view.clocks);
  expect(openClocks(streamed ?? [])).toEqual(header);
  expect(row?.clock).toEqual(header[0]);
  return { metrics: header.map(({ metric }) => metric), board: nextBreaches[0]?.metric };
}

test("of several clocks of a metric the latest is shown in the header, in lists and on the board", async () => {
  const request = await aRequest(house, { body: "My card" }, deps);
  await reply(request);
  await write(request);
  clock.advance(2 * HOUR_MS);
  await runDueJobs(deps);
  // The request is late, and is closed without an answer.
  const { sequenceId } = request;
  await setSequenceState(await ana(), { sequenceId, state: "closed", seen: "open" }, deps);
  clock.advance(HOUR_MS);
  await write(request);
  const { metrics, board } = await firstClocks(request);
  expect([metrics[0], board]).toEqual(["next_reply", "next_reply"]);
  const [row] = (await queuePage(await ana(), { view: "mine", limit: 10 }, deps)).rows;
  expect(row?.clock).toMatchObject({ state: "running", dueAt: new Date(clock.now().getTime() + HOUR_MS) });
  expect(row?.nextDueAt).toEqual(row?.clock?.dueAt);
  await setSequenceState(await ana(), { sequenceId, state: "pending", seen: "open" }, deps);
  expect((await firstClocks(request)).metrics.filter((metric) => metric === "next_reply")).toHaveLength(1);
});

test("paused clocks are shown in the same order everywhere", async () => {
  const request = await aRequest(house, { body: "My idea" }, deps);
  const { sequenceId } = request;
  const { card, idea } = house.categories;
  await setSequenceCategory(await ana(), { sequenceId, categoryId: card, seen: idea }, deps);
  await setSequenceState(await ana(), { sequenceId, state: "pending", seen: "open" }, deps);
  // Independent of the order of their rows in the table.
  for (const metric of ["first_reply", "resolution"] as const) {
    await deps.db.updateTable("sla_clock").set({ metric }).where("metric", "=", metric).execute();
    expect((await firstClocks(request)).metrics).toEqual(["first_reply", "resolution"]);
  }
  await setSequenceState(await ana(), { sequenceId, state: "open", seen: "pending" }, deps);
  await setSequenceState(await ana(), { sequenceId, state: "need_info", seen: "open" }, deps);
  expect((await firstClocks(request)).metrics).toEqual(["first_reply", "resolution"]);
});

test("a cancelled clock is not replaced by an older one of its metric", async () => {
  const request = await aRequest(house, { body: "My card" }, deps);
  const { sequenceId } = request;
  await reply(request);
  await write(request);
  await setSequenceState(await ana(), { sequenceId, state: "closed", seen: "open" }, deps);
  clock.advance(HOUR_MS);
  await write(request);
  await firstClocks(request);
  const { card, idea } = house.categories;
  await setSequenceCategory(await ana(), { sequenceId, categoryId: idea, seen: card }, deps);
  expect((await firstClocks(request)).metrics).toEqual(["resolution"]);
});
