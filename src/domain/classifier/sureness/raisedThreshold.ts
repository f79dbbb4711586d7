import { chooseThreshold, type WeighedAnswer } from "./chooseThreshold";

/** With fewer decided requests the threshold stays. */
export const LIVE_DECIDED_MIN = 30;

/** A threshold this high decides almost nothing. */
const THRESHOLD_MAX = 0.999;

export type Raise = { readonly precision: number; readonly to: number };

/**
 * The threshold at which the recent decisions would have been right often enough. Null if they were, or if too few are
 * known.
 *
 * @param decided decided requests whose right category is known
 * @param target the share of decisions that must be right
 * @param present the present threshold
 */
export function raisedThreshold(decided: readonly WeighedAnswer[], target: number, present: number): Raise | null {
  if (decided.length < LIVE_DECIDED_MIN) return null;
  const precision = decided.filter(({ isRight }) => isRight).length / decided.length;
  if (precision >= target) return null;
  const to = Math.min(chooseThreshold(decided, target) ?? THRESHOLD_MAX, THRESHOLD_MAX);
  return to > present ? { precision, to } : null;
}
