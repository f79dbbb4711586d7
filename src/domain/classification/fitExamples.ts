import { fitNetwork, type VectorExample } from "./fitNetwork";
import { fitVocabulary } from "./fitVocabulary";
import type { Network } from "./network";
import type { ReadExample } from "./readExamples";
import { textVector } from "./textVector";
import type { Vocabulary } from "./vocabulary";

/** A vocabulary and a network of the same examples. */
export type Fit = {
  readonly vocabulary: Vocabulary;
  readonly network: Network;
  readonly vectors: readonly VectorExample[];
};

/** Fits to the examples; yields what share of the work is done. */
export function* fitExamples(
  examples: readonly ReadExample[],
  categories: number,
  seed: number,
): Generator<number, Fit> {
  const vocabulary = fitVocabulary(examples.map(({ grams }) => grams));
  const vectors = examples.map(({ grams, category, weight }) => ({
    vector: textVector(grams, vocabulary),
    category,
    weight,
  }));
  const network = yield* fitNetwork(vectors, { rows: vocabulary.rarities.length, categories }, seed);
  return { vocabulary, network, vectors };
}
