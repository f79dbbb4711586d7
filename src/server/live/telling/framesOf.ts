import { type Positions, writePositions } from "@/domain/pov/position";
import type { ListEntry } from "../entries";

/** An event, and the entry after which it may be told. */
export type Told<Event> = { entry: ListEntry; event: Event };

export type Frame<Event> = { id: string; event: Event };

/**
 * The frames of what is told of new entries, in the order of the entries; `positions` (by list id) moves on with them.
 * Each frame's id is how far its reader has got: from there it resumes.
 */
export function framesOf<Event>(
  entries: readonly ListEntry[],
  told: readonly Told<Event>[],
  positions: Map<string, number>,
  named: (positions: ReadonlyMap<string, number>) => Positions,
): Frame<Event>[] {
  return entries.flatMap((entry) => {
    positions.set(entry.list_id, entry.position);
    const id = writePositions(named(positions));
    return told.filter((each) => each.entry === entry).map(({ event }) => ({ id, event }));
  });
}
