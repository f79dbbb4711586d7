import { type Positions, writePositions } from "@/domain/pov/position";
import type { ListEntry } from "../entries";

/** An event, and the entry with which it is told. */
export type Told<Event> = { entry: ListEntry; event: Event };

/** An event as it is sent. `id` is the position that its reader has reached by it. */
export type Frame<Event> = { id: string; event: Event };

/**
 * Makes the frames of what is told of new entries, in the order of the entries. `positions` (by list id) moves on with
 * them. A reader resumes after the id of the last frame that it has got.
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
