import { expect, test } from "vitest";
import { chooseThreshold } from "./chooseThreshold";

const answers = (right: number, wrong: number, sureness: number) =>
  Array.from({ length: right + wrong }, (_, index) => ({ sureness, isRight: index < right }));

test("the threshold is the lowest sureness from which on enough answers were right", () => {
  const judged = [...answers(99, 0, 0.9), ...answers(8, 2, 0.6), ...answers(0, 50, 0.3)];
  expect(chooseThreshold(judged, 0.95)).toBe(0.6);
  expect(chooseThreshold(judged, 0.99)).toBe(0.9);
});

test("answers of equal sureness count together or not at all", () => {
  expect(chooseThreshold([...answers(50, 0, 0.9), ...answers(1, 9, 0.5)], 0.97)).toBe(0.9);
});

test("few answers give no threshold, even if all were right", () => {
  expect(chooseThreshold(answers(20, 0, 0.9), 0.97)).toBeNull();
  expect(chooseThreshold([], 0.5)).toBeNull();
});

test("more answers must be right than demanded, because just enough can be luck", () => {
  expect(chooseThreshold(answers(9_700, 300, 0.9), 0.97)).toBeNull();
  expect(chooseThreshold(answers(9_708, 292, 0.9), 0.97)).toBeNull();
  expect(chooseThreshold(answers(9_710, 290, 0.9), 0.97)).toBe(0.9);
});
