"use client";

import { useQuery } from "@tanstack/react-query";
import { useBoardFigures } from "@/client/live/boardDemand";
import { useTRPC } from "@/client/trpc";
import { newerBoard } from "./newerBoard";

/** The board as it stands: read once, then told by the stream. */
export function useBoard() {
  const trpc = useTRPC();
  const { data, error, refetch, isFetching } = useQuery(trpc.board.get.queryOptions({}, { refetchOnMount: "always" }));
  const board = newerBoard(data ?? null, useBoardFigures());
  return { board, error, isFetching, retry: () => void refetch() };
}
