"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useState } from "react";
import { createDeskClient } from "../createDeskClient";
import { createQueryClient } from "../createQueryClient";
import { TRPCProvider } from "../trpc";
import { createLiveStore, type LiveStore } from "./createLiveStore";

const LiveContext = createContext<LiveStore | null>(null);

/** Provides the server's procedures, the cache of pages and the live store. Mounted once per tab. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const [{ queryClient, trpcClient, store }] = useState(createAll);
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider queryClient={queryClient} trpcClient={trpcClient}>
        <LiveContext value={store}>{children}</LiveContext>
      </TRPCProvider>
    </QueryClientProvider>
  );
}

/** The live store of this tab. Throws outside `LiveProvider`. */
export function useLiveStore(): LiveStore {
  const store = useContext(LiveContext);
  if (!store) throw new Error("useLiveStore is used outside LiveProvider");
  return store;
}

function createAll() {
  const queryClient = createQueryClient();
  const store = createLiveStore({
    readMs: () => Date.now(),
    schedule: beforeNextFrame,
    readAgain: () => queryClient.invalidateQueries(),
  });
  return {
    queryClient,
    trpcClient: createDeskClient({
      id: store.viewerId,
      drawFor: store.drawFor,
      setSession: store.setSession,
      setDatabaseAway: store.setDatabaseAway,
    }),
    store,
  };
}

const HIDDEN_BATCH_MS = 250;

/** Runs before the next frame. A hidden tab paints no frames, so it uses a timer instead. */
function beforeNextFrame(run: () => void): void {
  if (document.hidden) setTimeout(run, HIDDEN_BATCH_MS);
  else requestAnimationFrame(run);
}
