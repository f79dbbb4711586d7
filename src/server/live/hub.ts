import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../deps";
import { readHeads } from "../queries/presentPosition";
import type { Typing } from "./bell";
import { entriesAfter, type ListEntry } from "./entries";

/** Somebody who follows lists. The hub reads for all of them together and hands each what is new. */
export type Follower = {
  /** Where it stands in each list that it follows. */
  readonly positions: Map<string, number>;
  /** Whom it reads as now, or null once it may not follow any more. Asked before every delivery. */
  authorise(): Promise<Pov | null>;
  /** Whether its right is checked at every sweep; else it checks itself at its own heartbeat. */
  readonly isSwept: boolean;
  /** Hands over new entries, in the order of their lists; moves `positions` on. */
  hear(pov: Pov, entries: readonly ListEntry[]): Promise<void>;
  /** The lists of its point of view are others now. */
  relist(pov: Pov): Promise<void>;
  type(typing: Typing): void;
  end(): void;
};

export type Hub = {
  follow(follower: Follower): () => void;
  followers(): number;
  close(): void;
};

/** What a lost wake-up left is found after at most this long; whoever may not follow any more is ended as soon. */
const SWEEP_EVERY_MS = 2_000;

/** Follows the lists of everybody who is connected to this process. */
export function openHub(deps: Deps): Hub {
  const followers = new Set<Follower>();
  const rung = new Set<string>();
  const busy = new Set<Follower>();
  const missed = new Set<Follower>();
  let isPlanned = false;

  const ring = (listIds: readonly string[]) => {
    for (const id of listIds) rung.add(id);
    plan();
  };
  const plan = () => {
    if (isPlanned) return;
    isPlanned = true;
    setImmediate(() => {
      isPlanned = false;
      void look().catch((error: unknown) => deps.log.error({ err: error }, "live look failed"));
    });
  };

  const look = async () => {
    const listIds = new Set(rung);
    rung.clear();
    const concerned = [...followers].filter(({ positions }) => [...listIds].some((id) => positions.has(id)));
    for (const follower of concerned.filter((each) => busy.has(each))) missed.add(follower);
    await deliver(concerned.filter((each) => !busy.has(each)));
  };

  const deliver = async (ready: readonly Follower[]) => {
    for (const follower of ready) busy.add(follower);
    try {
      const asked = ready.flatMap(({ positions }) =>
        [...positions].map(([listId, position]) => ({ listId, position })),
      );
      const entries = await entriesAfter(distinctPairs(asked), deps);
      await Promise.all(ready.map((follower) => handOver(follower, entries, followers, deps)));
    } finally {
      for (const follower of ready) busy.delete(follower);
      const again = ready.filter((follower) => missed.delete(follower));
      if (again.length > 0) ring(again.flatMap(({ positions }) => [...positions.keys()].slice(0, 1)));
    }
  };

  const sweep = setInterval(
    () => void sweepOnce().catch((error: unknown) => deps.log.error({ err: error }, "live sweep failed")),
    SWEEP_EVERY_MS,
  );
  sweep.unref();
  const sweepOnce = async () => {
    if (followers.size === 0) return;
    const followed = [...new Set([...followers].flatMap(({ positions }) => [...positions.keys()]))];
    const heads = await readHeads(followed, deps);
    const behind = [...followers].filter(({ positions }) =>
      [...positions].some(([id, position]) => (heads.get(id) ?? 0) > position),
    );
    const unchanged = [...followers].filter((each) => each.isSwept && !behind.includes(each) && !busy.has(each));
    await Promise.all(unchanged.map((follower) => checkRight(follower, followers, deps)));
    ring(behind.flatMap(({ positions }) => [...positions.keys()].slice(0, 1)));
  };

  const stopRing = deps.bell.onRing(ring);
  const stopTyping = deps.bell.onTyping((typing) => {
    for (const follower of followers)
      if (typing.listIds.some((id) => follower.positions.has(id))) follower.type(typing);
  });
  return {
    follow(follower) {
      followers.add(follower);
      // Whatever was committed between its page and now is read at once.
      ring([...follower.positions.keys()].slice(0, 1));
      return () => void followers.delete(follower);
    },
    followers: () => followers.size,
    close() {
      clearInterval(sweep);
      stopRing();
      stopTyping();
      for (const follower of followers) follower.end();
    },
  };
}

async function handOver(
  follower: Follower,
  entries: readonly ListEntry[],
  followers: Set<Follower>,
  deps: Pick<Deps, "log">,
): Promise<void> {
  try {
    const pov = await povNow(follower, followers);
    if (pov === null) return;
    const isNew = ({ list_id, position }: ListEntry) =>
      position > (follower.positions.get(list_id) ?? Number.POSITIVE_INFINITY);
    await follower.hear(pov, entries.filter(isNew));
  } catch (error) {
    // The reader comes back and goes on from its last position: nothing is lost by ending it.
    deps.log.error({ err: error }, "live delivery failed");
    end(follower, followers);
  }
}

async function checkRight(follower: Follower, followers: Set<Follower>, deps: Pick<Deps, "log">): Promise<void> {
  try {
    await povNow(follower, followers);
  } catch (error) {
    deps.log.warn({ err: error }, "live check failed");
  }
}

/** Whom a follower reads as now; null where it was ended, or given other lists to follow. */
async function povNow(follower: Follower, followers: Set<Follower>): Promise<Pov | null> {
  const pov = await follower.authorise();
  if (pov === null || !followers.has(follower)) {
    end(follower, followers);
    return null;
  }
  const listIds = [pov.partyId, ...pov.groupIds];
  const isSame = listIds.length === follower.positions.size && listIds.every((id) => follower.positions.has(id));
  if (!isSame) await follower.relist(pov);
  return isSame ? pov : null;
}

function end(follower: Follower, followers: Set<Follower>): void {
  if (followers.delete(follower)) follower.end();
}

function distinctPairs(asked: readonly { listId: string; position: number }[]) {
  return [...new Map(asked.map((each) => [`${each.listId}:${each.position}`, each])).values()];
}
