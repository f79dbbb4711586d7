import type { ClassifierQuality } from "@/contract/views/classifierViews";
import { LIVE_DECIDED_MIN } from "@/domain/classifier/sureness/raisedThreshold";

/**
 * The observed precision of decided requests, and whether it is below the target. The precision is null before the
 * first request is known. With few known requests `isBelow` is false: it needs as many as raising the threshold does.
 */
export function liveStanding(
  { known, right }: Pick<ClassifierQuality["liveDecided"], "known" | "right">,
  targetPrecision: number,
): { precision: number | null; isBelow: boolean } {
  if (known === 0) return { precision: null, isBelow: false };
  const precision = right / known;
  return { precision, isBelow: known >= LIVE_DECIDED_MIN && precision < targetPrecision };
}
