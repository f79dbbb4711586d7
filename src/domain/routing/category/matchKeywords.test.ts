import fc from "fast-check";
import { expect, test } from "vitest";
import { exampleCategory } from "../exampleRouting";
import { KEYWORD_TEXT_LENGTH_MAX, matchKeywords } from "./matchKeywords";

const categories = [
  exampleCategory({ id: "billing", keywords: ["card", "bill", "überweisung"] }),
  exampleCategory({ id: "credit", keywords: ["credit card", "loan", "payday loan"] }),
  exampleCategory({ id: "refunds", keywords: ["refund", "money back", "返金", "c++", "++"] }),
  exampleCategory({ id: "late", keywords: ["Bill"] }),
];

test.each([
  ["A REFUND, please", "refunds", ["refund"]],
  ["meine Uberweisung", "billing", ["überweisung"]],
  ["I want my money — back!", "refunds", ["money back"]],
  ["the longest phrase wins: my credit card", "credit", ["credit card"]],
  ["a bill: of two equal ones the first category wins", "billing", ["bill"]],
  ["a payday loan names both of its keywords", "credit", ["payday loan", "loan"]],
  ["昨日の返金をお願いします", "refunds", ["返金"]],
])("%j matches %s by %j", (text, categoryId, keywords) => {
  expect(matchKeywords(text, categories)).toEqual({ categoryId, keywords });
});

test.each(["refunded", "money is back", "billing cards", "", "++", "back money"])(
  "%j falls into no category, since no keyword stands in it as a whole",
  (text) => {
    expect(matchKeywords(text, categories)).toBeNull();
  },
);

test("a keyword beyond the searched length is not found, nor one that only the cut creates", () => {
  const filler = "x ".repeat(KEYWORD_TEXT_LENGTH_MAX / 2);
  expect(matchKeywords(`${filler}refund`, categories)).toBeNull();

  const cutAfterCard = `${"x".repeat(KEYWORD_TEXT_LENGTH_MAX - 5)} cards`;
  expect(matchKeywords(cutAfterCard, categories)).toBeNull();
});

test("a keyword is found at any place between words, in any case", () => {
  const words = fc.array(fc.constantFrom("one", "two", "ça", "пять", "7"), { maxLength: 5 });
  fc.assert(
    fc.property(words, words, fc.constantFrom("refund", "REFUND", "Réfund"), (before, after, keyword) => {
      const text = [...before, keyword, ...after].join(" ");
      expect(matchKeywords(text, categories)?.categoryId).toBe("refunds");
    }),
  );
});

test("any text is read without an error and gives only configured categories and keywords", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
      const match = matchKeywords(text, categories);
      const category = categories.find(({ id }) => id === match?.categoryId);
      expect(match === null || match.keywords.every((keyword) => category?.keywords.includes(keyword))).toBe(true);
    }),
  );
});
