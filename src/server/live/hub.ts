import type { Pov } from "@/domain/pov/pov";
import { isDatabaseAway } from "../db/isDatabaseAway";
import type { Deps } from "../deps";
import { readHeads } from "../pov/presentPosition";
import { entriesAfter, type ListEntry } from "./entries";
import { type Follower, type FollowersByList, followersByList } from "./followers";

export type Hub = {
  follow(follower: Follower): () => void;
  followers(): number;
  /** Calls at every sweep with all who follow, so that what concerns all of them is one statement. */
  onSweep(listener: (followers: readonly Follower[]) => void): () => void;
  close(): void;
};

/** What a lost wake-up left is found after at most this long; a member who may not follow any more is ended as soon. */
const SWEEP_EVERY_MS = 2_000;

/**
 * Follows the lists of everybody who is connected to this process. Only those are looked after whose lists grew, who
 * were rung for, or who are new: streams that hear nothing ask nothing. All else is the sweep's, which costs one
 * statement for the heads of all lists and one for the rights whose turn it is, however many follow.
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
      void deliver().catch((error: unknown) => deps.log.error({ err: error }, "live look failed"));
    });
  };

  /** Hands over to all who are due but those who still take what came before: it is their turn after it. */
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

  const stopSweeping = sweepAgainAndAgain(followers, busy, look, deps, () => {
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
      // Whatever was committed between its page and now is read at once.
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

/** Finds those whose lists have grown unheard, and those who may not follow any more; a sweep waits for the one before. */
function sweepAgainAndAgain(
  followers: FollowersByList,
  busy: ReadonlySet<Follower>,
  look: (behind: Iterable<Follower>) => void,
  deps: Deps,
  onSweep: () => void,
): () => void {
  let sweeps = 0;
  let isSweeping = false;
  const sweep = async () => {
    if (isSweeping || followers.all.size === 0) return;
    isSweeping = true;
    sweeps += 1;
    try {
      const behind = followersBehind(await readHeads(followers.listIds(), deps), followers);
      look(behind);
      const isInTurn = ([follower, number]: [Follower, number]) =>
        (number + sweeps) % follower.rightAskedEverySweeps === 0 && !behind.has(follower) && !busy.has(follower);
      const inTurn = [...followers.all].filter(isInTurn).map(([follower]) => follower);
      // Asked for in one turn of the event loop, the rights are read by one statement.
      const failed = (await Promise.allSettled(inTurn.map((follower) => povNow(follower, followers)))).find(
        ({ status }) => status === "rejected",
      );
      if (failed?.status === "rejected") throw failed.reason;
    } finally {
      isSweeping = false;
    }
  };
  const timer = setInterval(() => {
    onSweep();
    sweep().catch((error: unknown) => {
      if (isDatabaseAway(error)) return endAll(followers, deps);
      deps.log.warn({ err: error }, "live sweep failed");
    });
  }, SWEEP_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Without its database a stream would look live and tell nothing. Its reader comes back, and goes on where it was. */
function endAll(followers: FollowersByList, { log }: Pick<Deps, "log">): void {
  log.warn({ streams: followers.all.size }, "the database is away: streams end, and wait for it outside");
  for (const follower of [...followers.all.keys()]) end(follower, followers);
}

function followersBehind(heads: ReadonlyMap<string, number>, followers: FollowersByList): Set<Follower> {
  const behind = new Set<Follower>();
  for (const [listId, head] of heads)
    for (const follower of followers.of([listId]))
      if (head > (follower.positions.get(listId) ?? head)) behind.add(follower);
  return behind;
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
    // The reader comes back and goes on from its last position: nothing is lost by ending it.
    deps.log.error({ err: error }, "live delivery failed");
    end(follower, followers);
  }
}

/** Whom a follower reads as now; null where it was ended, or given other lists to follow. */
async function povNow(follower: Follower, followers: FollowersByList): Promise<Pov | null> {
  const pov = await follower.authorise();
  if (pov === null || !followers.all.has(follower)) {
    end(follower, followers);
    return null;
  }
  const listIds = [pov.partyId, ...pov.groupIds];
  const isSame = listIds.length === follower.positions.size && listIds.every((id) => follower.positions.has(id));
  if (isSame) return pov;
  await follower.relist(pov);
  if (followers.all.has(follower)) followers.put(follower);
  return null;
}

function end(follower: Follower, followers: FollowersByList): void {
  if (followers.remove(follower)) follower.end();
}

/** Where followers stand, each place once, however many stand there. */
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
    // Two who stand at different places of a list asked for the same entries.
    else if (list.at(-1)?.position !== entry.position) list.push(entry);
  }
  return lists;
}
