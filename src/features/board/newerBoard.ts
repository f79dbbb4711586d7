import type { BoardView } from "@/contract/views/repViews";

/** The later of two readings of the board; null when there is none yet. */
export function newerBoard(read: BoardView | null, told: BoardView | null): BoardView | null {
  if (!read || !told) return read ?? told;
  return told.asOf.getTime() >= read.asOf.getTime() ? told : read;
}
