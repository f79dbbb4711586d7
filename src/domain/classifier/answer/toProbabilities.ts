/** Votes become probabilities, in place. */
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
