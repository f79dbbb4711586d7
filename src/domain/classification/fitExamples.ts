import { fitNetwork, type VectorExample } from "./fitNetwork";
import type { FitOptions } from "./fitOptions";
import { fitVocabulary } from "./fitVocabulary";
import type { Network } from "./network";
import type { ReadExample } from "./readExamples";
import { textVector } from "./textVector";
import type { Vocabulary } from "./vocabulary";
import { within } from "./within";

/** A vocabulary and networks of the same examples. */
export type Fit = {
  readonly vocabulary: Vocabulary;
  readonly networks: readonly Network[];
  readonly vectors: readonly VectorExample[];
};

/** Far enough apart that no network begins where another's neighbour does. */
const SEED_STRIDE = 1_000;

/** Fits to the examples; yields what share of the work is done. */
export function* fitExamples(
  examples: readonly ReadExample[],
  categories: number,
  options: FitOptions,
  seed: number,
): Generator<number, Fit> {
  const vocabulary = fitVocabulary(examples, options.gramsMax);
  const vectors = examples.map(({ grams, category, weight }) => ({
    vector: textVector(grams, vocabulary),
    category,
    weight,
  }));
  const shape = { rows: vocabulary.rarities.length, categories, rounds: options.rounds };
  const networks: Network[] = [];
  for (let number = 0; number < options.networks; number++) {
    const fit = fitNetwork(vectors, shape, seed + number * SEED_STRIDE);
    networks.push(yield* within(fit, { from: number / options.networks, to: (number + 1) / options.networks }));
  }
  return { vocabulary, networks, vectors };
}
