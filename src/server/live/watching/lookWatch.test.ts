import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import type { RepEvent } from "@/contract/live/repEvent";
import type { SequenceView } from "@/contract/views/requestViews";
import type { MemberView, Pov } from "@/domain/pov/pov";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest, type TestRequest } from "@/testing/scenes/aRequest";
import { openAside } from "@/testing/scenes/openAside";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { waitFor } from "@/testing/world/waitFor";
import { removeParticipant } from "../../backchannel/commands/removeParticipant";
import { editMessage, removeMessage } from "../../conversation/commands/editMessage";
import { postMessage } from "../../conversation/commands/postMessage";
import { postAsCustomer } from "../../customer/commands/postAsCustomer";
import { visibleMessages } from "../../pov/visibleMessages";
import { changeSequenceTags } from "../../request/commands/changeSequence";
import { takeRequest } from "../../request/commands/takeRequest";
import { sequenceView } from "../../request/queries/sequenceView";
import { openLookWatch } from "./lookWatch";

const world = await openTestWorld();
const { deps, clock } = world;
const watch = openLookWatch(deps);
const HOUR_MS = 3_600_000;

function aHouse(memberView: MemberView) {
  return anOrganization(
    {
      slug: `bank-${deps.newId()}`,
      memberView,
      teams: { cards: {}, loans: {}, law: {} },
      categories: { card: { team: "cards", keywords: ["card"] }, loan: { team: "loans", keywords: ["loan"] } },
      reps: {
        ana: { teams: ["cards"], capacity: 500 },
        lou: { teams: ["law"], availability: "busy" },
        eve: { teams: ["loans"], availability: "busy" },
        boss: { role: "supervisor", supervises: ["loans"], teams: ["loans"], availability: "busy" },
        head: { role: "supervisor", supervises: ["cards"], teams: ["cards"], availability: "busy" },
      },
      budgetsMs: { first_reply: HOUR_MS },
    },
    deps,
  );
}
type House = Awaited<ReturnType<typeof aHouse>>;
type Name = keyof House["reps"];

let house: House;
let request: TestRequest;
const endings: (() => void)[] = [];

beforeEach(() => settleIn("participants"));
afterEach(() => {
  for (const end of endings.splice(0)) end();
});
afterAll(async () => {
  watch.close();
  await world.close();
});

async function settleIn(memberView: MemberView) {
  house = await aHouse(memberView);
  request = await aRequest(house, { body: "My card" }, deps);
}

const povOf = async (name: Name): Promise<Pov> => (await house.viewer(name)).pov;

type Followed = Extract<RepEvent, { type: "followed" }>;

/** Opens the request as somebody, and collects what they are told of it. */
function looking(name: Name, sequenceId = request.sequenceId) {
  const told: Followed[] = [];
  const end = watch.watch({
    sequenceId,
    authorise: () => povOf(name),
    hear: (event) => void (event.type === "followed" ? told.push(event) : undefined),
  });
  endings.push(end);
  return {
    told,
    end,
    gone: () => waitFor("that it is gone", () => (told.at(-1)?.sequence === null ? true : undefined)),
    /** Waits until the last thing told is what their page shows now. */
    upToDate: async () => {
      const page = shownOf(await sequenceView(await povOf(name), sequenceId, deps));
      await waitFor("what the page shows", () => {
        const last = told.at(-1)?.sequence;
        return last && shownOf(last) === page ? last : undefined;
      });
    },
    hearsMore: (than: number) => waitFor("more is told", () => (told.length > than ? told.length : undefined)),
  };
}

const shownOf = (sequence: SequenceView) => JSON.stringify({ ...sequence, asOf: null });

async function reply(body: string, interactionId = request.interactionId) {
  const of = { interactionId, clientId: deps.newId(), body, expectedAudience: "customer" as const };
  return postMessage(await povOf("ana"), of, deps);
}

async function openedBackchannel(): Promise<string> {
  const [ana, guest] = [await povOf("ana"), await povOf("lou")];
  return openAside(ana, { parentId: request.interactionId, guest }, deps);
}

async function answerInside(interactionId: string, body: string) {
  const of = { interactionId, clientId: deps.newId(), body, expectedAudience: "internal" as const };
  await postMessage(await povOf("lou"), of, deps);
}

const traces = async () => {
  const { rows } = await deps.pool.query<{ actor_id: string }>(
    "select actor_id from audit_entry where verb = 'privileged_look' and object_id = $1",
    [request.sequenceId],
  );
  return rows.map(({ actor_id }) => actor_id);
};

test("a supervisor with an open request is told of every change, as their page would show it", async () => {
  const head = looking("head");
  await head.hearsMore(0);
  const steps: (() => Promise<unknown>)[] = [
    () => postAsCustomer(request.contactId, { clientId: deps.newId(), body: "Still?", categoryId: null }, deps),
    () => reply("It is on its way."),
    openedBackchannel,
    async () => {
      await changeSequenceTags(await povOf("ana"), { sequenceId: request.sequenceId, add: ["vip"], remove: [] }, deps);
    },
  ];
  for (const step of steps) {
    const before = head.told.length;
    await step();
    await head.hearsMore(before);
    await head.upToDate();
  }
});

