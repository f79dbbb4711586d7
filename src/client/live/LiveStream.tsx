"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTRPC, useTRPCClient } from "../trpc";
import { boardDemand } from "./boardDemand";
import { createPulse } from "./createPulse";
import { useLiveStore } from "./LiveProvider";
import { lookDemand } from "./lookDemand";
import { openLiveStream } from "./openLiveStream";

/** After this long without a tick, the device must have slept, and so did the timers of the stream. */
const SLEPT_MS = 15_000;
const TICK_EVERY_MS = 5_000;

/** Opens the one stream of the tab at position `from`. Mounted once, when that is known. */
export function LiveStream({ from, viewerId }: { from: string; viewerId: string }) {
  const store = useLiveStore();
  const queryClient = useQueryClient();
  const trpc = useTRPC();
  const client = useTRPCClient();
  // The stream keeps its own position: a later read of `me` must not restart it.
  const start = useRef(from);
  useEffect(() => {
    const stream = openLiveStream({
      from: start.current,
      viewerId,
      wantsBoard: boardDemand.isWanted,
      openId: lookDemand.openId,
      onEvent: store.take,
      onBeat: createPulse(
        () => void client.me.pulse.mutate().catch(() => undefined),
        () => Date.now(),
      ),
      onConnection: store.setConnection,
      onRefused: () => void queryClient.invalidateQueries({ queryKey: trpc.me.get.queryKey() }),
    });
    const unfollow = reopenWhenNeeded(stream, () => store.setConnection("offline"));
    const unwake = store.onWake(stream.reconnect);
    return () => {
      unfollow();
      unwake();
      stream.close();
    };
  }, [store, queryClient, trpc, client, viewerId]);
  return null;
}

type Stream = ReturnType<typeof openLiveStream>;

function reopenWhenNeeded({ reopen, reconnect, check }: Stream, onOffline: () => void): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;
  window.addEventListener("online", reconnect, { signal });
  window.addEventListener("offline", onOffline, { signal });
  window.addEventListener("pageshow", ({ persisted }) => (persisted ? reconnect() : undefined), { signal });
  window.addEventListener("focus", check, { signal });
  document.addEventListener("visibilitychange", check, { signal });
  document.addEventListener("resume", check, { signal });
  const stopBoard = boardDemand.onWanted(reopen);
  const stopLooks = lookDemand.onChanged(reopen);
  let tickedMs = Date.now();
  const ticking = setInterval(() => {
    const sleptMs = Date.now() - tickedMs;
    tickedMs = Date.now();
    if (sleptMs > SLEPT_MS) check();
  }, TICK_EVERY_MS);
  return () => {
    stopped.abort();
    stopBoard();
    stopLooks();
    clearInterval(ticking);
  };
}
