/** How a fit goes about its work: by how many examples there are. */
export type FitOptions = {
  /** Networks that vote together. */
  readonly networks: number;
  /** How often each example is gone through at most. */
  readonly rounds: number;
  /** Grams that the networks know, room for new ones included. */
  readonly gramsMax: number;
};

/** Two networks err less than one of twice the size. Of few examples each learns something else, and more of them help. */
const NETWORKS = 2;
const NETWORKS_OF_FEW = 4;
const FEW_EXAMPLES = 4_000;

/** With more categories than these a step costs more: a fit has fewer, and fewer networks. */
const CATEGORIES_AT_FULL_WORK = 200;

/** Examples that one network goes through in a fit: few are gone through more often, within these bounds. */
const STEPS = 120_000;
const ROUNDS_MIN = 6;
const ROUNDS_MAX = 30;

/** What the networks together may know: it is most of a model's size. */
const GRAMS_BY_NETWORKS_MAX = 60_000;

/**
 * The same for a fit to all examples and for those by which it is measured: what is promised of it must be measured
 * on its like.
 */
export function fitOptions({ examples, categories }: { examples: number; categories: number }): FitOptions {
  const isSmall = examples < FEW_EXAMPLES && categories <= CATEGORIES_AT_FULL_WORK;
  const networks = isSmall ? NETWORKS_OF_FEW : NETWORKS;
  const steps = (STEPS * CATEGORIES_AT_FULL_WORK) / Math.max(categories, CATEGORIES_AT_FULL_WORK);
  const rounds = Math.round(steps / Math.max(1, examples));
  return {
    networks,
    rounds: Math.min(ROUNDS_MAX, Math.max(ROUNDS_MIN, rounds)),
    gramsMax: GRAMS_BY_NETWORKS_MAX / networks,
  };
}
