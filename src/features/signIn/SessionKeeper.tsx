"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useLiveStore } from "@/client/live/LiveProvider";
import { useLiveStatus } from "@/client/live/useLiveStatus";
import { useRecheckViewer } from "@/client/me/useRecheckViewer";
import { OtherViewerDialog } from "./OtherViewerDialog";
import { SessionOverDialog } from "./SessionOverDialog";

/**
 * Says when the session is over or somebody else's, over a page that stays as it is with all that was typed; and goes on
 * as soon as the browser's session is its viewer's again, also where they signed in by another tab.
 */
export function SessionKeeper() {
  const session = useLiveStatus("session");
  useGoOn(session.state === "held");
  useLookAgain(session.state !== "held");
  return (
    <>
      <SessionOverDialog isOpen={session.state === "over"} />
      <OtherViewerDialog name={session.state === "other" ? session.name : null} />
    </>
  );
}

function useGoOn(isHeld: boolean): void {
  const store = useLiveStore();
  const queryClient = useQueryClient();
  const wasHeld = useRef(isHeld);
  useEffect(() => {
    if (isHeld && !wasHeld.current) {
      store.wake();
      void queryClient.invalidateQueries();
    }
    wasHeld.current = isHeld;
  }, [isHeld, store, queryClient]);
}

const LOOK_EVERY_MS = 5_000;

/** While the session is not the viewer's, they may sign in again by another tab. */
function useLookAgain(isWanted: boolean): void {
  const recheck = useRecheckViewer();
  useEffect(() => {
    if (!isWanted) return;
    const look = () => {
      if (!document.hidden) void recheck();
    };
    const stopped = new AbortController();
    window.addEventListener("focus", look, { signal: stopped.signal });
    document.addEventListener("visibilitychange", look, { signal: stopped.signal });
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => {
      stopped.abort();
      clearInterval(timer);
    };
  }, [isWanted, recheck]);
}
