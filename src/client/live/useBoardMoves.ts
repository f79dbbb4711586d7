"use client";

import { useEffect, useRef } from "react";
import { boardDemand } from "./boardDemand";
import { useLiveStatus } from "./useLiveStatus";

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
