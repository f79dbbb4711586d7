"use client";

import { useQuery } from "@tanstack/react-query";
import type { QueueHolds } from "@/contract/views/repViews";
import { useTRPC } from "../trpc";

const NONE: readonly string[] = [];
/** An answer this young serves whatever shows it next: how many places ask must not hang on which answer came first. */
const FRESH_FOR_MS = 2_000;

/**
 * What holds the queues of the viewer's teams, and waiting requests by id; read again with the counts, since colleagues
 * who come and go are told to nobody. Undefined until read, and while `isWanted` is false.
 */
export function useQueueHolds(isWanted: boolean, sequenceIds: readonly string[] = NONE): QueueHolds | undefined {
  const trpc = useTRPC();
  const input = { sequenceIds: [...sequenceIds] };
  return useQuery(trpc.queue.holds.queryOptions(input, { enabled: isWanted, staleTime: FRESH_FOR_MS })).data;
}
