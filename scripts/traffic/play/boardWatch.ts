import type { BoardFigure } from "@/contract/views/boardViews";
import { boardMismatches } from "./boardMismatches";
import type { PlayedRep } from "./playedRep";
import type { Stage } from "./stage";

/** Checks an organization's boards for consistency during the play, and against the ledger at the end. */
export interface BoardWatch {
  /** Reads the boards now, and notes in the ledger what does not add up. */
  look(): Promise<void>;
  /** Returns the played requests that the boards count under a figure. */
  playedBehind(figure: BoardFigure): Promise<Set<string>>;
  /** Tells whether one of the boards shows the requests of a team. */
  shows(teamId: string | null): boolean;
}

const PAGES_MAX = 200;
const PAGE_SIZE = 100;

/** Watches the boards of all supervisors, because each board shows its supervisor's own teams only. */
export function watchBoards(reps: readonly PlayedRep[], stage: Stage): BoardWatch {
  const watchers = reps.filter(({ me }) => me.mayWatchBoard);
  const shown = new Set(watchers.flatMap(({ me }) => me.teams.filter((team) => team.isSupervisor).map(({ id }) => id)));
  return {
    shows: (teamId) => teamId !== null && shown.has(teamId),
    async look() {
      for (const { client, me } of watchers) {
        for (const mismatch of boardMismatches(await client.board.get.query({}))) {
          stage.ledger.noteError(`board of ${me.name}: ${mismatch}`);
        }
      }
    },
    async playedBehind(figure) {
      const found = new Set<string>();
      for (const watcher of watchers) {
        for (const sequenceId of await sequencesBehind(figure, watcher)) {
          if (stage.recognised.get(sequenceId)) found.add(sequenceId);
        }
      }
      return found;
    },
  };
}

async function sequencesBehind(figure: BoardFigure, { client }: PlayedRep): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const answer: { rows: { sequenceId: string }[]; nextCursor: string | null } = await client.queue.list.query({
      view: "board",
      figure,
      cursor,
      limit: PAGE_SIZE,
    });
    ids.push(...answer.rows.map(({ sequenceId }) => sequenceId));
    cursor = answer.nextCursor;
    if (cursor === null) break;
  }
  return ids;
}
