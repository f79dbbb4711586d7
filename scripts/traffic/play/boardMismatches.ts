import type { BoardView } from "@/contract/views/boardViews";

/** Returns what does not add up within one board; empty for a consistent one. */
export function boardMismatches(board: BoardView): string[] {
  return [
    compare(
      "waiting",
      board.waiting,
      "waiting of all queues",
      sumOf(board.queues, ({ waiting }) => waiting),
    ),
    compare(
      "waiting",
      board.waiting,
      "waiting of all categories",
      sumOf(board.categories, ({ waiting }) => waiting),
    ),
    compare(
      "assigned",
      board.assigned,
      "assigned of all queues",
      sumOf(board.queues, ({ assigned }) => assigned),
    ),
    compare(
      "assigned",
      board.assigned,
      "assigned of all categories",
      sumOf(board.categories, ({ assigned }) => assigned),
    ),
    compare(
      "assigned",
      board.assigned,
      "open requests of all reps",
      sumOf(board.reps, ({ open }) => open),
    ),
  ].flat();
}

function compare(name: string, figure: number, sumName: string, sum: number): string[] {
  return figure === sum ? [] : [`${name} is ${figure}, but ${sumName} is ${sum}`];
}

function sumOf<Item>(items: readonly Item[], figure: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + figure(item), 0);
}
