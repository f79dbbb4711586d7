import type { RepEvent } from "@/contract/live/repEvent";
import type { Pov } from "@/domain/pov/pov";
import { boardView } from "../../board/boardView";
import type { Deps } from "../../deps";
import { type Looks, oneLook } from "../../pov/looks";
import { liveStamp } from "../../request/queries/watchStamps";

/** The least time between two readings of the boards, however many watch. */
const READ_EVERY_MS = 1_000;
/** While no list grows, boards are read every this many turns, for what time alone changes or a lost ring left. */
const IDLE_TURNS_MAX = 5;

type Watcher = {
  /** The point of view that it has now; null once it may not watch any more. Asked before every delivery. */
  authorise(): Promise<Pov | null>;
  hear(event: RepEvent): void;
};
export type BoardWatch = { watch(watcher: Watcher): () => void; close(): void };

type Told = { figures: string; stamp: string };
type Group = { pov: Pov; watchers: Watcher[] };

/**
 * Tells watchers when their board has changed. A board is read once for all tabs of a person, after something has
 * happened. If the figures are the same, but a request behind them has changed, only that is told, so that open lists
 * of requests are read again.
 */
export function openBoardWatch(deps: Deps): BoardWatch {
  const lastTold = new Map<Watcher, Told | null>();
  /** By party: while somebody watches, everything that their board names counts as one look (P12). */
  let looksOf = new Map<string, Looks>();
  let isReading = false;
  let isMoved = false;
  let idleTurns = 0;

  const read = async () => {
    isReading = true;
    try {
      const groups = [...(await groupsOf([...lastTold.keys()]))];
      looksOf = new Map(groups.map(({ pov: { partyId } }) => [partyId, looksOf.get(partyId) ?? oneLook(deps.looks)]));
      for (const group of groups) await tell(group);
    } finally {
      isReading = false;
    }
  };
  const tell = async ({ pov, watchers }: Group) => {
    const stamp = await liveStamp(pov, deps);
    const board = await boardView(pov, { ...deps, looks: looksOf.get(pov.partyId) ?? deps.looks });
    const { asOf: _, ...shown } = board;
    const now: Told = { figures: JSON.stringify(shown), stamp };
    for (const watcher of watchers.filter((each) => lastTold.has(each))) {
      const before = lastTold.get(watcher);
      lastTold.set(watcher, now);
      if (before?.figures !== now.figures) watcher.hear({ type: "board", board });
      else if (before.stamp !== now.stamp) watcher.hear({ type: "board_moved" });
    }
  };
  const takeTurn = () => {
    idleTurns += 1;
    if (lastTold.size === 0 || isReading || (!isMoved && idleTurns < IDLE_TURNS_MAX)) return;
    isMoved = false;
    idleTurns = 0;
    void read().catch((error: unknown) => deps.log.error({ err: error }, "board reading failed"));
  };
  const stopRing = deps.bell.onRing(() => {
    isMoved = true;
  });
  const timer = setInterval(takeTurn, READ_EVERY_MS);
  timer.unref();
  return {
    watch(watcher) {
      lastTold.set(watcher, null);
      isMoved = true;
      return () => void lastTold.delete(watcher);
    },
    close() {
      clearInterval(timer);
      stopRing();
    },
  };
}

/** The tabs of each person together, with their present point of view. Leaves out those who supervise no team now. */
async function groupsOf(watchers: readonly Watcher[]): Promise<Iterable<Group>> {
  const groups = new Map<string, Group>();
  const povs = await Promise.all(watchers.map((watcher) => watcher.authorise()));
  for (const [index, watcher] of watchers.entries()) {
    const pov = povs[index] ?? null;
    if (pov === null || pov.supervisedTeamIds.length === 0) continue;
    const key = JSON.stringify(pov);
    const { watchers: together } = groups.get(key) ?? { watchers: [] };
    groups.set(key, { pov, watchers: [...together, watcher] });
  }
  return groups.values();
}
