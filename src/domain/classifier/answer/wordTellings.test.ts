import { expect, test } from "vitest";
import { textGrams, wordHashAt } from "../text/textGrams";
import { wordTellings } from "./wordTellings";

const texts = ["my refund", "my money", "my parcel", "my refund parcel"].map((text, index) => ({
  grams: textGrams(text),
  category: index < 2 ? 0 : 1,
}));
const tellingOf = (word: string) => wordTellings(texts).get(wordHashAt(textGrams(word).wordGrams, 0));

test("a word of only one category tells everything, and one that all use alike tells nothing", () => {
  expect(tellingOf("money")).toBe(1);
  expect(tellingOf("my")).toBe(0);
  expect(tellingOf("refund")).toBe(0);
});

test("an unknown word has no telling", () => {
  expect(tellingOf("loan")).toBeUndefined();
});

test("with only one category, every telling stays within 0 and 1", () => {
  const one = wordTellings([{ grams: textGrams("my refund"), category: 0 }]);
  expect([...one.values()].every((telling) => telling >= 0 && telling <= 1)).toBe(true);
});
