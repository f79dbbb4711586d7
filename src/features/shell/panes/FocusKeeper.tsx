"use client";

import { useEffect } from "react";
import { isSeen } from "./panes";

/** Where the work goes on when the pane that had the focus is gone, too. */
const FALLBACK_IDS = ["thread", "list", "board", "settings", "main"];

const WINDOWS = "[role=dialog]:not([data-toast]),[role=alertdialog]:not([data-toast]),[role=menu],[role=listbox]";

/**
 * Gives the focus a place again when what had it is gone: the pane that it was in, else the thread or the list. Keys
 * would otherwise act on nothing, and what is typed would be lost.
 */
export function FocusKeeper() {
  useEffect(() => {
    let paneId = "";
    let focused: Element | null = null;
    // A press on bare ground takes the focus from what is still there: that is the viewer's own doing.
    let wasPressed = false;
    const remember = ({ target }: FocusEvent) => {
      wasPressed = false;
      focused = target instanceof Element ? target : null;
      if (target instanceof Element) paneId = target.closest("[data-pane]")?.id ?? paneId;
    };
    const press = () => {
      wasPressed = true;
    };
    const mend = () => {
      if (document.activeElement !== document.body || focused === null || isWindowOpen()) return;
      if (wasPressed && focused?.isConnected && isSeen(focused)) return;
      placeFor(paneId)?.focus({ preventScroll: true });
    };
    const mendSoon = () => setTimeout(mend);
    const observer = new MutationObserver(mend);
    document.addEventListener("focusin", remember);
    document.addEventListener("focusout", mendSoon);
    document.addEventListener("pointerdown", press, true);
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributeFilter: ["class", "hidden", "inert", "disabled"],
    });
    return () => {
      document.removeEventListener("focusin", remember);
      document.removeEventListener("focusout", mendSoon);
      document.removeEventListener("pointerdown", press, true);
      observer.disconnect();
    };
  }, []);
  return null;
}

/** Puts the focus into a pane where nothing has it, as after a page has changed under a key. */
export function focusIfLost(paneId: string): void {
  if (document.activeElement === document.body) placeFor(paneId)?.focus({ preventScroll: true });
}

/** A window has a place for the focus of its own; a toast, which bears the same role, has not. */
function isWindowOpen(): boolean {
  // A list of choices stays in the page, unseen, once it was open.
  return [...document.querySelectorAll(WINDOWS)].some(isSeen);
}

function placeFor(paneId: string): HTMLElement | undefined {
  return [paneId, ...FALLBACK_IDS]
    .map((id) => document.getElementById(id))
    .find((pane): pane is HTMLElement => pane !== null && isSeen(pane));
}
