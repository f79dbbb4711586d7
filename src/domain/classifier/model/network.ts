import { type SeededChance, seededChance } from "../fit/seededChance";

/**
 * A network of two layers. The grams of a text add up to hidden units, and positive units vote for categories. Hidden
 * units let grams with a similar meaning replace each other, which a plain sum of grams cannot do.
 */
export type Network = {
  readonly units: number;
  readonly categories: number;
  /** What a gram adds to each hidden unit: rows × units. */
  readonly gramWeights: Float32Array;
  /** One number per unit. */
  readonly unitBiases: Float32Array;
  /** The vote of each hidden unit for each category: units × categories. */
  readonly voteWeights: Float32Array;
  /** One number per category. */
  readonly voteBiases: Float32Array;
};

const GRAM_WEIGHT_SPREAD = 0.05;
const VOTE_WEIGHT_SPREAD = 0.1;

/** A new network with small random weights. */
export function newNetwork(shape: { rows: number; units: number; categories: number }, seed: number): Network {
  const { rows, units, categories } = shape;
  const chance = seededChance(seed);
  return {
    units,
    categories,
    gramWeights: bellShaped(new Float32Array(rows * units), GRAM_WEIGHT_SPREAD, chance),
    unitBiases: new Float32Array(units),
    voteWeights: bellShaped(new Float32Array(units * categories), VOTE_WEIGHT_SPREAD, chance),
    voteBiases: new Float32Array(categories),
  };
}

/** Fills with sums of three random numbers: close enough to a normal distribution, and equal on every machine. */
function bellShaped(weights: Float32Array, spread: number, { bits }: SeededChance): Float32Array {
  for (let index = 0; index < weights.length; index++) {
    weights[index] = ((bits() + bits() + bits()) / 2 ** 31 - 3) * spread;
  }
  return weights;
}

/** The same network with one more category, for which no unit votes yet. */
export function withCategory(network: Network): Network {
  const categories = network.categories + 1;
  const voteWeights = new Float32Array(network.units * categories);
  for (let unit = 0; unit < network.units; unit++) {
    const start = unit * network.categories;
    voteWeights.set(network.voteWeights.subarray(start, start + network.categories), unit * categories);
  }
  const voteBiases = new Float32Array(categories);
  voteBiases.set(network.voteBiases);
  return { ...network, categories, voteWeights, voteBiases };
}
