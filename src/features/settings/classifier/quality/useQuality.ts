"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import { useMe } from "@/client/me/MeGate";
import { useTRPC } from "@/client/trpc";
import type { ClassifierQuality } from "@/contract/views/classifierViews";

const READ_EVERY_MS = { whileFitting: 1_000, otherwise: 5_000 };
/** A change leads to a fit, which begins a moment later and may end soon. */
const CHANGING_MS = 15_000;

export type Quality = {
  quality: ClassifierQuality | null;
  error: unknown;
  isFetching: boolean;
  /** Reads it again, and often for a while, as after a change. */
  readAgain: () => Promise<void>;
};

/** The quality of the classifier. The stream does not tell it, so it is polled: more often while a model is fitted. */
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

/** Reads the administrator's notices again when they disagree with this page, so that their marks are right. */
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
