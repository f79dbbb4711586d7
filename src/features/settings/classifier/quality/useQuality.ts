"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import { useMe } from "@/client/me/MeGate";
import { useTRPC } from "@/client/trpc";
import type { ClassifierQuality } from "@/contract/views/classifierViews";

const READ_EVERY_MS = { whileFitting: 1_000, otherwise: 5_000 };
/** A change makes a fit due, which begins a moment later and may be over soon. */
const CHANGING_MS = 15_000;

export type Quality = {
  quality: ClassifierQuality | null;
  error: unknown;
  isFetching: boolean;
  /** Reads anew, as after a change. */
  readAgain: () => Promise<void>;
};

/** What the page shows of the classifier. No stream tells it, so it is asked for: often while a model is fitted. */
export function useQuality(): Quality {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const changingUntilMs = useRef(0);
  const { data, error, isFetching } = useQuery(
    trpc.classifier.quality.queryOptions(undefined, {
      refetchOnMount: "always",
      refetchInterval: ({ state }) =>
        state.data?.fitting || Date.now() < changingUntilMs.current
          ? READ_EVERY_MS.whileFitting
          : READ_EVERY_MS.otherwise,
    }),
  );
  const readAgain = useCallback(() => {
    changingUntilMs.current = Date.now() + CHANGING_MS;
    return queryClient.invalidateQueries({ queryKey: trpc.classifier.quality.queryKey() });
  }, [queryClient, trpc]);
  return { quality: data ?? null, error, isFetching, readAgain };
}

/** Has the administrator's notices read again as soon as this page knows better, so that their marks agree with it. */
export function useNoticesRead(raised: ClassifierQuality["raised"]): void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { notices } = useMe();
  const known = notices.find(({ code }) => code === "classifier_threshold_raised")?.at.getTime();
  const isKnown = known === raised?.at.getTime();
  useEffect(() => {
    if (!isKnown) void queryClient.invalidateQueries({ queryKey: trpc.me.get.queryKey() });
  }, [isKnown, queryClient, trpc]);
}
