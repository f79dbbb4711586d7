import type { Network } from "./network";
import type { TextVector } from "./textVector";
import { addRows, emptyRows } from "./weightedRows";

/** The hidden units' sums for a text, below nought too. */
export function unitSums({ units, gramWeights, unitBiases }: Network, { rows, weights }: TextVector): Float32Array {
  const added = emptyRows(rows.length);
  rows.forEach((row, index) => {
    added.starts[index] = row * units;
  });
  added.factors.set(weights);
  added.length = rows.length;
  const sums = Float32Array.from(unitBiases);
  addRows(sums, gramWeights, added);
  return sums;
}

/** What the network says of each category, in no unit: only differences count. */
export function votesOf({ units, categories, voteWeights, voteBiases }: Network, sums: Float32Array): Float32Array {
  const firing = emptyRows(units);
  for (let unit = 0; unit < units; unit++) {
    const sum = sums[unit] ?? 0;
    if (sum <= 0) continue;
    firing.starts[firing.length] = unit * categories;
    firing.factors[firing.length++] = sum;
  }
  const votes = Float32Array.from(voteBiases);
  addRows(votes, voteWeights, firing);
  return votes;
}

/** The mean of what several networks say. */
export function meanOf(votes: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(votes[0]?.length ?? 0);
  for (const each of votes) {
    for (let index = 0; index < mean.length; index++)
      mean[index] = (mean[index] ?? 0) + (each[index] ?? 0) / votes.length;
  }
  return mean;
}
