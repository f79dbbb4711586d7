import type { Network } from "../model/network";
import type { ReadExample } from "../text/readExamples";
import { textVector } from "../text/textVector";
import type { Vocabulary } from "../text/vocabulary";
import { fitNetwork, type VectorExample } from "./fitNetwork";
import { fitVocabulary } from "./fitVocabulary";

/** A vocabulary and networks that were fitted to the same examples. */
export type Fit = {
  readonly vocabulary: Vocabulary;
  readonly networks: readonly Network[];
  readonly vectors: readonly VectorExample[];
};

/** Several networks vote together. Three err less often than one of three times the size. */
export const NETWORKS = 3;

/** Keeps the seeds of the networks of neighbouring fits apart. */
const SEED_STRIDE = 1_000;

/** Fits a vocabulary and networks to the examples. Yields the share of the work that is done, 0 to 1. */
export function* fitExamples(
  examples: readonly ReadExample[],
  { categories, rounds }: { categories: number; rounds: number },
  seed: number,
): Generator<number, Fit> {
  const vocabulary = fitVocabulary(examples);
  const vectors = examples.map(({ grams, category, weight }) => ({
    vector: textVector(grams, vocabulary),
    category,
    weight,
  }));
  const shape = { rows: vocabulary.rarities.length, categories, rounds };
  const networks: Network[] = [];
  for (let number = 0; number < NETWORKS; number++) {
    const fit = fitNetwork(vectors, shape, seed + number * SEED_STRIDE);
    networks.push(yield* within(fit, { from: number / NETWORKS, to: (number + 1) / NETWORKS }));
  }
  return { vocabulary, networks, vectors };
}

/** The examples that a network goes through in a fit. Fewer examples are repeated more often, within these bounds. */
const STEPS = 120_000;
const ROUNDS_MIN = 6;
const ROUNDS_MAX = 30;

/** With more categories a step costs more, so a fit takes fewer steps. */
const CATEGORIES_AT_FULL_STEPS = 200;

/**
 * The most rounds that a fit makes through its examples. The fits that measure a model use the same number as the fit
 * to all examples, so that the measurement applies to it.
 */
export function roundsOfFit({ examples, categories }: { examples: number; categories: number }): number {
  const steps = (STEPS * CATEGORIES_AT_FULL_STEPS) / Math.max(categories, CATEGORIES_AT_FULL_STEPS);
  return Math.min(ROUNDS_MAX, Math.max(ROUNDS_MIN, Math.round(steps / Math.max(1, examples))));
}

/** Runs one part of some work, and maps its progress from 0 to 1 onto the range from `from` to `to` of the whole. */
export function* within<Result>(
  part: Generator<number, Result>,
  { from, to }: { from: number; to: number },
): Generator<number, Result> {
  let step = part.next();
  while (step.done !== true) {
    yield from + step.value * (to - from);
    step = part.next();
  }
  return step.value;
}
