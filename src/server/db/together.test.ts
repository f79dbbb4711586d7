import fc from "fast-check";
import { expect, test } from "vitest";
import { together } from "./together";

const nextTurn = () => new Promise<void>((done) => setImmediate(done));

/** Work that ends only when the test says so, and remembers what it was given. */
function heldWork() {
  const batches: number[][] = [];
  const ends: ((outcome: "done" | "failed") => void)[] = [];
  const work = (items: readonly number[]) => {
    batches.push([...items]);
    return new Promise<number[]>((resolve, reject) =>
      ends.push((outcome) =>
        outcome === "done" ? resolve(items.map((item) => item * 2)) : reject(new Error(`failed with ${items.join()}`)),
      ),
    );
  };
  return { batches, ends, work };
}

test("items of one turn go together; items that come while every lane is busy wait and go as one batch", async () => {
  const { batches, ends, work } = heldWork();
  const double = together(work, { lanesMax: 1, itemsMax: 10 });
  const answers = [double(1), double(2)];
  await nextTurn();
  answers.push(double(3));
  await nextTurn();
  answers.push(double(4));
  expect(batches).toEqual([[1, 2]]);
  ends[0]?.("done");
  await Promise.all(answers.slice(0, 2));
  await nextTurn();
  expect(batches).toEqual([
    [1, 2],
    [3, 4],
  ]);
  ends[1]?.("done");
  expect(await Promise.all(answers)).toEqual([2, 4, 6, 8]);
});

test("a failing batch fails its own items and no others", async () => {
  const { ends, work } = heldWork();
  const double = together(work, { lanesMax: 1, itemsMax: 2 });
  const answers = Promise.allSettled([double(1), double(2), double(3)]);
  await nextTurn();
  ends[0]?.("failed");
  await nextTurn();
  await nextTurn();
  ends[1]?.("done");
  const [first, second, third] = await answers;
  expect([first?.status, second?.status]).toEqual(["rejected", "rejected"]);
  expect(third).toEqual({ status: "fulfilled", value: 6 });
});

test("in any order of calls, each gets its own answer, and no bound is exceeded", async () => {
  const bounds = fc.record({ lanesMax: fc.integer({ min: 1, max: 3 }), itemsMax: fc.integer({ min: 1, max: 4 }) });
  await fc.assert(
    fc.asyncProperty(bounds, fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 30 }), async (given, turns) => {
      let underWay = 0;
      let most = 0;
      let largest = 0;
      const work = async (items: readonly number[]) => {
        underWay += 1;
        most = Math.max(most, underWay);
        largest = Math.max(largest, items.length);
        for (let turn = 0; turn < (items[0] ?? 0) % 3; turn += 1) await nextTurn();
        underWay -= 1;
        return items.map((item) => item * 2);
      };
      const double = together(work, given);
      const answers: Promise<number>[] = [];
      for (const [item, waitTurns] of turns.entries()) {
        answers.push(double(item));
        for (let turn = 0; turn < waitTurns; turn += 1) await nextTurn();
      }
      expect(await Promise.all(answers)).toEqual(turns.map((_, item) => item * 2));
      expect(most).toBeLessThanOrEqual(given.lanesMax);
      expect(largest).toBeLessThanOrEqual(given.itemsMax);
    }),
  );
});
