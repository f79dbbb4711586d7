"use client";

import { type RefObject, useEffect, useState } from "react";

/** Whether the pointer is in the lower half of the pane around an element, where a card would come under it. */
export function usePointerBelow(within: RefObject<HTMLElement | null>): boolean {
  const [isBelow, setBelow] = useState(false);
  useEffect(() => {
    const pane = within.current?.closest<HTMLElement>("[data-pane]");
    if (!pane) return;
    const onMove = ({ clientY }: PointerEvent) => {
      const { top, bottom } = pane.getBoundingClientRect();
      setBelow(clientY > (top + bottom) / 2);
    };
    const onLeave = () => setBelow(false);
    pane.addEventListener("pointermove", onMove);
    pane.addEventListener("pointerleave", onLeave);
    return () => {
      pane.removeEventListener("pointermove", onMove);
      pane.removeEventListener("pointerleave", onLeave);
    };
  }, [within]);
  return isBelow;
}
