"use client";

import { useQuery } from "@tanstack/react-query";
import { useBoardFigures } from "@/client/live/boardDemand";
import { useTRPC } from "@/client/trpc";
import type { BoardView } from "@/contract/views/boardViews";

/** The board: read once, then kept up to date by the stream. */
export function useBoard() {
  const trpc = useTRPC();
  const { data, error, refetch, isFetching } = useQuery(trpc.board.get.queryOptions({}, { refetchOnMount: "always" }));
  const board = newerBoard(data ?? null, useBoardFigures());
  return { board, error, isFetching, retry: () => void refetch() };
}

/** The newer of the board that was read and the one from the stream; null if there is none yet. */
export function newerBoard(read: BoardView | null, told: BoardView | null): BoardView | null {
  if (!read || !told) return read ?? told;
  return told.asOf.getTime() >= read.asOf.getTime() ? told : read;
}
