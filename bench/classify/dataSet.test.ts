import { expect, test } from "vitest";
import { labelledIn } from "./dataSet";

test("rows are read by the names of their columns, with commas and quotes in them", () => {
  expect(labelledIn('category,text\nrefunds,"money back, ""please"""\n', "a.csv")).toEqual([
    { text: 'money back, "please"', category: "refunds" },
  ]);
});

test("a file with other columns is refused by name", () => {
  expect(() => labelledIn("question,label\nhi,a\n", "a.csv")).toThrow(/a\.csv/);
});
