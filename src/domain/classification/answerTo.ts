import type { Network } from "./network";
import type { TextGrams } from "./textGrams";
import { type TextVector, textVector } from "./textVector";
import { noveltyOf, type Vocabulary } from "./vocabulary";
import { unitSums, votesOf } from "./votesOf";

/** What a network makes of a text. */
export type Answer = {
  readonly vector: TextVector;
  /** Of the hidden units, below nought too. */
  readonly sums: Float32Array;
  readonly votes: Float32Array;
  /** The share of the text's words, alone and in pairs, that no example had: 0 to 1. */
  readonly novelty: number;
};

/** Reads a text by a vocabulary and lets the network vote. */
export function answerTo(
  grams: TextGrams,
  { vocabulary, network }: { readonly vocabulary: Vocabulary; readonly network: Network },
): Answer {
  const vector = textVector(grams, vocabulary);
  const sums = unitSums(network, vector);
  return { vector, sums, votes: votesOf(network, sums), novelty: noveltyOf(grams.wordGrams.hashes, vocabulary) };
}
