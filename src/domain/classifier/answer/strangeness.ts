/** Mean and spread of the novelty (`noveltyOf`) of requests that a model had not learnt. */
export type UsualStrangeness = { readonly usual: number; readonly spread: number };

/** A floor for the spread: where all texts are alike, a small difference means nothing. */
const SPREAD_MIN = 0.1;

/**
 * The usual strangeness of these requests. Without requests, a text is strange only once more than half of it is new.
 */
export function usualStrangeness(novelties: readonly number[]): UsualStrangeness {
  if (novelties.length === 0) return { usual: 0.5, spread: 0.5 };
  const usual = novelties.reduce((sum, each) => sum + each, 0) / novelties.length;
  const squares = novelties.reduce((sum, each) => sum + (each - usual) ** 2, 0);
  return { usual, spread: Math.max(SPREAD_MIN, Math.sqrt(squares / novelties.length)) };
}

/** By how many spreads a text is stranger than usual; 0 if it is not. */
export function strangenessOf(novelty: number, { usual, spread }: UsualStrangeness): number {
  return Math.max(0, (novelty - usual) / spread);
}

/** Single precision cannot tell a probability with less doubt from 1. */
const DOUBT_MIN = 1e-7;

/**
 * The value that is compared with the threshold: the probability of an answer, with its odds lowered by how much rarer
 * so strange a text is than a usual one (by the normal distribution). A network weighs only what it knows, so it is as
 * sure about a text that it can read half as about one that it can read whole.
 *
 * @returns 0 to 1; it orders answers by how sure they are, but is not a probability
 */
export function surenessOf(probability: number, strangeness: number): number {
  const doubt = Math.max(DOUBT_MIN, 1 - probability);
  const odds = (probability / doubt) * Math.exp(-(strangeness ** 2) / 2);
  return odds / (1 + odds);
}
