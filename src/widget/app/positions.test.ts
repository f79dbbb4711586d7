import fc from "fast-check";
import { expect, test } from "vitest";
import { comparePositions, writePositions } from "@/domain/pov/position";
import { isBefore } from "./positions";

// Law: the widget's short twin says "before" exactly where the rule says "older".
test("positions stand to each other as the domain's rule says", () => {
  const position = fc
    .array(fc.tuple(fc.constantFrom("a", "b-1", "0199"), fc.nat(3)), { maxLength: 3 })
    .map((pairs) => writePositions(new Map(pairs)));
  fc.assert(
    fc.property(position, position, (a, b) => {
      expect(isBefore(a, b)).toBe(comparePositions(a, b) === "older");
    }),
    { seed: 3, numRuns: 500 },
  );
});

test("what is no position is older than nothing", () => {
  expect(isBefore("nonsense", "nonsense too")).toBe(false);
});
