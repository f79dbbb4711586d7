import type { ClassifierQuality } from "@/contract/views/classifierViews";
import { LIVE_DECIDED_MIN } from "@/domain/classifier/sureness/raisedThreshold";

/**
 * The precision of decided requests as far as it is known, and whether it misses the target; null before the first. Few
 * say too little to warn of: as many must be known as the threshold waits for before it rises.
 */
export function liveStanding(
  { known, right }: Pick<ClassifierQuality["liveDecided"], "known" | "right">,
  targetPrecision: number,
): { precision: number | null; isBelow: boolean } {
  if (known === 0) return { precision: null, isBelow: false };
  const precision = right / known;
  return { precision, isBelow: known >= LIVE_DECIDED_MIN && precision < targetPrecision };
}
