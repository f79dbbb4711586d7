"use client";

import { useQuery } from "@tanstack/react-query";
import type { QueueHolds } from "@/contract/views/queueViews";
import { useTRPC } from "../trpc";

const NONE: readonly string[] = [];
/** Components that mount within this time share one answer, so that the number of requests does not depend on timing. */
const FRESH_FOR_MS = 2_000;

/**
 * Why requests wait in the queues of the viewer's teams, and why the requests of `sequenceIds` wait. `CountsKeeper` has
 * it read again with the counts, since no event tells that colleagues come or go. Undefined until it is read, and not
 * read while `isWanted` is false.
 */
export function useQueueHolds(isWanted: boolean, sequenceIds: readonly string[] = NONE): QueueHolds | undefined {
  const trpc = useTRPC();
  const input = { sequenceIds: [...sequenceIds] };
  return useQuery(trpc.queue.holds.queryOptions(input, { enabled: isWanted, staleTime: FRESH_FOR_MS })).data;
}
