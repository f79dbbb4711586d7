import { expect, test } from "vitest";
import { heldRows } from "./heldRows";

type Line = { id: string; words: string };
const line = (id: string, words = id): Line => ({ id, words });
const keyOf = ({ id }: Line) => id;
const known = new Map([line("a"), line("b"), line("c")].map((each) => [each.id, each]));

test("held rows change in place; rows that are gone are marked, and new rows wait", () => {
  const now = [line("new"), line("c", "changed"), line("a")];
  expect(heldRows(["a", "b", "c"], now, keyOf, known)).toEqual([
    { row: line("a"), isGone: false },
    { row: line("b"), isGone: true },
    { row: line("c", "changed"), isGone: false },
  ]);
});

test("rows that are not held are in their own order", () => {
  const now = [line("c"), line("a")];
  expect(heldRows(null, now, keyOf, known).map(({ row }) => row)).toEqual(now);
});
