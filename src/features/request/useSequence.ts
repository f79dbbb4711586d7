"use client";

import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo } from "react";
import { useHeard } from "@/client/live/useHeard";
import { useTRPC } from "@/client/trpc";
import { foldSequence } from "@/contract/live/foldSequence";
import type { HeardEvent, RepEvent } from "@/contract/live/repEvent";
import type { InteractionView } from "@/contract/views/conversationViews";
import type { SequenceView } from "@/contract/views/requestViews";
import { isNewer } from "@/domain/pov/position";
import { useFollowedSequence, useIsPrivileged } from "./useFollowedSequence";
import { wantsReading } from "./wantsReading";

export type ShownSequence = {
  /** Null until it is read, and once the viewer may no longer see it. */
  sequence: SequenceView | null;
  /** It was shown and has since been hidden from the viewer. */
  isGone: boolean;
  error: unknown;
  retry: () => void;
};

/** A sequence as the viewer sees it, kept live. */
export function useSequence(sequenceId: string): ShownSequence {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.sequence.get.queryOptions({ sequenceId }));
  const concerns = useCallback((event: RepEvent) => isAbout(event, sequenceId), [sequenceId]);
  const heard = useHeard(concerns);
  const sequence = useMemo(() => (data ? foldSequence(data, heard) : null), [data, heard]);
  useFollowedSequence(useIsPrivileged(sequence?.interactions ?? NONE) ? sequenceId : null);
  const readAgainFor = data ? lastThatWantsReading(data, heard) : null;
  useEffect(() => {
    // Once per event: positions of another set of lists always count as newer, and must not make a loop.
    if (readAgainFor !== null) void refetch();
  }, [readAgainFor, refetch]);
  return {
    sequence,
    isGone: data !== undefined && sequence === null,
    error: data ? null : error,
    retry: useCallback(() => void refetch(), [refetch]),
  };
}

const NONE: readonly InteractionView[] = [];

/** Whether an event may concern the sequence. "hidden" does not always name it, so all pass and the fold picks. */
function isAbout(event: RepEvent, sequenceId: string): boolean {
  if (event.type === "sequence") return event.row.sequenceId === sequenceId;
  if (event.type === "interaction") return event.interaction.sequenceId === sequenceId;
  return event.type === "hidden";
}

function lastThatWantsReading(read: SequenceView, heard: readonly HeardEvent[]): string | null {
  const last = heard.findLast(({ event }) => event.type === "sequence");
  if (last?.event.type !== "sequence" || !isNewer(last.position, read.asOf)) return null;
  return wantsReading(read, last.event.row) ? last.position : null;
}
