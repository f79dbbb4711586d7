"use client";

import { useSyncExternalStore } from "react";
import { ticker } from "./ticker";

/**
 * What `read` makes of server time (epoch ms), kept up to date by the one ticker of the tab. Renders again only when
 * the answer changes, so answers are texts or numbers, as coarse as the eye needs.
 */
export function useTicking<Answer extends string | number | boolean | null>(read: (nowMs: number) => Answer): Answer {
  const answer = () => read(ticker.nowMs());
  return useSyncExternalStore(ticker.subscribe, answer, answer);
}

/** Server time, epoch ms, rounded down to whole steps of `stepMs`; renders once a step. */
export function useNow(stepMs = 1_000): number {
  return useTicking((nowMs) => Math.floor(nowMs / stepMs) * stepMs);
}
