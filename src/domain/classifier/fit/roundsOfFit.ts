/** Examples that one network goes through in a fit: few are gone through more often, within these bounds. */
const STEPS = 120_000;
const ROUNDS_MIN = 6;
const ROUNDS_MAX = 30;

/** With more categories than these a step costs more, and a fit has fewer. */
const CATEGORIES_AT_FULL_STEPS = 200;

/**
 * How often a fit goes through each example at most. The same for a fit to all examples and for those by which it is
 * measured: what is promised of it must be measured on its like.
 */
export function roundsOfFit({ examples, categories }: { examples: number; categories: number }): number {
  const steps = (STEPS * CATEGORIES_AT_FULL_STEPS) / Math.max(categories, CATEGORIES_AT_FULL_STEPS);
  return Math.min(ROUNDS_MAX, Math.max(ROUNDS_MIN, Math.round(steps / Math.max(1, examples))));
}
