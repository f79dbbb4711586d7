import fc from "fast-check";
import { expect, test } from "vitest";
import { isBefore } from "./positions";

// The domain's `comparePositions` must give the same table.
test.each([
  ["", "c.1", true],
  ["c.1", "", false],
  ["c.9", "c.10", true],
  ["c.10", "c.9", false],
  ["c.7", "c.7", false],
  ["a.1~b.2", "a.1~b.3", true],
  ["a.2~b.2", "a.1~b.3", false],
  ["a.1", "a.1~b.1", true],
])("that %j is older than %j is %s", (a, b, expected) => {
  expect(isBefore(a, b)).toBe(expected);
});

// Law: of two different positions in one list exactly one is older. All positions of a customer are in one list.
test("positions of one list are in the order of their numbers", () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (a, b) => {
      expect(isBefore(`c.${a}`, `c.${b}`)).toBe(a < b);
    }),
    { seed: 3 },
  );
});

test("a text that is no position is older than nothing", () => {
  expect(isBefore("nonsense", "nonsense too")).toBe(false);
});
