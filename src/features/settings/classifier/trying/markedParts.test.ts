import { expect, test } from "vitest";
import { markedParts } from "./markedParts";

const marked = (text: string, words: string[]) =>
  markedParts(text, words)
    .filter(({ isMarked }) => isMarked)
    .map((part) => part.text);

test("whole words are marked, without regard to case and accents", () => {
  expect(marked("My Refund: no refund, no REFUND, but refunds", ["refund"])).toEqual(["Refund", "refund", "REFUND"]);
  expect(marked("Où est mon café ?", ["cafe"])).toEqual(["café"]);
  expect(marked("Where is my lost card?", ["lost card"])).toEqual(["lost", "card"]);
});

test("the parts add up to the text", () => {
  for (const text of ["", "refund", "a refund.", "refund refund", "nothing of it"]) {
    const parts = markedParts(text, ["refund"]);
    expect(parts.map((part) => part.text).join("")).toBe(text);
  }
});

test("nothing is marked without words, or for punctuation", () => {
  expect(marked("What? Nothing.", [])).toEqual([]);
  expect(marked("What? Nothing.", ["?"])).toEqual([]);
});
