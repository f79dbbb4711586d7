"use client";

import { useEffect, useRef } from "react";
import { useTRPCClient } from "@/client/trpc";

const READ_AFTER_MS = 1_000;

export type ReadMark = {
  interactionId: string;
  /** The latest ordinal on the screen; 0 if there is no message. */
  lastOrdinal: number;
  lastReadOrdinal: number;
  /** Whether the viewer takes part and sees the latest message. */
  isInSight: boolean;
};

/** Marks messages as read once they were in sight for a second in a focused tab (UX 1.11). */
export function useMarkRead({ interactionId, lastOrdinal, lastReadOrdinal, isInSight }: ReadMark): void {
  const client = useTRPCClient();
  const marked = useRef({ interactionId, ordinal: lastReadOrdinal });
  useEffect(() => {
    if (marked.current.interactionId !== interactionId) marked.current = { interactionId, ordinal: lastReadOrdinal };
    if (!isInSight) return;
    const look = () => {
      if (!document.hasFocus() || lastOrdinal <= Math.max(lastReadOrdinal, marked.current.ordinal)) return;
      marked.current = { interactionId, ordinal: lastOrdinal };
      // A lost call needs no retry: the next reading marks it again.
      client.interaction.markRead.mutate({ interactionId, ordinal: lastOrdinal }).catch(() => undefined);
    };
    const timer = setTimeout(look, READ_AFTER_MS);
    const onFocus = () => void setTimeout(look, READ_AFTER_MS);
    window.addEventListener("focus", onFocus);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("focus", onFocus);
    };
  }, [client, interactionId, lastOrdinal, lastReadOrdinal, isInSight]);
}
