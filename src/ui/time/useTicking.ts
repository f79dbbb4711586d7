"use client";

import { useSyncExternalStore } from "react";
import { ticker } from "./ticker";

/**
 * The answer of `read` to server time (epoch ms), kept up to date by the ticker of the tab. Renders again only when the
 * answer changes, so it should be a primitive value and no finer than needed.
 */
export function useTicking<Answer extends string | number | boolean | null>(read: (nowMs: number) => Answer): Answer {
  const answer = () => read(ticker.nowMs());
  return useSyncExternalStore(ticker.subscribe, answer, answer);
}

/** Server time (epoch ms), rounded down to a multiple of `stepMs`. Renders once per step. */
export function useNow(stepMs = 1_000): number {
  return useTicking((nowMs) => Math.floor(nowMs / stepMs) * stepMs);
}
