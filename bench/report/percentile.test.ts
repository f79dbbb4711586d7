import fc from "fast-check";
import { expect, test } from "vitest";
import { percentile } from "./percentile";

test("the median and the tail of a hundred values are the 50th and the 99th", () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect([percentile(values, 0.5), percentile(values, 0.99), percentile(values, 1)]).toEqual([50, 99, 100]);
});

test("without values there is no percentile", () => {
  expect(percentile([], 0.5)).toBeNaN();
});

test("a percentile is one of the values, and at least the given share is not above it", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1 }), fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
      const found = percentile(values, share);
      expect(values).toContain(found);
      expect(values.filter((value) => value <= found).length / values.length).toBeGreaterThanOrEqual(share - 1e-9);
    }),
    { seed: 1 },
  );
});
