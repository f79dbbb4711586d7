"use client";

import { useCallback, useRef } from "react";
import { useTRPCClient } from "@/client/trpc";

const AT_MOST_EACH_MS = 3_000;

/** Tells the others that the viewer is writing, at most every three seconds; call it on each input. */
export function useTypingSignal(interactionId: string): () => void {
  const client = useTRPCClient();
  const last = useRef({ interactionId, atMs: 0 });
  return useCallback(() => {
    const nowMs = Date.now();
    if (last.current.interactionId === interactionId && nowMs - last.current.atMs < AT_MOST_EACH_MS) return;
    last.current = { interactionId, atMs: nowMs };
    // Nobody needs to know that a sign of typing was lost.
    client.interaction.typing.mutate({ interactionId }).catch(() => undefined);
  }, [client, interactionId]);
}
