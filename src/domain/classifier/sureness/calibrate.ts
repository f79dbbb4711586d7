import { toProbabilities } from "../answer/meanVotes";

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

/**
 * How the logarithm of the likelihood changes with the factor: right votes less expected ones. As if one more request
 * had been answered, and wrongly: of sixty right answers nobody knows that the next is right (rule of succession).
 */
function likelihoodSlope(answers: readonly HeldBackAnswer[], sharpness: number): number {
  let slope = 0;
  let slopeOfWrong = 0;
  for (const { votes, category } of answers) {
    const probabilities = calibrated(votes, sharpness);
    let expected = 0;
    for (let index = 0; index < votes.length; index++) expected += (votes[index] ?? 0) * (probabilities[index] ?? 0);
    slope += (votes[category] ?? 0) - expected;
    slopeOfWrong += secondOf(votes) - expected;
  }
  return slope + slopeOfWrong / answers.length;
}

function secondOf(votes: Float32Array): number {
  let first = Number.NEGATIVE_INFINITY;
  let second = Number.NEGATIVE_INFINITY;
  for (const vote of votes) {
    second = Math.max(second, Math.min(vote, first));
    first = Math.max(first, vote);
  }
  return Number.isFinite(second) ? second : first;
}

const BINS = 15;

/**
 * The expected calibration error: answers are put into bins of equal width by their probability; in each, the mean
 * probability is held against the share that is right. 0 for no answers.
 */
export function calibrationError(answers: readonly { probability: number; isRight: boolean }[]): number {
  const gaps = new Float64Array(BINS);
  for (const { probability, isRight } of answers) {
    const bin = Math.min(BINS - 1, Math.floor(probability * BINS));
    gaps[bin] = (gaps[bin] ?? 0) + probability - (isRight ? 1 : 0);
  }
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / Math.max(1, answers.length);
}
