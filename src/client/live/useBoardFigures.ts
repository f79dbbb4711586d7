"use client";

import { useEffect } from "react";
import type { BoardView } from "@/contract/views/repViews";
import { boardDemand } from "./boardDemand";
import { useLiveStatus } from "./useLiveStatus";

/** The latest figures of the stream, which carries them while this is mounted; null before the first. */
export function useBoardFigures(): BoardView | null {
  useEffect(() => boardDemand.look(), []);
  return useLiveStatus("board");
}
