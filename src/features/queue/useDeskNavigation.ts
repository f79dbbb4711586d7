"use client";

import { usePathname } from "next/navigation";
import { useMemo } from "react";
import { type DeskPlace, type DeskView, deskPath, deskPlace } from "./deskPlace";

export type DeskNavigation = {
  place: DeskPlace | null;
  hrefOf: (sequenceId: string) => string;
  openSequence: (sequenceId: string, view?: DeskView) => void;
  /** Opens a request in the current view. */
  showSequence: (sequenceId: string) => void;
  openBackchannel: (interactionId: string) => void;
  showBackchannels: () => void;
  /** Goes to the list of the view, by the browser's own history if the rep came from there. */
  back: () => void;
};

/**
 * Navigates the desk by changing the address only. No page is requested from the server, which makes switching fast
 * (UX 6).
 */
export function useDeskNavigation(): DeskNavigation {
  const pathname = usePathname();
  return useMemo(() => navigationFrom(deskPlace(pathname)), [pathname]);
}

function navigationFrom(place: DeskPlace | null): DeskNavigation {
  const view = place?.view ?? "mine";
  const isOpen = place !== null && (place.sequenceId !== null || place.interactionId !== null);
  const go = (next: DeskPlace) => {
    // Filters belong to a view.
    const address = deskPath(next) + (next.view === view ? window.location.search : "");
    // Make a new object each time: Next marks the state it is given, and treats marked state as its own navigation.
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
