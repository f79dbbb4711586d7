/** What strangeness takes away: an answer to a text of nothing but strange words keeps the rest of its probability. */
const NOVELTY_PENALTY = 0.6;

/**
 * What is held against the threshold: the probability of an answer, less where the text is strange. A network knows only
 * the words it was fitted to, and is as sure of a text of which it can read half as of one that it can read whole.
 *
 * @param novelty the share of the text's words, alone and in pairs, that no example had: 0 to 1
 * @returns 0 to 1; in the order of surety, and no probability
 */
export function surenessOf(probability: number, novelty: number): number {
  return probability * (1 - NOVELTY_PENALTY * novelty);
}
