import fc from "fast-check";
import { expect, test } from "vitest";
import { sealIds } from "./sealIds";

const ids = sealIds("a key of sixteen and more bytes, for tests only");
const id = fc.uuid();

test("an id that is sealed for a party has 22 characters and opens for that party", () => {
  fc.assert(
    fc.property(id, id, (inner, party) => {
      const sealed = ids.seal(inner, party);
      expect(sealed).toMatch(/^[A-Za-z0-9_-]{22}$/);
      expect(ids.open(sealed, party)).toBe(inner);
      expect(ids.seal(inner, party)).toBe(sealed);
    }),
  );
});

test("two ids never have the same seal, and one id has different seals for two parties", () => {
  fc.assert(
    fc.property(fc.uniqueArray(id, { minLength: 2, maxLength: 20 }), id, id, (inner, party, other) => {
      expect(new Set(inner.map((each) => ids.seal(each, party))).size).toBe(inner.length);
      fc.pre(party !== other);
      for (const each of inner) expect(ids.seal(each, party)).not.toBe(ids.seal(each, other));
    }),
  );
});

test("an id that was sealed for another party, or with another key, opens to another id", () => {
  const others = sealIds("another key, as long as the first one is, and unlike it");
  fc.assert(
    fc.property(id, id, id, (inner, party, other) => {
      fc.pre(party !== other);
      expect(ids.open(ids.seal(inner, party), other)).not.toBe(inner);
      expect(others.open(ids.seal(inner, party), party)).not.toBe(inner);
    }),
  );
});

test("text that is not a seal opens to an id that no row has, without an error", () => {
  const nobody = "00000000-0000-0000-0000-000000000000";
  for (const garbage of [
    "",
    "a",
    "x".repeat(21),
    "x".repeat(23),
    `${"x".repeat(21)}=`,
    "é".repeat(22),
    "../".repeat(8),
  ]) {
    expect(ids.open(garbage, "party")).toBe(nobody);
  }
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (text) => {
      expect(ids.open(text, "party")).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    }),
  );
});

/** P1: the seals of ids that were made one after the other neither ascend nor share a beginning. */
test("the order of seals does not follow the order of ids", () => {
  const inner = Array.from(
    { length: 64 },
    (_, n) => `019b7000-0000-7000-8000-0000000000${n.toString(16).padStart(2, "0")}`,
  );
  const sealed = inner.map((each) => ids.seal(each, "party"));
  expect(sealed).not.toEqual([...sealed].sort());
  expect(new Set(sealed.map((each) => each.slice(0, 4))).size).toBeGreaterThan(32);
});
