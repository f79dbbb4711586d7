import { isDatabaseAway } from "../db/isDatabaseAway";
import type { Deps } from "../deps";
import { readHeads } from "../pov/presentPosition";
import { endFollower, type Follower, type FollowersByList, povNow } from "./followers";

/** The sweep finds growth whose ring was lost, and members who may not follow any more, after at most this long. */
const SWEEP_EVERY_MS = 2_000;

/**
 * Finds, again and again, followers whose lists have grown without a ring, and those who may not follow any more. No
 * sweep begins before the last one has ended. If the database is away, all followers are ended.
 *
 * @returns how to stop
 */
export function sweepFollowers(
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
      // Rights that are asked for in the same turn of the event loop are read by one statement.
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

/** Without the database a stream would look live and tell nothing. Its reader comes back and goes on where it was. */
function endAll(followers: FollowersByList, { log }: Pick<Deps, "log">): void {
  log.warn({ streams: followers.all.size }, "the database is away: all streams end, and their readers come back later");
  for (const follower of [...followers.all.keys()]) endFollower(follower, followers);
}

function followersBehind(heads: ReadonlyMap<string, number>, followers: FollowersByList): Set<Follower> {
  const behind = new Set<Follower>();
  for (const [listId, head] of heads)
    for (const follower of followers.of([listId]))
      if (head > (follower.positions.get(listId) ?? head)) behind.add(follower);
  return behind;
}
