import { expect, test } from "vitest";
import { labelledIn } from "./dataSet";

test("rows are read by column name, and may contain commas and quotes", () => {
  expect(labelledIn('category,text\nrefunds,"money back, ""please"""\n', "a.csv")).toEqual([
    { text: 'money back, "please"', category: "refunds" },
  ]);
});

test("a file with other columns is refused, with its name", () => {
  expect(() => labelledIn("question,label\nhi,a\n", "a.csv")).toThrow(/a\.csv/);
});
