import type { Calendar } from "./calendar";
import { openStretches } from "./openStretches";

/** The open time between two instants, in ms and to the millisecond; 0 when `toMs` is not after `fromMs`. */
export function openMsBetween(calendar: Calendar | null, fromMs: number, toMs: number): number {
  if (!(toMs > fromMs)) return 0;

  let openMs = 0;
  for (const { opensAtMs, closesAtMs } of openStretches(calendar, fromMs, toMs)) {
    openMs += Math.min(closesAtMs, toMs) - Math.max(opensAtMs, fromMs);
  }
  return openMs;
}
