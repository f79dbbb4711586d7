"use client";

import { useEffect, useRef } from "react";
import type { BoardView } from "@/contract/views/boardViews";
import { createCallbacks } from "../createCallbacks";
import { useLiveStatus } from "./useLiveStatus";

/**
 * Counts what is showing the board in this tab. The stream carries the board's figures only while something does: the
 * first one reopens the stream with the figures, and the first opening after the last one has gone leaves them out.
 */
function createBoardDemand() {
  const listeners = createCallbacks<[]>();
  let looks = 0;
  return {
    isWanted: () => looks > 0,
    /** Counts one more; returns a function that ends it. */
    look() {
      looks += 1;
      if (looks === 1) listeners.call();
      return () => {
        looks -= 1;
      };
    },
    onWanted: listeners.add,
  };
}

/** The board demand of this tab. */
export const boardDemand = createBoardDemand();

/** The latest figures of the stream, null before the first. The stream carries them while the caller is mounted. */
export function useBoardFigures(): BoardView | null {
  useEffect(() => boardDemand.look(), []);
  return useLiveStatus("board");
}

/**
 * Calls `read` when the requests behind the board's figures have changed: at most once a second, and not while
 * `isReading`, but once after it. The stream carries the board while `isWanted`.
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