test("messages inside a backchannel, edits and deletions are told to those who may read them", async () => {
  const backchannelId = await openedBackchannel();
  const head = looking("head");
  let heard = await head.hearsMore(0);
  await answerInside(backchannelId, "Order a new one.");
  heard = await head.hearsMore(heard);
  const { messageId } = await reply("Wait.");
  heard = await head.hearsMore(heard);
  await editMessage(await povOf("ana"), { messageId, body: "Please wait." }, deps);
  heard = await head.hearsMore(heard);
  await removeMessage(await povOf("ana"), { messageId }, deps);
  await head.hearsMore(heard);
  expect((await visibleMessages(await povOf("head"), { interactionId: backchannelId }, deps)).length).toBe(2);
});

test("one look leaves one trace, however long it lasts and however much is told (P12)", async () => {
  const head = looking("head");
  let heard = await head.hearsMore(0);
  for (const body of ["One", "Two", "Three"]) {
    clock.advance(HOUR_MS);
    await reply(body);
    heard = await head.hearsMore(heard);
  }
  expect(await traces()).toEqual([house.reps.head.id]);
});

test("a member who may not look, or hears by their own list, is told nothing and leaves no trace", async () => {
  const others = [looking("eve"), looking("ana"), looking("lou")];
  const head = looking("head");
  await head.hearsMore(0);
  await answerInside(await openedBackchannel(), "Order a new one.");
  await head.upToDate();
  expect(others.map(({ told }) => told)).toEqual([[], [], []]);
  expect(await traces()).toEqual([house.reps.head.id]);
});

test("a member who sees only the customer's part by the organization's rule hears nothing from inside", async () => {
  await settleIn("organization_customer_facing");
  const [eve, head] = [looking("eve"), looking("head")];
  const first = await eve.hearsMore(0);
  const backchannelId = await openedBackchannel();
  await answerInside(backchannelId, "Order a new one.");
  await head.upToDate();
  await reply("A new card comes.");
  expect(await eve.hearsMore(first)).toBe(first + 1);
  expect(JSON.stringify(eve.told)).not.toContain(backchannelId);
  expect(JSON.stringify(eve.told)).not.toContain(house.reps.lou.id);
});

test("a waiting request is told by its team's list, and one that a rep has by the look, which is traced", async () => {
  request = await aRequest(house, { body: "My loan" }, deps);
  const boss = looking("boss");
  await postAsCustomer(request.contactId, { clientId: deps.newId(), body: "Still?", categoryId: null }, deps);
  await takeRequest(await povOf("eve"), request.sequenceId, deps);
  await boss.hearsMore(0);
  await boss.upToDate();
  expect(boss.told.map(({ sequence }) => sequence?.requestState)).toEqual(["assigned"]);
  expect(await traces()).toEqual([house.reps.boss.id]);
});

test("a member who loses the right is told once that the request is gone, and nothing afterwards", async () => {
  const head = looking("head");
  await head.hearsMore(0);
  await deps.db
    .updateTable("team_member")
    .set({ is_supervisor: false })
    .where("rep_id", "=", house.reps.head.id)
    .execute();
  await reply("Not for you.");
  await head.gone();
  await deps.db
    .updateTable("team_member")
    .set({ is_supervisor: true })
    .where("rep_id", "=", house.reps.head.id)
    .execute();
  const told = head.told.length;
  const again = looking("head");
  await again.hearsMore(0);
  await reply("One more.");
  await again.upToDate();
  expect(head.told.length).toBe(told);
});

test("a closed look hears nothing more, and a look hears nothing of another request", async () => {
  const other = await aRequest(house, { body: "Another card" }, deps);
  const [closed, head] = [looking("head"), looking("head")];
  const onOther = looking("head", other.sequenceId);
  const [first, ofClosed, ofOther] = [await head.hearsMore(0), await closed.hearsMore(0), await onOther.hearsMore(0)];
  closed.end();
  await reply("A new card comes.");
  await head.hearsMore(first);
  await reply("To the other one.", other.interactionId);
  expect(await onOther.hearsMore(ofOther)).toBe(ofOther + 1);
  expect(closed.told.length).toBe(ofClosed);
  expect(head.told.length).toBe(first + 1);
});

test("a rep who leaves a backchannel is shown as having left", async () => {
  const backchannelId = await openedBackchannel();
  const head = looking("head");
  const heard = await head.hearsMore(0);
  await removeParticipant(await povOf("lou"), { interactionId: backchannelId, partyId: house.reps.lou.id }, deps);
  await head.hearsMore(heard);
  await head.upToDate();
  const inside = head.told.at(-1)?.sequence?.interactions.find(({ id }) => id === backchannelId);
  expect(inside?.participants.find(({ party }) => party.id === house.reps.lou.id)?.status).toBe("left");
});

test("a look that could not be read while the database was away is read again, even if nothing more changes (40)", async () => {
  let failures = 0;
  const hold: typeof deps.looks.hold = (...of) => {
    if (failures === 2) return deps.looks.hold(...of);
    failures += 1;
    throw new Error("Connection terminated");
  };
  const failing = openLookWatch({ ...deps, looks: { ...deps.looks, hold } });
  const told: RepEvent[] = [];
  failing.watch({
    sequenceId: request.sequenceId,
    authorise: () => povOf("head"),
    hear: (event) => void told.push(event),
  });
  await waitFor("the request is told", () => told[0], 25_000);
  expect(failures).toBe(2);
  failing.close();
}, 30_000);
