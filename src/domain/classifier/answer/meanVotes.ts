import type { Network } from "../model/network";
import type { TextVector } from "../text/textVector";
import { addRows, emptyRows, type WeightedRows } from "../text/weightedRows";

/** Scratch buffers, reused to avoid garbage. No two calls overlap. */
let added = emptyRows(0);
let firing = emptyRows(0);

/** The sums of a network's hidden units for a text, including negative ones. */
export function unitSums({ units, gramWeights, unitBiases }: Network, { rows, weights }: TextVector): Float32Array {
  added = emptied(added, rows.length);
  for (let index = 0; index < rows.length; index++) {
    added.starts[index] = (rows[index] ?? 0) * units;
    added.factors[index] = weights[index] ?? 0;
  }
  added.length = rows.length;
  const sums = Float32Array.from(unitBiases);
  addRows(sums, gramWeights, added);
  return sums;
}

/**
 * The mean vote of the networks for each category. A vote has no unit; only differences between votes mean something.
 *
 * @param sums for each network, the sums of its hidden units
 */
export function meanVotes(networks: readonly Network[], sums: readonly Float32Array[]): Float32Array {
  const votes = new Float32Array(networks[0]?.categories ?? 0);
  networks.forEach((network, index) => {
    addVotes(votes, network, sums[index] ?? network.unitBiases);
  });
  for (let category = 0; category < votes.length; category++) {
    votes[category] = (votes[category] ?? 0) / networks.length;
  }
  return votes;
}

function addVotes(
  votes: Float32Array,
  { units, categories, voteWeights, voteBiases }: Network,
  sums: Float32Array,
): void {
  firing = emptied(firing, units);
  for (let unit = 0; unit < units; unit++) {
    const sum = sums[unit] ?? 0;
    if (sum <= 0) continue;
    firing.starts[firing.length] = unit * categories;
    firing.factors[firing.length++] = sum;
  }
  addRows(votes, voteWeights, firing);
  for (let category = 0; category < categories; category++) {
    votes[category] = (votes[category] ?? 0) + (voteBiases[category] ?? 0);
  }
}

function emptied(rows: WeightedRows, room: number): WeightedRows {
  if (room > rows.starts.length) return emptyRows(room);
  rows.length = 0;
  return rows;
}

/** Turns votes into probabilities, in place (softmax). */
export function toProbabilities(votes: Float32Array): void {
  let most = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < votes.length; index++) most = Math.max(most, votes[index] ?? 0);
  let sum = 0;
  for (let index = 0; index < votes.length; index++) {
    const share = Math.exp((votes[index] ?? 0) - most);
    votes[index] = share;
    sum += share;
  }
  for (let index = 0; index < votes.length; index++) votes[index] = (votes[index] ?? 0) / sum;
}
