"use client";

import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useMemo } from "react";
import { foldMe } from "@/contract/live/foldMe";
import type { RepEvent } from "@/contract/live/repEvent";
import type { MeView } from "@/contract/views/organizationViews";
import { ticker } from "@/ui/time/ticker";
import { LiveStream } from "../live/LiveStream";
import { useHeard } from "../live/useHeard";
import { useTRPC } from "../trpc";

const MeContext = createContext<MeView | null>(null);

export type MeGateProps = {
  children: ReactNode;
  loading: ReactNode;
  /** Shown when the viewer cannot be read, for example because the session is over. */
  failed: (error: unknown, retry: () => void) => ReactNode;
};

/** Reads who the viewer is, sets the clock to the server's, opens the stream, and then shows its children. */
export function MeGate({ children, loading, failed }: MeGateProps) {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.me.get.queryOptions());
  const heard = useHeard(isLoad);
  const me = useMemo(() => (data ? foldMe(data, heard) : null), [data, heard]);
  useEffect(() => {
    if (data) ticker.setOffsetMs(data.serverTime.getTime() - Date.now());
  }, [data]);
  if (!me) return error ? failed(error, () => void refetch()) : loading;
  return (
    <MeContext value={me}>
      <LiveStream from={me.asOf} viewerId={me.partyId} />
      {children}
    </MeContext>
  );
}

/** The viewer, with their present availability and load. Throws outside `MeGate`. */
export function useMe(): MeView {
  const me = useContext(MeContext);
  if (!me) throw new Error("useMe is used outside MeGate");
  return me;
}

const isLoad = ({ type }: RepEvent) => type === "load";
