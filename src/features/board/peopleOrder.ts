import type { BoardView } from "@/contract/views/boardViews";
import { AVAILABILITIES } from "@/domain/routing/availability";

type Rep = BoardView["reps"][number];

/** Compares reps: those with the most late requests first, then by availability, load and name. */
export function peopleOrder(a: Rep, b: Rep): number {
  return (
    b.late - a.late ||
    AVAILABILITIES.indexOf(a.availability) - AVAILABILITIES.indexOf(b.availability) ||
    b.used - a.used ||
    a.name.localeCompare(b.name)
  );
}
