import type { Pov } from "@/domain/pov/pov";
import type { Typing } from "./bell";
import type { ListEntry } from "./entries";

/** Somebody who follows lists. The hub reads for all of them together and hands each what is new. */
export type Follower = {
  /** Whose stream it is. */
  readonly partyId: string;
  /** Where it stands in each list that it follows. */
  readonly positions: Map<string, number>;
  /** Whom it reads as now, or null once it may not follow any more. Asked before every delivery. */
  authorise(): Promise<Pov | null>;
  /** While nothing is new, its right is asked once in so many sweeps. */
  readonly rightAskedEverySweeps: number;
  /** Hands over new entries, in the order of their lists; moves `positions` on. */
  hear(pov: Pov, entries: readonly ListEntry[]): Promise<void>;
  /** The lists of its point of view are others now. */
  relist(pov: Pov): Promise<void>;
  type(typing: Typing): void;
  end(): void;
};

/** All followers of a process, and who of them follows a list. */
export type FollowersByList = {
  /** Each with a number of its own, by which turns are taken. */
  readonly all: ReadonlyMap<Follower, number>;
  readonly listIds: () => string[];
  /** Takes it in, or takes note that it follows other lists now. */
  put(follower: Follower): void;
  /** Whether it was there. */
  remove(follower: Follower): boolean;
  /** Those who follow one of these lists, each once. */
  of(listIds: Iterable<string>): Set<Follower>;
};

/** Nobody at first. */
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

/** Whom a follower reads as now; null where it was ended, or given other lists to follow. */
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

export function endFollower(follower: Follower, followers: FollowersByList): void {
  if (followers.remove(follower)) follower.end();
}
