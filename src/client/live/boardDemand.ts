"use client";

import { useEffect, useRef } from "react";
import type { BoardView } from "@/contract/views/repViews";
import { useLiveStatus } from "./useLiveStatus";

/**
 * Whether somebody looks at the board. The stream carries its figures only then: the first look reopens the stream
 * with them, and the next opening after the last look leaves them out.
 */
function createBoardDemand() {
  const listeners = new Set<() => void>();
  let looks = 0;
  return {
    isWanted: () => looks > 0,
    /** Counts one look; gives back how to end it. */
    look() {
      looks += 1;
      if (looks === 1) for (const listener of listeners) listener();
      return () => {
        looks -= 1;
      };
    },
    onWanted(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** The demand of this tab. */
export const boardDemand = createBoardDemand();

/** The latest figures of the stream, which carries them while this is mounted; null before the first. */
export function useBoardFigures(): BoardView | null {
  useEffect(() => boardDemand.look(), []);
  return useLiveStatus("board");
}

/**
 * Has `read` called whenever the requests behind the board's figures have changed, at most once a second and never
 * while it is reading; what changes meanwhile is read after it. The stream carries the board while `isWanted`.
 */
export function useBoardMoves(isWanted: boolean, isReading: boolean, read: () => void): void {
  const moves = useLiveStatus("boardMoves");
  const readAt = useRef(moves);
  useEffect(() => (isWanted ? boardDemand.look() : undefined), [isWanted]);
  useEffect(() => {
    if (!isWanted || isReading || readAt.current === moves) return;
    readAt.current = moves;
    read();
  }, [isWanted, isReading, moves, read]);
}
