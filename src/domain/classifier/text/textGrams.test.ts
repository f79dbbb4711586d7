import { expect, test } from "vitest";
import { TEXT_LENGTH_MAX, textGrams, WORDS_MAX } from "./textGrams";

const hashesOf = (text: string) => {
  const { wordGrams, characterGrams } = textGrams(text);
  return new Set([...wordGrams.hashes, ...characterGrams.hashes]);
};
const shared = (a: string, b: string) => [...hashesOf(a)].filter((hash) => hashesOf(b).has(hash)).length;

test("words match without case and accents, by their neighbours, and by their parts", () => {
  expect(hashesOf("Überweisung")).toEqual(hashesOf("uberweisung"));
  expect(shared("lost card", "card lost")).toBeLessThan(hashesOf("lost card").size);
  expect(shared("refunding", "refunded")).toBeGreaterThan(8);
  expect(shared("refund", "login")).toBe(0);
});

test("a script without spaces is read by signs and pairs of signs", () => {
  const { words, wordGrams } = textGrams("退款请求");
  expect(words).toEqual(["退", "款", "请", "求"]);
  expect(wordGrams.hashes).toHaveLength(9);
  expect(shared("我要退款", "退款请求")).toBeGreaterThan(2);
});

test("each gram points to its word", () => {
  const { characterGrams, words } = textGrams("a bc");
  expect([...characterGrams.wordIndexes].map((index) => words[index])).toEqual([
    "a",
    ...Array.from({ length: 3 }, () => "bc"),
  ]);
});

test("the rest of a text that is too long is not read", () => {
  const { words, characterGrams } = textGrams("word ".repeat(TEXT_LENGTH_MAX));
  expect(words).toHaveLength(WORDS_MAX);
  expect(characterGrams.hashes.length).toBeLessThan(TEXT_LENGTH_MAX * 5);
  expect(textGrams("x".repeat(1_000_000)).words[0]?.length).toBeLessThan(100);
});
