import { expect, test } from "vitest";
import type { BoardView } from "@/contract/views/boardViews";
import { boardMismatches } from "./boardMismatches";

const board: BoardView = {
  asOf: new Date(0),
  waiting: 3,
  longestWaitingSince: null,
  breached: 0,
  atRisk: 0,
  escalated: 0,
  assigned: 2,
  closedToday: 0,
  rating: { average: null, count: 0 },
  nextBreaches: [],
  reps: [repWith(2), repWith(0)],
  queues: [queueWith(1, 2), queueWith(2, 0)],
  categories: [categoryWith(3, 1), categoryWith(0, 1)],
};

test("a board whose queues, categories and reps sum to its figures has no mismatch", () => {
  expect(boardMismatches(board)).toEqual([]);
});

test("each sum that differs from its figure is named with both numbers", () => {
  expect(boardMismatches({ ...board, waiting: 4, reps: [repWith(1)] })).toEqual([
    "waiting is 4, but waiting of all queues is 3",
    "waiting is 4, but waiting of all categories is 3",
    "assigned is 2, but open requests of all reps is 1",
  ]);
});

function repWith(open: number): BoardView["reps"][number] {
  const load = { used: open, capacity: 4, open, late: 0 };
  const onDuty = { availability: "available", availabilitySince: new Date(0), absence: null } as const;
  return { repId: "r", name: "R", teamNames: [], ...onDuty, ...load };
}

function queueWith(waiting: number, assigned: number): BoardView["queues"][number] {
  return { teamId: "t", name: "T", waiting, assigned, longestWaitingSince: null, breached: 0, availableReps: 1 };
}

function categoryWith(waiting: number, assigned: number): BoardView["categories"][number] {
  return { categoryId: "c", name: "C", teamId: "t", waiting, assigned };
}
