import { toProbabilities } from "./toProbabilities";

/** What the network said of a request that it had not learnt, and what was right. */
export type HeldBackAnswer = {
  readonly votes: Float32Array;
  readonly novelty: number;
  readonly category: number;
};

const SHARPNESS_MIN = 0.05;
const SHARPNESS_MAX = 5;
const HALVINGS = 30;

/**
 * The factor on votes by which their probabilities are most likely right (the inverse of the softmax's temperature): a
 * network fitted to its examples is surer of new requests than it should be.
 */
export function calibrate(answers: readonly HeldBackAnswer[]): number {
  if (answers.length === 0) return 1;
  let low = Math.log(SHARPNESS_MIN);
  let high = Math.log(SHARPNESS_MAX);
  // The likelihood has one summit over the factor: halve towards where its slope changes sign.
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (likelihoodSlope(answers, Math.exp(middle)) > 0) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

/** Probabilities of all categories, in their order; they sum to one. */
export function calibrated(votes: Float32Array, sharpness: number): Float32Array {
  const probabilities = votes.map((vote) => vote * sharpness);
  toProbabilities(probabilities);
  return probabilities;
}

/** How the logarithm of the likelihood changes with the factor: right votes less expected ones. */
function likelihoodSlope(answers: readonly HeldBackAnswer[], sharpness: number): number {
  let slope = 0;
  for (const { votes, category } of answers) {
    const probabilities = calibrated(votes, sharpness);
    slope += votes[category] ?? 0;
    for (let index = 0; index < votes.length; index++) slope -= (votes[index] ?? 0) * (probabilities[index] ?? 0);
  }
  return slope;
}
