import { expect, test } from "vitest";
import { strangenessOf, surenessOf, usualStrangeness } from "./strangeness";

const usual = usualStrangeness([0, 0.2, 0.4]);

test("a usual text is not strange, and beyond that strangeness counts in spreads", () => {
  expect(usual.usual).toBeCloseTo(0.2, 10);
  expect(strangenessOf(0.1, usual)).toBe(0);
  expect(strangenessOf(0.2 + 2 * usual.spread, usual)).toBeCloseTo(2, 10);
});

test("where all texts are alike, a small difference is not strange", () => {
  const alike = usualStrangeness(Array.from({ length: 100 }, () => 0));
  expect(strangenessOf(0.1, alike)).toBeLessThanOrEqual(1);
});

test("a stranger text has a less sure answer, and a usual one is as sure as it is probable", () => {
  expect(surenessOf(0.9, 0)).toBeCloseTo(0.9, 10);
  const falling = [0, 0.5, 1, 2, 4].map((strangeness) => surenessOf(0.99, strangeness));
  expect(falling).toEqual([...falling].sort((a, b) => b - a));
  expect(new Set(falling).size).toBe(5);
});

test("a strange text makes even the most probable answer unsure", () => {
  expect(surenessOf(1, 0)).toBeLessThan(1);
  expect(surenessOf(1, 8)).toBeLessThan(0.01);
  expect(surenessOf(0, 3)).toBe(0);
});
