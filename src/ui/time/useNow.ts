"use client";

import { useTicking } from "./useTicking";

/** Server time, epoch ms, rounded down to whole steps of `stepMs`; renders once a step. */
export function useNow(stepMs = 1_000): number {
  return useTicking((nowMs) => Math.floor(nowMs / stepMs) * stepMs);
}
