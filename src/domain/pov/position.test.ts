import fc from "fast-check";
import { expect, test } from "vitest";
import { comparePositions, isNewer, mergePositions, readPositions, writePositions } from "./position";

const positions = fc
  .uniqueArray(fc.tuple(fc.constantFrom("anna", "bank", "cards"), fc.nat({ max: 3 })), { selector: ([list]) => list })
  .map((pairs) => new Map(pairs));

test("written positions read back, and a list at its beginning equals one that is not named", () => {
  fc.assert(
    fc.property(positions, (each) => {
      const written = writePositions(each);
      expect(writePositions(readPositions(written))).toBe(written);
      expect(comparePositions(written, writePositions(readPositions(written)))).toBe("equal");
    }),
  );
});

test("a is newer than b exactly when merging a into b changes b", () => {
  fc.assert(
    fc.property(positions, positions, (a, b) => {
      const movesOn = writePositions(mergePositions(b, a)) !== writePositions(b);
      expect(isNewer(writePositions(a), writePositions(b))).toBe(movesOn);
    }),
  );
});

test("comparing the other way round gives the opposite answer", () => {
  const opposite = { older: "newer", newer: "older", equal: "equal", apart: "apart" };
  fc.assert(
    fc.property(positions, positions, (a, b) => {
      const [left, right] = [writePositions(a), writePositions(b)];
      expect(comparePositions(right, left)).toBe(opposite[comparePositions(left, right)]);
    }),
  );
});

test("any other text is refused as invalid input", () => {
  for (const text of ["x", "a.-1", "a.1~", "a.1,b.2", `${"a".repeat(65)}.1`]) {
    expect(() => readPositions(text)).toThrow("invalid_input");
  }
});
