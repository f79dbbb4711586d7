import type { BoardView } from "@/domain/views/repViews";
import { boardMismatches } from "./boardMismatches";
import type { PlayedRep } from "./playedRep";
import type { Stage } from "./stage";

/** Compares one organization's board with itself all along, and with the ledger at the end. */
export interface BoardWatch {
  /** Looks now, and notes in the ledger what does not add up. */
  look(): Promise<void>;
  /** What the board says against the ledger's count of closed and rated requests; empty when they agree. */
  compare(played: { closed: number; rated: number }): Promise<string[]>;
}

const LIVE_PAGES_MAX = 20;

/** Watches the board through somebody who may see the whole of it. */
export async function watchBoard(watcher: PlayedRep, stage: Stage): Promise<BoardWatch> {
  const before = await watcher.client.board.get.query({});
  return {
    async look() {
      for (const mismatch of boardMismatches(await watcher.client.board.get.query({}))) {
        stage.ledger.noteError(`board: ${mismatch}`);
      }
    },
    async compare(played) {
      const after = await watcher.client.board.get.query({});
      const open = await playedStillLive(watcher, stage);
      return [
        ...boardMismatches(after),
        ...closedMismatch(before, after, played),
        ...(open === 0 ? [] : [`${open} played requests are still live on the board`]),
      ];
    },
  };
}

/** Others may close requests beside the play, so that the board may count more, but never less. After midnight it begins anew. */
function closedMismatch(before: BoardView, after: BoardView, played: { closed: number; rated: number }): string[] {
  if (after.closedToday < before.closedToday) return [];
  const closed = after.closedToday - before.closedToday;
  const rated = after.rating.count - before.rating.count;
  return [
    ...(closed >= played.closed ? [] : [`the board counts ${closed} closed, the ledger ${played.closed}`]),
    ...(rated >= played.rated ? [] : [`the board counts ${rated} rated, the ledger ${played.rated}`]),
  ];
}

async function playedStillLive({ client }: PlayedRep, { recognised }: Stage): Promise<number> {
  let count = 0;
  let cursor: string | null = null;
  for (let page = 0; page < LIVE_PAGES_MAX; page += 1) {
    const answer: { rows: { sequenceId: string }[]; nextCursor: string | null } = await client.queue.list.query({
      view: "board",
      figure: "live",
      cursor,
      limit: 100,
    });
    count += answer.rows.filter(({ sequenceId }) => recognised.get(sequenceId)).length;
    cursor = answer.nextCursor;
    if (cursor === null) break;
  }
  return count;
}
