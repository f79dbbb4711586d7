import type { Pov } from "@/domain/pov/pov";
import type { Typing } from "./bell";
import type { ListEntry } from "./entries";

/** One open stream, which follows lists. The hub reads for all followers together, and hands each what is new. */
export type Follower = {
  /** The party to whom the stream belongs. */
  readonly partyId: string;
  /** How far it has read in each list that it follows. */
  readonly positions: Map<string, number>;
  /** The point of view that it has now; null once it may not follow any more. Asked before every delivery. */
  authorise(): Promise<Pov | null>;
  /** While nothing is new, its right is checked once in this many sweeps. */
  readonly rightAskedEverySweeps: number;
  /** Takes new entries, in the order of their lists, and moves `positions` on. */
  hear(pov: Pov, entries: readonly ListEntry[]): Promise<void>;
  /** Takes a point of view with other lists, and follows these. */
  relist(pov: Pov): Promise<void>;
  type(typing: Typing): void;
  end(): void;
};

/** All followers of a process, indexed by the lists that they follow. */
export type FollowersByList = {
  /** Every follower with its own number, which says in which sweep it has its turn. */
  readonly all: ReadonlyMap<Follower, number>;
  readonly listIds: () => string[];
  /** Adds a follower, or notes that it follows other lists now. */
  put(follower: Follower): void;
  /** Removes a follower. Returns whether it was there. */
  remove(follower: Follower): boolean;
  /** The followers of at least one of these lists, each once. */
  of(listIds: Iterable<string>): Set<Follower>;
};

/** Makes an empty set of followers. */
export function followersByList(): FollowersByList {
  const all = new Map<Follower, number>();
  const listsOf = new Map<Follower, readonly string[]>();
  const byList = new Map<string, Set<Follower>>();
  let lastNumber = 0;

  const forget = (follower: Follower) => {
    for (const listId of listsOf.get(follower) ?? []) {
      const others = byList.get(listId);
      others?.delete(follower);
      if (others?.size === 0) byList.delete(listId);
    }
  };
  return {
    all,
    listIds: () => [...byList.keys()],
    put(follower) {
      forget(follower);
      const listIds = [...follower.positions.keys()];
      all.set(follower, all.get(follower) ?? ++lastNumber);
      listsOf.set(follower, listIds);
      for (const listId of listIds) byList.set(listId, (byList.get(listId) ?? new Set()).add(follower));
    },
    remove(follower) {
      forget(follower);
      listsOf.delete(follower);
      return all.delete(follower);
    },
    of(listIds) {
      const found = new Set<Follower>();
      for (const listId of listIds) for (const follower of byList.get(listId) ?? []) found.add(follower);
      return found;
    },
  };
}

/**
 * The point of view that a follower has now. Null if it may not follow any more, which ends it, or if its lists have
 * changed, which it is told.
 */
export async function povNow(follower: Follower, followers: FollowersByList): Promise<Pov | null> {
  const pov = await follower.authorise();
  if (pov === null || !followers.all.has(follower)) {
    endFollower(follower, followers);
    return null;
  }
  const listIds = [pov.partyId, ...pov.groupIds];
  const isSame = listIds.length === follower.positions.size && listIds.every((id) => follower.positions.has(id));
  if (isSame) return pov;
  await follower.relist(pov);
  if (followers.all.has(follower)) followers.put(follower);
  return null;
}

/** Removes a follower and ends its stream, once. */
export function endFollower(follower: Follower, followers: FollowersByList): void {
  if (followers.remove(follower)) follower.end();
}
