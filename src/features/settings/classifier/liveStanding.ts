import type { ClassifierQuality } from "@/domain/views/classifierViews";

/** The precision of decided requests as far as it is known, and whether it misses the target; null before the first. */
export function liveStanding(
  { known, right }: Pick<ClassifierQuality["liveDecided"], "known" | "right">,
  targetPrecision: number,
): { precision: number | null; isBelow: boolean } {
  if (known === 0) return { precision: null, isBelow: false };
  const precision = right / known;
  return { precision, isBelow: precision < targetPrecision };
}
