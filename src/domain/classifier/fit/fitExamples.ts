import type { Network } from "../model/network";
import type { ReadExample } from "../text/readExamples";
import { textVector } from "../text/textVector";
import type { Vocabulary } from "../text/vocabulary";
import { fitNetwork, type VectorExample } from "./fitNetwork";
import { fitVocabulary } from "./fitVocabulary";

/** A vocabulary and networks of the same examples. */
export type Fit = {
  readonly vocabulary: Vocabulary;
  readonly networks: readonly Network[];
  readonly vectors: readonly VectorExample[];
};

/** Networks that are fitted to the same examples and vote together: they err less than one of three times the size. */
export const NETWORKS = 3;

/** Far enough apart that no network begins where another's neighbour does. */
const SEED_STRIDE = 1_000;

/** Fits to the examples; yields what share of the work is done. */
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

/** Runs a part of a work: its share from 0 to 1 becomes the whole's share from one point to another. */
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
