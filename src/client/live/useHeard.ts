"use client";

import { useCallback, useRef, useSyncExternalStore } from "react";
import type { HeardEvent, RepEvent } from "@/contract/live/repEvent";
import { useLiveStore } from "./LiveProvider";

const NOTHING: readonly HeardEvent[] = [];

/**
 * The events heard for which `concerns` is true, oldest first, to be folded onto a page by `contract/live/fold*`.
 * Renders again only when one of them is new.
 *
 * @param concerns a stable function (module level or useCallback)
 */
export function useHeard(concerns: (event: RepEvent) => boolean): readonly HeardEvent[] {
  const { heard } = useLiveStore();
  const last = useRef<{ all: readonly HeardEvent[]; picked: readonly HeardEvent[]; by: unknown } | null>(null);
  const read = useCallback(() => {
    const all = heard.all();
    if (last.current?.all === all && last.current.by === concerns) return last.current.picked;
    const picked = all.filter(({ event }) => concerns(event));
    const isSame = last.current?.by === concerns && isEqual(last.current.picked, picked);
    const kept = isSame && last.current ? last.current.picked : picked;
    last.current = { all, picked: kept, by: concerns };
    return kept;
  }, [heard, concerns]);
  return useSyncExternalStore(heard.subscribe, read, () => NOTHING);
}

function isEqual(a: readonly HeardEvent[], b: readonly HeardEvent[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}
