"use client";

import { type RefCallback, useCallback, useState } from "react";

/** Whether the element that gets the ref has more than it shows; looked at again when its size changes. */
export function useIsCut(): { ref: RefCallback<HTMLElement>; isCut: boolean } {
  const [isCut, setCut] = useState(false);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return;
    const watcher = new ResizeObserver(() => setCut(element.scrollHeight > element.clientHeight));
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  return { ref, isCut };
}
