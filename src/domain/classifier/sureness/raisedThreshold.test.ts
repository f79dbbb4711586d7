import { expect, test } from "vitest";
import { raisedThreshold } from "./raisedThreshold";

const answers = (count: number, sureness: number, isRight: boolean) =>
  Array.from({ length: count }, () => ({ sureness, isRight }));

test("the threshold rises to where the recent decisions were right often enough", () => {
  const decided = [...answers(40, 0.98, true), ...answers(5, 0.9, false), ...answers(5, 0.9, true)];
  expect(raisedThreshold(decided, 0.95, 0.9)).toEqual({ precision: 0.9, to: 0.98 });
});

test("it stays while they are right often enough, or too few are known", () => {
  expect(raisedThreshold([...answers(29, 0.95, true), ...answers(1, 0.9, false)], 0.96, 0.9)).toBeNull();
  expect(raisedThreshold(answers(29, 0.9, false), 0.96, 0.9)).toBeNull();
});

test("if no part was right often enough it rises to its maximum, and then no further", () => {
  const decided = answers(60, 0.9999, false);
  expect(raisedThreshold(decided, 0.97, 0.9)).toEqual({ precision: 0, to: 0.999 });
  expect(raisedThreshold(decided, 0.97, 0.999)).toBeNull();
});
