"use client";

import { usePathname } from "next/navigation";
import { useMemo } from "react";
import { type DeskPlace, type DeskView, deskPath, deskPlace } from "./deskPlace";

export type DeskNavigation = {
  place: DeskPlace | null;
  hrefOf: (sequenceId: string) => string;
  openSequence: (sequenceId: string, view?: DeskView) => void;
  /** Opens a request in the view where the rep is. */
  showSequence: (sequenceId: string) => void;
  openBackchannel: (interactionId: string) => void;
  showBackchannels: () => void;
  /** To the list of the view; by the browser's own way back where that is where the rep came from. */
  back: () => void;
};

/**
 * Moves about the desk by addresses alone. What is open changes without asking the server for a page, since all of
 * the desk is here already: that is what makes switching fast (UX 6).
 */
export function useDeskNavigation(): DeskNavigation {
  const pathname = usePathname();
  return useMemo(() => navigationFrom(deskPlace(pathname)), [pathname]);
}

function navigationFrom(place: DeskPlace | null): DeskNavigation {
  const view = place?.view ?? "mine";
  const isOpen = place !== null && (place.sequenceId !== null || place.interactionId !== null);
  const go = (next: DeskPlace) => {
    // Another view has filters of its own.
    const address = deskPath(next) + (next.view === view ? window.location.search : "");
    // A new object each time: Next marks what it is given, and takes what is marked for its own doing.
    const state = { deskCameFromList: isOpen ? hasComeFromList() : true };
    if (isOpen) window.history.replaceState(state, "", address);
    else window.history.pushState(state, "", address);
  };
  return {
    place,
    hrefOf: (sequenceId) => deskPath({ view, sequenceId, interactionId: null }),
    openSequence: (sequenceId, inView = view) => go({ view: inView, sequenceId, interactionId: null }),
    showSequence: (sequenceId) => go({ view, sequenceId, interactionId: null }),
    openBackchannel: (interactionId) => go({ view: "backchannels", sequenceId: null, interactionId }),
    showBackchannels: () => go({ view: "backchannels", sequenceId: null, interactionId: null }),
    back() {
      if (!isOpen) return;
      if (hasComeFromList()) return window.history.back();
      window.history.replaceState(
        null,
        "",
        deskPath({ view, sequenceId: null, interactionId: null }) + window.location.search,
      );
    },
  };
}

function hasComeFromList(): boolean {
  const state: unknown = window.history.state;
  return typeof state === "object" && state !== null && "deskCameFromList" in state && state.deskCameFromList === true;
}
