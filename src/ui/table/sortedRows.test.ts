import { expect, test } from "vitest";
import { sortedRows } from "./sortedRows";

const rows = [
  { name: "b", share: 0.5 },
  { name: "a", share: null },
  { name: "c", share: 0.9 },
];
const namesBy = (key: "name" | "share", direction: "ascending" | "descending") =>
  sortedRows(rows, (row) => row[key], direction).map(({ name }) => name);

test("rows are sorted by texts and by numbers, in both directions", () => {
  expect(namesBy("name", "ascending")).toEqual(["a", "b", "c"]);
  expect(namesBy("name", "descending")).toEqual(["c", "b", "a"]);
});

test("null comes last in both directions", () => {
  expect(namesBy("share", "ascending")).toEqual(["b", "c", "a"]);
  expect(namesBy("share", "descending")).toEqual(["c", "b", "a"]);
});
