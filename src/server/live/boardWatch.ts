import type { Pov } from "@/domain/pov/pov";
import type { BoardView } from "@/domain/views/repViews";
import type { Deps } from "../deps";
import { boardView } from "../queries/boardView";

/** Boards are read at most this often, however many watch. */
const READ_EVERY_MS = 1_000;

type Watcher = { pov: Pov; hear(board: BoardView): void };
export type BoardWatch = { watch(watcher: Watcher): () => void; close(): void };

/** Keeps the boards of those who watch: each is read once for all who may see the same, and told when it has changed. */
export function openBoardWatch(deps: Deps): BoardWatch {
  const watchers = new Map<string, Set<Watcher>>();
  const lastTold = new Map<string, string>();
  let isReading = false;

  const read = async () => {
    if (isReading) return;
    isReading = true;
    try {
      for (const [key, together] of watchers) await tell(key, together);
    } finally {
      isReading = false;
    }
  };
  const tell = async (key: string, together: ReadonlySet<Watcher>) => {
    const [first] = together;
    if (!first) return;
    const board = await boardView(first.pov, deps);
    const { asOf: _, ...figures } = board;
    const told = JSON.stringify(figures);
    if (lastTold.get(key) === told) return;
    lastTold.set(key, told);
    for (const { hear } of together) hear(board);
  };
  const timer = setInterval(() => {
    if (watchers.size > 0)
      void read().catch((error: unknown) => deps.log.error({ err: error }, "board reading failed"));
  }, READ_EVERY_MS);
  timer.unref();
  return {
    watch(watcher) {
      const { organizationId, supervisedTeamIds } = watcher.pov;
      const key = [organizationId, ...supervisedTeamIds].join();
      const together = watchers.get(key) ?? new Set();
      watchers.set(key, together.add(watcher));
      lastTold.delete(key);
      return () => {
        together.delete(watcher);
        if (together.size === 0) watchers.delete(key);
      };
    },
    close: () => clearInterval(timer),
  };
}
