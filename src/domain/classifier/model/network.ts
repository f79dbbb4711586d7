import { type SeededChance, seededChance } from "../fit/seededChance";

/**
 * Two layers: the grams of a text add up to the hidden units, and those that are above nought vote for categories. The
 * hidden units are what lets grams that mean alike stand in for one another, which no straight sum of grams can do.
 */
export type Network = {
  readonly units: number;
  readonly categories: number;
  /** What a gram adds to each hidden unit: rows × units. */
  readonly gramWeights: Float32Array;
  /** units */
  readonly unitBiases: Float32Array;
  /** What a hidden unit says of each category: units × categories. */
  readonly voteWeights: Float32Array;
  /** categories */
  readonly voteBiases: Float32Array;
};

const GRAM_WEIGHT_SPREAD = 0.05;
const VOTE_WEIGHT_SPREAD = 0.1;

/** A network that knows nothing yet: small weights by chance. */
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

/** Fills with sums of three throws: near enough to a bell, and the same on every machine. */
function bellShaped(weights: Float32Array, spread: number, { bits }: SeededChance): Float32Array {
  for (let index = 0; index < weights.length; index++) {
    weights[index] = ((bits() + bits() + bits()) / 2 ** 31 - 3) * spread;
  }
  return weights;
}

/** The same network with one more category, for which no unit speaks yet. */
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
