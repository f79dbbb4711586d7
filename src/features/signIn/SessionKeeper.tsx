"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useLiveStore } from "@/client/live/LiveProvider";
import { useLiveStatus } from "@/client/live/useLiveStatus";
import { useRecheckViewer } from "@/client/me/useRecheckViewer";
import { OtherViewerDialog } from "./OtherViewerDialog";
import { SessionOverDialog } from "./SessionOverDialog";

/**
 * Shows a dialog over the page while the session is over or somebody else's. The page stays as it is, with all that was
 * typed. It goes on when the browser has a session of its viewer again, even if they signed in in another tab.
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

/** Checks the session again from time to time: the viewer may have signed in in another tab. */
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
