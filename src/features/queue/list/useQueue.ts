"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { useBoardMoves } from "@/client/live/boardDemand";
import { useHeard } from "@/client/live/useHeard";
import { useMe } from "@/client/me/MeGate";
import { useTRPC } from "@/client/trpc";
import { foldQueue } from "@/contract/live/foldQueue";
import type { HeardEvent, RepEvent } from "@/contract/live/repEvent";
import type { MeView } from "@/contract/views/organizationViews";
import type { QueuePage, QueueRow } from "@/contract/views/queueViews";
import type { DeskView } from "../deskPlace";
import { type QueueFilter, queueQuery } from "./queueFilter";
import { type QueueViewer, queueRule } from "./queueRule";

const PAGE_SIZE = 100;

export type Queue = {
  /** The queue as it stands now, in its own order; null until the first page is read. */
  live: readonly QueueRow[] | null;
  /** The latest heard row of each request, including those that no longer belong here. */
  heardRows: ReadonlyMap<string, QueueRow>;
  /** The ids in the order of the pages read. */
  readIds: readonly string[];
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore: () => void;
  error: unknown;
  retry: () => void;
};

/** A queue, read page by page and kept live. */
export function useQueue(view: Exclude<DeskView, "backchannels">, filter: QueueFilter): Queue {
  const trpc = useTRPC();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch, isFetching } = useInfiniteQuery(
    trpc.queue.list.infiniteQueryOptions(
      { view, limit: PAGE_SIZE, ...queueQuery(filter) },
      {
        initialCursor: null,
        getNextPageParam: ({ nextCursor }) => nextCursor,
        // While these views are not shown, no event tells of all that changes in them.
        ...(view === "board" || view === "closed" ? { refetchOnMount: "always" as const } : {}),
      },
    ),
  );
  const readAgain = useCallback(() => void refetch(), [refetch]);
  const { mayWatchBoard } = useMe();
  // No list of the viewer's tells of all requests behind a figure, nor of what colleagues of a supervised team close.
  useBoardMoves(view === "board" || (view === "closed" && mayWatchBoard), isFetching, readAgain);
  const pages = data?.pages;
  const heard = useHeard(isAboutQueues);
  const readIds = useMemo(() => idsOf(pages ?? []), [pages]);
  const rule = useRule(view, filter, readIds);
  const live = useMemo(() => (pages ? foldQueue(pages, heard, rule) : null), [pages, heard, rule]);
  const heardRows = useMemo(() => newestHeard(heard), [heard]);
  return {
    live,
    heardRows,
    readIds,
    hasMore: hasNextPage,
    isLoadingMore: isFetchingNextPage,
    loadMore: useCallback(() => void fetchNextPage(), [fetchNextPage]),
    error: data ? null : error,
    retry: readAgain,
  };
}

function useRule(view: DeskView, filter: QueueFilter, readIds: readonly string[]) {
  const { partyId, teams } = useMe();
  return useMemo(
    () => queueRule(view, filter, viewerOf(partyId, teams), new Set(readIds)),
    [view, filter, partyId, teams, readIds],
  );
}

function viewerOf(partyId: string, teams: MeView["teams"]): QueueViewer {
  const supervised = teams.filter(({ isSupervisor }) => isSupervisor);
  return { partyId, teamIds: teams.map(({ id }) => id), supervisedTeamIds: supervised.map(({ id }) => id) };
}

function newestHeard(heard: readonly HeardEvent[]): ReadonlyMap<string, QueueRow> {
  const rows = new Map<string, QueueRow>();
  for (const { event } of heard) {
    if (event.type !== "sequence") continue;
    const known = rows.get(event.row.sequenceId);
    if (!known || known.version <= event.row.version) rows.set(event.row.sequenceId, event.row);
  }
  return rows;
}

const idsOf = (pages: readonly QueuePage[]) => pages.flatMap(({ rows }) => rows.map(({ sequenceId }) => sequenceId));

const isAboutQueues = ({ type }: RepEvent) => type === "sequence" || type === "hidden";
