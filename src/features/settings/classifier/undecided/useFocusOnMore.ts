"use client";

import { useEffect, useRef } from "react";
import type { UndecidedRequest } from "@/contract/views/classifierViews";

/**
 * Moves the focus to the first request that the "more" button has loaded, since the button may be gone by then.
 *
 * @returns a function that the button calls before it loads
 */
export function useFocusOnMore(requests: readonly UndecidedRequest[], focus: (request: UndecidedRequest) => void) {
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    const firstNew = known.current && requests.find(({ sequenceId }) => known.current?.has(sequenceId) === false);
    if (!firstNew) return;
    known.current = null;
    focus(firstNew);
  });
  return () => {
    known.current = new Set(requests.map(({ sequenceId }) => sequenceId));
  };
}
