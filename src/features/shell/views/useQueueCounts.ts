"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/client/trpc";
import type { QueueCounts } from "@/contract/views/repViews";

/** How many requests stand in the viewer's queues, kept up by `CountsKeeper`; undefined until first read. */
export function useQueueCounts(): QueueCounts | undefined {
  const trpc = useTRPC();
  return useQuery(trpc.queue.counts.queryOptions({})).data;
}
