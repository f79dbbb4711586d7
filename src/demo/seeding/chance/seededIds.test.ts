import { expect, test } from "vitest";
import { seededIds } from "./seededIds";
import { seededRandom } from "./seededRandom";

const AT_MS = Date.parse("2026-11-23T10:30:00Z");

test("ids have the form of a UUIDv7 with the time of their row, are unique, and sort in the order of their making", () => {
  const newId = seededIds(seededRandom("ids"));
  const made = Array.from({ length: 2_000 }, (_, index) => newId(AT_MS + Math.floor(index / 1_000)));
  for (const id of made) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(made).size).toBe(made.length);
  expect(made.toSorted()).toEqual(made);
  expect(Number.parseInt((made[0] ?? "").replace("-", "").slice(0, 12), 16)).toBe(AT_MS);
});

test("the same seed makes the same ids, and another seed makes other ids", () => {
  const first = (seed: string) => seededIds(seededRandom(seed))(AT_MS);
  expect(first("one")).toBe(first("one"));
  expect(first("one")).not.toBe(first("another"));
});
