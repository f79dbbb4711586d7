import fc from "fast-check";
import { expect, test } from "vitest";
import { sealIds } from "./sealIds";

const ids = sealIds("a key of sixteen and more bytes, for tests only");
const id = fc.uuid();

test("what is sealed for a party opens for it to the same id, in 22 characters", () => {
  fc.assert(
    fc.property(id, id, (inner, party) => {
      const sealed = ids.seal(inner, party);
      expect(sealed).toMatch(/^[A-Za-z0-9_-]{22}$/);
      expect(ids.open(sealed, party)).toBe(inner);
      expect(ids.seal(inner, party)).toBe(sealed);
    }),
  );
});

test("two ids never have the same seal, nor one id the same seal for two parties", () => {
  fc.assert(
    fc.property(fc.uniqueArray(id, { minLength: 2, maxLength: 20 }), id, id, (inner, party, other) => {
      expect(new Set(inner.map((each) => ids.seal(each, party))).size).toBe(inner.length);
      fc.pre(party !== other);
      for (const each of inner) expect(ids.seal(each, party)).not.toBe(ids.seal(each, other));
    }),
  );
});

test("what was sealed for somebody else, or by another key, opens to another id", () => {
  const others = sealIds("another key, as long as the first one is, and unlike it");
  fc.assert(
    fc.property(id, id, id, (inner, party, other) => {
      fc.pre(party !== other);
      expect(ids.open(ids.seal(inner, party), other)).not.toBe(inner);
      expect(others.open(ids.seal(inner, party), party)).not.toBe(inner);
    }),
  );
});

test("whatever is no seal opens to nobody, without an error", () => {
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

/** P1: ids made one after the other do not ascend, nor share a beginning, once they are sealed. */
test("the order of ids is not the order of their seals", () => {
  const inner = Array.from(
    { length: 64 },
    (_, n) => `019b7000-0000-7000-8000-0000000000${n.toString(16).padStart(2, "0")}`,
  );
  const sealed = inner.map((each) => ids.seal(each, "party"));
  expect(sealed).not.toEqual([...sealed].sort());
  expect(new Set(sealed.map((each) => each.slice(0, 4))).size).toBeGreaterThan(32);
});
