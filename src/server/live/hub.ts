import { isDatabaseAway } from "../db/isDatabaseAway";
import type { Deps } from "../deps";
import { entriesAfter, type ListEntry } from "./entries";
import { endFollower, type Follower, type FollowersByList, followersByList, povNow } from "./followers";
import { sweepFollowers } from "./sweepFollowers";

/** Reads lists for all followers of this process. */
export type Hub = {
  /** Delivers to a follower from now on. Returns how to stop. */
  follow(follower: Follower): () => void;
  /** How many follow. */
  followers(): number;
  /** Calls at every sweep with all followers, so that one statement can serve them all. */
  onSweep(listener: (followers: readonly Follower[]) => void): () => void;
  /** Stops, and ends all followers. */
  close(): void;
};

/**
 * Reads the lists of everybody who is connected to this process, and delivers what is new. A follower is looked at only
 * when it is new, or when a ring or the sweep says that one of its lists has grown. So streams that hear nothing ask
 * nothing. A sweep costs one statement for the heads of all lists, and one for the rights whose turn it is, however
 * many follow.
 */
export function openHub(deps: Deps): Hub {
  const followers = followersByList();
  const due = new Set<Follower>();
  const busy = new Set<Follower>();
  const sweepListeners = new Set<(followers: readonly Follower[]) => void>();
  let isPlanned = false;

  const look = (concerned: Iterable<Follower>) => {
    for (const follower of concerned) due.add(follower);
    plan();
  };
  const plan = () => {
    if (isPlanned) return;
    isPlanned = true;
    setImmediate(() => {
      isPlanned = false;
      // Nothing is lost: the sweep finds who is behind.
      void deliver().catch((error: unknown) => deps.log.warn({ err: error }, "live look failed"));
    });
  };

  /**
   * Delivers to all due followers that are not still busy with an earlier delivery. Those have their turn afterwards.
   */
  const deliver = async () => {
    const ready = [...due].filter((follower) => !busy.has(follower));
    if (ready.length === 0) return;
    for (const follower of ready) {
      due.delete(follower);
      busy.add(follower);
    }
    try {
      const entries = byList(await entriesAfter(distinctPairs(ready), deps));
      await Promise.all(ready.map((follower) => handOver(follower, entries, followers, deps)));
    } finally {
      for (const follower of ready) busy.delete(follower);
      for (const gone of [...due].filter((follower) => !followers.all.has(follower))) due.delete(gone);
      if (due.size > 0) plan();
    }
  };

  const stopSweeping = sweepFollowers(followers, busy, look, deps, () => {
    const all = [...followers.all.keys()];
    for (const listener of sweepListeners) listener(all);
  });
  const stopRing = deps.bell.onRing((listIds) => look(followers.of(listIds)));
  const stopTyping = deps.bell.onTyping((typing) => {
    for (const follower of followers.of(typing.listIds)) follower.type(typing);
  });
  return {
    follow(follower) {
      followers.put(follower);
      // Read at once what was committed between its page and now.
      look([follower]);
      return () => void followers.remove(follower);
    },
    followers: () => followers.all.size,
    onSweep(listener) {
      sweepListeners.add(listener);
      return () => void sweepListeners.delete(listener);
    },
    close() {
      stopSweeping();
      stopRing();
      stopTyping();
      for (const follower of [...followers.all.keys()]) follower.end();
    },
  };
}

async function handOver(
  follower: Follower,
  entries: ReadonlyMap<string, readonly ListEntry[]>,
  followers: FollowersByList,
  deps: Pick<Deps, "log">,
): Promise<void> {
  try {
    const pov = await povNow(follower, followers);
    if (pov === null) return;
    const isNew = ({ list_id, position }: ListEntry) =>
      position > (follower.positions.get(list_id) ?? Number.POSITIVE_INFINITY);
    const own = [...follower.positions.keys()].sort().flatMap((listId) => entries.get(listId) ?? []);
    await follower.hear(pov, own.filter(isNew));
  } catch (error) {
    // Ending the stream loses nothing: the reader comes back and goes on from its last position. That the database is away
    // is said by the sweep, once for all streams.
    if (!isDatabaseAway(error)) deps.log.error({ err: error }, "live delivery failed");
    endFollower(follower, followers);
  }
}

/** The positions of all followers, each pair of list and position once. */
function distinctPairs(followers: readonly Follower[]): { listId: string; position: number }[] {
  const pairs = new Map<string, { listId: string; position: number }>();
  for (const { positions } of followers)
    for (const [listId, position] of positions) pairs.set(`${listId}:${position}`, { listId, position });
  return [...pairs.values()];
}

function byList(entries: readonly ListEntry[]): Map<string, ListEntry[]> {
  const lists = new Map<string, ListEntry[]>();
  for (const entry of entries) {
    const list = lists.get(entry.list_id);
    if (!list) lists.set(entry.list_id, [entry]);
    // Two followers at different positions of a list have asked for the same entries.
    else if (list.at(-1)?.position !== entry.position) list.push(entry);
  }
  return lists;
}
