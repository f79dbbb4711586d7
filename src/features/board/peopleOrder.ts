import type { BoardView } from "@/domain/views/repViews";

type Rep = BoardView["reps"][number];

const AT_WORK = ["available", "on_call", "busy", "away", "offline"] as const;

/** Who needs attention first: those with late requests, then by how much they are at work, then by load and name. */
export function peopleOrder(a: Rep, b: Rep): number {
  return (
    b.late - a.late ||
    AT_WORK.indexOf(a.availability) - AT_WORK.indexOf(b.availability) ||
    b.used - a.used ||
    a.name.localeCompare(b.name)
  );
}
