import { toProbabilities } from "../answer/meanVotes";

/** The votes on a request that the networks had not learnt, and its right category. */
export type HeldBackAnswer = {
  readonly votes: Float32Array;
  readonly novelty: number;
  readonly category: number;
};

const SHARPNESS_MIN = 0.05;
const SHARPNESS_MAX = 5;
const HALVINGS = 30;

/**
 * The factor on votes that makes their probabilities most likely right (the inverse of a softmax temperature). Without
 * it a network is surer about new requests than it should be. 1 without answers.
 */
export function calibrate(answers: readonly HeldBackAnswer[]): number {
  if (answers.length === 0) return 1;
  let low = Math.log(SHARPNESS_MIN);
  let high = Math.log(SHARPNESS_MAX);
  // The likelihood has a single maximum over the factor, so bisect to where its slope changes sign.
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (likelihoodSlope(answers, Math.exp(middle)) > 0) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

/** The probabilities of all categories, in their order; they sum to one. */
export function calibrated(votes: Float32Array, sharpness: number): Float32Array {
  const probabilities = votes.map((vote) => vote * sharpness);
  toProbabilities(probabilities);
  return probabilities;
}

/**
 * How the logarithm of the likelihood changes with the factor: the right votes less the expected ones. It adds one more
 * request with a wrong answer, because sixty right answers do not mean that the next is right (rule of succession).
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
 * The expected calibration error. Answers are put into bins of equal width by their probability. In each bin the mean
 * probability is compared with the share that is right. 0 without answers.
 */
export function calibrationError(answers: readonly { probability: number; isRight: boolean }[]): number {
  const gaps = new Float64Array(BINS);
  for (const { probability, isRight } of answers) {
    const bin = Math.min(BINS - 1, Math.floor(probability * BINS));
    gaps[bin] = (gaps[bin] ?? 0) + probability - (isRight ? 1 : 0);
  }
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / Math.max(1, answers.length);
}
