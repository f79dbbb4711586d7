"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useHeard } from "@/client/live/useHeard";
import { useTRPC } from "@/client/trpc";
import type { RepEvent } from "@/contract/live/repEvent";
import type { QueueCounts } from "@/contract/views/queueViews";

/** How many requests are in the viewer's queues, kept up to date by `CountsKeeper`; undefined until first read. */
export function useQueueCounts(): QueueCounts | undefined {
  const trpc = useTRPC();
  return useQuery(trpc.queue.counts.queryOptions({})).data;
}

/** The counts are read at most this often, however many events come. */
const COUNTED_EVERY_MS = 2_000;

/** Reads the counts again when an event may have changed them. Mounted once. */
export function CountsKeeper() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const heard = useHeard(changesCounts);
  const countedMs = useRef(0);
  useEffect(() => {
    if (heard.length === 0) return;
    const waitMs = Math.max(0, countedMs.current + COUNTED_EVERY_MS - Date.now());
    const timer = setTimeout(() => {
      countedMs.current = Date.now();
      void queryClient.invalidateQueries({ queryKey: trpc.queue.counts.queryKey({}) });
      void queryClient.invalidateQueries({ queryKey: trpc.queue.holds.pathKey() });
    }, waitMs);
    return () => clearTimeout(timer);
  }, [heard, queryClient, trpc]);
  return null;
}

const CHANGING: ReadonlySet<RepEvent["type"]> = new Set(["sequence", "hidden", "backchannel", "interaction"]);
const changesCounts = ({ type }: RepEvent) => CHANGING.has(type);
