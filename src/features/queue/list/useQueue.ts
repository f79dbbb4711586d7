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
import type { ShownRow } from "./arrangeRows";
import { type QueueFilter, queueQuery } from "./queueFilter";
import { type QueueViewer, queueRule } from "./queueRule";
import { wentTo } from "./wentTo";

const PAGE_SIZE = 100;

export type Queue = {
  /** The queue as it stands now, in its own order; null until the first page is read. */
  live: readonly QueueRow[] | null;
  /** A row that left this queue as it is now, and where it went, by what was last shown of it. */
  leave: (last: QueueRow) => ShownRow;
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
  const viewer = useViewer();
  const rule = useMemo(() => queueRule(view, filter, viewer, new Set(readIds)), [view, filter, viewer, readIds]);
  const live = useMemo(() => (pages ? foldQueue(pages, heard, rule) : null), [pages, heard, rule]);
  const told = useMemo(() => latestTold(heard), [heard]);
  const leave = useCallback(
    (last: QueueRow): ShownRow => {
      const now = told.get(last.sequenceId) ?? null;
      // Pages that were read since may know the row better than what was told before.
      if (now === null || now.version < last.version) return { row: last, wentTo: { to: "unknown" } };
      if (hasNextPage && rule.belongs(now)) return { row: now, wentTo: { to: "further_down" } };
      return { row: now, wentTo: wentTo({ view, filter, viewer }, now) };
    },
    [told, view, filter, viewer, rule, hasNextPage],
  );
  return {
    live,
    leave,
    readIds,
    hasMore: hasNextPage,
    isLoadingMore: isFetchingNextPage,
    loadMore: useCallback(() => void fetchNextPage(), [fetchNextPage]),
    error: data ? null : error,
    retry: readAgain,
  };
}

function useViewer(): QueueViewer {
  const { partyId, teams } = useMe();
  return useMemo(() => viewerOf(partyId, teams), [partyId, teams]);
}

function viewerOf(partyId: string, teams: MeView["teams"]): QueueViewer {
  const supervised = teams.filter(({ isSupervisor }) => isSupervisor);
  return { partyId, teamIds: teams.map(({ id }) => id), supervisedTeamIds: supervised.map(({ id }) => id) };
}

/** What was last told of each request: a row; null once it is hidden from the viewer. */
function latestTold(heard: readonly HeardEvent[]): ReadonlyMap<string, QueueRow | null> {
  const told = new Map<string, QueueRow | null>();
  for (const { event } of heard) {
    if (event.type === "sequence") told.set(event.row.sequenceId, event.row);
    if (event.type === "hidden" && event.sequenceId !== null) told.set(event.sequenceId, null);
  }
  return told;
}

const idsOf = (pages: readonly QueuePage[]) => pages.flatMap(({ rows }) => rows.map(({ sequenceId }) => sequenceId));

const isAboutQueues = ({ type }: RepEvent) => type === "sequence" || type === "hidden";
