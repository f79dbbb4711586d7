import { expect, test } from "vitest";
import { nextExample } from "./nextExample";

const shown = [9, 7, 5, 3].map((number) => ({ number }));

test("the focus goes to the example after the removed ones, or at the end to the one before", () => {
  expect(nextExample([9], shown)).toBe(7);
  expect(nextExample([9, 5], shown)).toBe(3);
  expect(nextExample([3], shown)).toBe(5);
  expect(nextExample([9, 3], shown)).toBe(5);
});

test("without any example left there is none to focus", () => {
  expect(nextExample([9, 7, 5, 3], shown)).toBeUndefined();
  expect(nextExample([1], [])).toBeUndefined();
});
