import { expect, test } from "vitest";
import type { BoardView } from "@/contract/views/boardViews";
import { newerBoard } from "./useBoard";

test("the newer of two readings of the board is shown, whichever way it came", () => {
  const early = { asOf: new Date(1) } as BoardView;
  const late = { asOf: new Date(2) } as BoardView;
  expect(newerBoard(early, late)).toBe(late);
  expect(newerBoard(late, early)).toBe(late);
  expect(newerBoard(null, early)).toBe(early);
  expect(newerBoard(null, null)).toBeNull();
});
