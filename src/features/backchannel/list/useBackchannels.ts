"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useHeard } from "@/client/live/useHeard";
import { useTRPC } from "@/client/trpc";
import { foldBackchannels } from "@/contract/live/foldBackchannels";
import type { RepEvent } from "@/contract/live/repEvent";
import type { BackchannelRow } from "@/contract/views/backchannelViews";

export type ShownBackchannels = { rows: BackchannelRow[] | null; error: unknown; retry: () => void };

/** The backchannels that the viewer takes part in or is invited to, latest first, kept live. */
export function useBackchannels(): ShownBackchannels {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.queue.backchannels.queryOptions({}));
  const heard = useHeard(isAboutBackchannels);
  const rows = useMemo(() => (data ? foldBackchannels(data, heard) : null), [data, heard]);
  return { rows, error: data ? null : error, retry: () => void refetch() };
}

const isAboutBackchannels = ({ type }: RepEvent) =>
  type === "backchannel" || type === "interaction" || type === "hidden";
