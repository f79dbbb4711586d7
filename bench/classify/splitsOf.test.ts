import { expect, test } from "vitest";
import { splitsOf } from "./splitsOf";

const examples = ["a", "b", "c", "d", "e"].map((text) => ({ text, category: "any" }));

test("a cross-validation tests each example once, with a model that has not learnt it", () => {
  const splits = splitsOf({ examples, tests: null }, 2, 1);
  expect(splits.flatMap(({ tests }) => tests.map(({ text }) => text)).sort()).toEqual(["a", "b", "c", "d", "e"]);
  for (const { learnt, tests } of splits) expect(learnt.filter((each) => tests.includes(each))).toEqual([]);
});

test("a set with its own tests keeps its split", () => {
  expect(splitsOf({ examples, tests: [] }, 5, 1)).toEqual([{ learnt: examples, tests: [] }]);
});
