import type { Network } from "../model/network";
import type { TextGrams } from "../text/textGrams";
import { type TextVector, textVector } from "../text/textVector";
import { noveltyOf, type Vocabulary } from "../text/vocabulary";
import { meanVotes, unitSums } from "./meanVotes";

/** The answer of the networks to a text. */
export type Answer = {
  readonly vector: TextVector;
  /** For each network the sums of its hidden units, including negative ones. */
  readonly sums: readonly Float32Array[];
  /** The mean of the networks' votes. */
  readonly votes: Float32Array;
  /** The share of the text's words and word pairs that no example had, 0 to 1. */
  readonly novelty: number;
};

/** Reads a text with a vocabulary and lets the networks vote. */
export function answerTo(
  grams: TextGrams,
  { vocabulary, networks }: { readonly vocabulary: Vocabulary; readonly networks: readonly Network[] },
): Answer {
  const vector = textVector(grams, vocabulary);
  const sums = networks.map((network) => unitSums(network, vector));
  return { vector, sums, votes: meanVotes(networks, sums), novelty: noveltyOf(grams.wordGrams.hashes, vocabulary) };
}
