import { chooseThreshold, type WeighedAnswer } from "./chooseThreshold";

/** Fewer decided requests say too little. */
export const LIVE_DECIDED_MIN = 30;

/** Surer than this nothing is: a threshold here decides next to nothing. */
const THRESHOLD_MAX = 0.999;

export type Raise = { readonly precision: number; readonly to: number };

/**
 * To what the threshold must rise so that the decisions lately made would have been right often enough; null where they
 * were, or too few of them are known.
 *
 * @param decided requests of which the right category is known, at or above the present threshold
 */
export function raisedThreshold(decided: readonly WeighedAnswer[], target: number, present: number): Raise | null {
  if (decided.length < LIVE_DECIDED_MIN) return null;
  const precision = decided.filter(({ isRight }) => isRight).length / decided.length;
  if (precision >= target) return null;
  const to = Math.min(chooseThreshold(decided, target) ?? THRESHOLD_MAX, THRESHOLD_MAX);
  return to > present ? { precision, to } : null;
}
