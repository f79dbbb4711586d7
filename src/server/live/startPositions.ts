import { readPositions } from "@/domain/pov/position";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../deps";
import { followedLists, listName, readHeads } from "../pov/presentPosition";
import { ENTRIES_AT_ONCE_MAX } from "./entries";

/**
 * Where a stream starts: after the position that its reader has. If that position is missing, unreadable, of other
 * lists, from the future, or too far back to be told entry by entry, the stream starts at the present, and `isResync`
 * is true.
 */
export async function startPositions(
  from: string | null,
  pov: Pov,
  deps: Deps,
): Promise<{ positions: Map<string, number>; isResync: boolean }> {
  const listIds = followedLists(pov);
  const heads = await readHeads(listIds, deps);
  const known = from === null ? null : readSafely(from);
  const present = new Map(listIds.map((id) => [id, heads.get(id) ?? 0]));
  if (known === null || !isOfLists(known, listIds, pov)) return { positions: present, isResync: true };
  const positions = new Map(listIds.map((id) => [id, known.get(listName(id, pov)) ?? 0]));
  const isTellable = listIds.every((id) => {
    const gap = (present.get(id) ?? 0) - (positions.get(id) ?? 0);
    return gap >= 0 && gap < ENTRIES_AT_ONCE_MAX;
  });
  return isTellable ? { positions, isResync: false } : { positions: present, isResync: true };
}

/** Whether a position names only these lists. If it names another one, it belongs to another reader or another team. */
function isOfLists(known: ReadonlyMap<string, number>, listIds: readonly string[], pov: Pov): boolean {
  const names = new Set(listIds.map((id) => listName(id, pov)));
  return [...known.keys()].every((name) => names.has(name));
}

function readSafely(from: string): ReadonlyMap<string, number> | null {
  try {
    return readPositions(from);
  } catch {
    return null;
  }
}
