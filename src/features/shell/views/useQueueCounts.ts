"use client";

import { useQuery } from "@tanstack/react-query";
import type { QueueCounts } from "@/domain/views/repViews";
import { useTRPC } from "@/features/live/trpc";

/** How many requests stand in the viewer's queues, kept up by `CountsKeeper`; undefined until first read. */
export function useQueueCounts(): QueueCounts | undefined {
  const trpc = useTRPC();
  return useQuery(trpc.queue.counts.queryOptions({})).data;
}
