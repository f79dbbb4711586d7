"use client";

import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";
import { pressedKey } from "@/ui/keys/pressedKey";
import type { ShownRow } from "./arrangeRows";
import { neighbourId } from "./neighbourId";

const PAGE_STEP = 8;

type ListKeysOptions = {
  rows: readonly ShownRow[];
  currentId: string | null;
  openId: string | null;
  onCurrent: (sequenceId: string) => void;
};

/** The keys that act while the focus is in the list: arrows, Page Up and Down, Home and End. */
export function useListKeys(
  { rows, currentId, openId, onCurrent }: ListKeysOptions,
  pane: RefObject<HTMLElement | null>,
): (event: KeyboardEvent<HTMLElement>) => void {
  const focused = useRef(false);
  useEffect(() => {
    // With nothing open, keys move the focus, so that Enter opens the row. Else the focus stays where the rep reads.
    if (currentId === null || !(focused.current || openId === null)) return;
    focused.current = false;
    pane.current?.querySelector<HTMLElement>(`[data-sequence="${CSS.escape(currentId)}"]`)?.focus();
  }, [currentId, openId, pane]);
  return (event: KeyboardEvent<HTMLElement>) => {
    const at = idOf(event.target) ?? currentId;
    const step = stepOf(pressedKey(event), rows.length);
    if (step === null) return;
    event.preventDefault();
    const next = neighbourId(
      rows.map(({ row }) => row.sequenceId),
      at,
      step,
    );
    focused.current = true;
    if (next) onCurrent(next);
  };
}

function idOf(target: EventTarget): string | null {
  return target instanceof Element ? (target.closest("[data-sequence]")?.getAttribute("data-sequence") ?? null) : null;
}

function stepOf(key: string, count: number): number | null {
  switch (key) {
    case "ArrowDown":
      return 1;
    case "ArrowUp":
      return -1;
    case "PageDown":
      return PAGE_STEP;
    case "PageUp":
      return -PAGE_STEP;
    case "Home":
      return -count;
    case "End":
      return count;
    default:
      return null;
  }
}
