"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useMe } from "@/client/me/MeGate";
import { useTRPC } from "@/client/trpc";
import type { ClassifierQuality } from "@/contract/views/classifierViews";

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
