import { expect, test } from "vitest";
import { addGram, emptyVocabulary, markKnown, noveltyOf, rowOf } from "./vocabulary";

const facts = { rarity: 1, telling: 1 };

test("a gram beyond the room for rows gets none, but is not strange once it is known", () => {
  const vocabulary = emptyVocabulary({ rows: 2, others: 2 });
  for (const hash of [11, 22, 33]) addGram(vocabulary, hash, facts);
  expect([11, 22, 33].map((hash) => rowOf(vocabulary, hash))).toEqual([0, 1, -1]);
  markKnown(vocabulary, 44);
  expect(noveltyOf(Uint32Array.of(11, 33, 44, 55), vocabulary)).toBe(0.25);
  expect(noveltyOf(new Uint32Array(0), vocabulary)).toBe(1);
});

test("a gram that was only marked as known gets a row when it is added", () => {
  const vocabulary = emptyVocabulary({ rows: 1, others: 1 });
  markKnown(vocabulary, 7);
  expect(rowOf(vocabulary, 7)).toBe(-1);
  addGram(vocabulary, 7, facts);
  expect(rowOf(vocabulary, 7)).toBe(0);
});

test("a full table takes no more grams, and still finds those it has", () => {
  const vocabulary = emptyVocabulary({ rows: 1, others: 0 });
  for (let hash = 1; hash <= 100; hash++) markKnown(vocabulary, hash);
  expect(vocabulary.known).toBeLessThanOrEqual(vocabulary.slotHashes.length / 2);
  expect(noveltyOf(Uint32Array.of(1), vocabulary)).toBe(0);
  expect(noveltyOf(Uint32Array.of(100), vocabulary)).toBe(1);
});
