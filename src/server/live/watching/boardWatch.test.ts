import { afterAll, beforeAll, expect, test } from "vitest";
import type { RepEvent } from "@/contract/live/repEvent";
import type { Pov } from "@/domain/pov/pov";
import { anOrganization } from "@/testing/scenes/anOrganization";
import { aRequest } from "@/testing/scenes/aRequest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { waitFor } from "@/testing/world/waitFor";
import { changeSequenceTags } from "../../request/commands/changeSequence";
import { openBoardWatch } from "./boardWatch";

const world = await openTestWorld();
const { deps } = world;
const boards = openBoardWatch(deps);

const aHouse = () =>
  anOrganization(
    {
      teams: { cards: {}, loans: {} },
      categories: { card: { team: "cards", keywords: ["card"] }, loan: { team: "loans", keywords: ["loan"] } },
      reps: {
        ana: { teams: ["cards"], capacity: 500 },
        ben: { teams: ["loans"], capacity: 500 },
        head: { role: "supervisor", teams: ["cards"], supervises: ["cards"], availability: "busy" },
        chief: { role: "supervisor", teams: ["cards"], supervises: ["cards"], availability: "busy" },
        other: { role: "supervisor", teams: ["loans"], supervises: ["loans"], availability: "busy" },
      },
    },
    deps,
  );
type House = Awaited<ReturnType<typeof aHouse>>;
let house: House;

beforeAll(async () => {
  house = await aHouse();
});
afterAll(async () => {
  boards.close();
  await world.close();
});

const povOf = async (name: keyof House["reps"]): Promise<Pov> => (await house.viewer(name)).pov;

function watching(name: keyof House["reps"]) {
  const told: RepEvent[] = [];
  const end = boards.watch({ authorise: () => povOf(name), hear: (event) => void told.push(event) });
  const hearsMore = (than: number) => waitFor("the board tells", () => (told.length > than ? told.length : undefined));
  return { told, end, hearsMore };
}

async function tag(sequenceId: string, word: string) {
  await changeSequenceTags(await povOf("ana"), { sequenceId, add: [word], remove: [] }, deps);
}

test("changed figures are told, and otherwise only that something behind them has changed", async () => {
  const [head, other] = [watching("head"), watching("other")];
  const ofOther = await other.hearsMore(0);
  let heard = await head.hearsMore(0);
  const { sequenceId } = await aRequest(house, { body: "My card" }, deps);
  heard = await head.hearsMore(heard);
  await tag(sequenceId, "first");
  await head.hearsMore(heard);
  expect(head.told.at(-1)?.type).toBe("board_moved");
  expect(head.told.filter(({ type }) => type === "board").length).toBe(2);
  expect(other.told.length).toBe(ofOther);
  await aRequest(house, { body: "My loan" }, deps);
  await other.hearsMore(ofOther);
  expect(other.told.at(ofOther)?.type).toBe("board");
  head.end();
  other.end();
});

test("a rep who no longer supervises a team hears no more of its board", async () => {
  const [head, chief] = [watching("head"), watching("chief")];
  const ofHead = await head.hearsMore(0);
  let heard = await chief.hearsMore(0);
  const { sequenceId } = await aRequest(house, { body: "My card" }, deps);
  heard = await chief.hearsMore(heard);
  await head.hearsMore(ofHead);
  await deps.db
    .updateTable("team_member")
    .set({ is_supervisor: false })
    .where("rep_id", "=", house.reps.head.id)
    .execute();
  // A reading that has begun still ends with the earlier right.
  await tag(sequenceId, "during");
  heard = await chief.hearsMore(heard);
  const { length } = head.told;
  await tag(sequenceId, "after");
  await chief.hearsMore(heard);
  expect(head.told.length).toBe(length);
  head.end();
  chief.end();
});
