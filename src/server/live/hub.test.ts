import { pino } from "pino";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../deps";
import { openBell } from "./bell";
import type { Follower } from "./followers";
import { openHub } from "./hub";

const LIST = "a party";
const POV: Pov = {
  partyId: LIST,
  organizationId: "o",
  kind: "external",
  groupIds: [],
  supervisedTeamIds: [],
  memberView: "participants",
};

beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] }));
afterEach(() => void vi.useRealTimers());

const settled = async () => {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** A hub whose lists never grow, and slow readers of one list. */
function aHub() {
  const query = vi.fn(async () => ({ rows: [] }));
  const bell = openBell();
  // The hub uses only these three of the deps.
  const hub = openHub({ pool: { query }, bell, log: pino({ level: "silent" }) } as unknown as Deps);
  const aReader = () => {
    const waiting: (() => void)[] = [];
    const follower: Follower = {
      partyId: LIST,
      positions: new Map([[LIST, 0]]),
      rightAskedEverySweeps: 1,
      authorise: async () => POV,
      hear: vi.fn(() => new Promise<void>((resolve) => void waiting.push(resolve))),
      relist: async () => undefined,
      type: () => undefined,
      end: () => undefined,
    };
    hub.follow(follower);
    return {
      follower,
      isBusy: () => waiting.length > 0,
      takesIt: () => waiting.splice(0).forEach((take) => void take()),
    };
  };
  return { hub, bell, query, aReader };
}

/** Each reader in turn finishes while the others are busy, as happens with many streams of one party. */
async function inTurn(readers: readonly { takesIt(): void }[]) {
  for (let round = 0; round < 50; round += 1) {
    readers[round % readers.length]?.takesIt();
    await settled();
  }
}

test("readers of one list that are busy at different times do not wake each other for ever", async () => {
  const { hub, bell, aReader } = aHub();
  const first = aReader();
  await settled();
  const second = aReader();
  await settled();
  await inTurn([first, second]);
  expect([first, second].map(({ isBusy }) => isBusy())).toEqual([false, false]);
  const [firstHeard, secondHeard] = [vi.mocked(first.follower.hear), vi.mocked(second.follower.hear)];
  expect([firstHeard.mock.calls.length, secondHeard.mock.calls.length]).toEqual([1, 1]);

  // A reader that is rung while busy looks once more, and causes no other reader to look.
  bell.ring([LIST]);
  await settled();
  first.takesIt();
  second.takesIt();
  await settled();
  bell.ring([LIST]);
  await settled();
  bell.ring([LIST]);
  bell.ring([LIST]);
  await settled();
  await inTurn([first, second]);
  expect([firstHeard.mock.calls.length, secondHeard.mock.calls.length]).toEqual([4, 4]);

  // The same holds if a third reader is busy alone, and all are rung meanwhile.
  bell.ring([LIST]);
  await settled();
  const third = aReader();
  await settled();
  bell.ring([LIST]);
  await settled();
  await inTurn([first, second, third]);
  const thirdHeard = vi.mocked(third.follower.hear);
  expect([firstHeard, secondHeard, thirdHeard].map(({ mock }) => mock.calls.length)).toEqual([6, 6, 2]);
  hub.close();
});

test("a sweep is one statement, however many follow, and none if nobody does", async () => {
  const { hub, query, aReader } = aHub();
  vi.advanceTimersByTime(10_000);
  await settled();
  expect(query).not.toHaveBeenCalled();
  const readers = Array.from({ length: 300 }, aReader);
  await settled();
  for (const { takesIt } of readers) takesIt();
  await settled();
  query.mockClear();
  for (let sweep = 0; sweep < 5; sweep += 1) {
    vi.advanceTimersByTime(2_000);
    await settled();
  }
  expect(query).toHaveBeenCalledTimes(5);
  hub.close();
});
