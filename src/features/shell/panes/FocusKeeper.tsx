"use client";

import { useEffect } from "react";
import { isVisible } from "./panes";

/** Where the focus goes when the pane that had it is gone, too. */
const FALLBACK_IDS = ["thread", "list", "board", "settings", "main"];

const WINDOWS = "[role=dialog]:not([data-toast]),[role=alertdialog]:not([data-toast]),[role=menu],[role=listbox]";

/**
 * Moves the focus when the element that had it is gone: to the pane of that element, else to the thread or the list.
 * Otherwise keys would act on nothing, and what is typed would be lost.
 */
export function FocusKeeper() {
  useEffect(() => {
    let paneId = "";
    let focused: Element | null = null;
    // A press on the background takes the focus from an element that is still there. That is what the viewer wants.
    let wasPressed = false;
    const remember = ({ target }: FocusEvent) => {
      wasPressed = false;
      focused = target instanceof Element ? target : null;
      if (target instanceof Element) paneId = target.closest("[data-pane]")?.id ?? paneId;
    };
    const press = () => {
      wasPressed = true;
    };
    const restore = () => {
      if (document.activeElement !== document.body || focused === null || isWindowOpen()) return;
      if (wasPressed && focused?.isConnected && isVisible(focused)) return;
      placeFor(paneId)?.focus({ preventScroll: true });
    };
    const restoreSoon = () => setTimeout(restore);
    const observer = new MutationObserver(restore);
    document.addEventListener("focusin", remember);
    document.addEventListener("focusout", restoreSoon);
    document.addEventListener("pointerdown", press, true);
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributeFilter: ["class", "hidden", "inert", "disabled"],
    });
    return () => {
      document.removeEventListener("focusin", remember);
      document.removeEventListener("focusout", restoreSoon);
      document.removeEventListener("pointerdown", press, true);
      observer.disconnect();
    };
  }, []);
  return null;
}

/** Moves the focus into a pane if nothing has it, as when a key has changed the page. */
export function focusIfLost(paneId: string): void {
  if (document.activeElement === document.body) placeFor(paneId)?.focus({ preventScroll: true });
}

/** Whether a window is open that takes care of the focus itself. A toast has the same role but does not. */
function isWindowOpen(): boolean {
  // A list of choices stays in the page, hidden, after it has been open.
  return [...document.querySelectorAll(WINDOWS)].some(isVisible);
}

function placeFor(paneId: string): HTMLElement | undefined {
  return [paneId, ...FALLBACK_IDS]
    .map((id) => document.getElementById(id))
    .find((pane): pane is HTMLElement => pane !== null && isVisible(pane));
}
