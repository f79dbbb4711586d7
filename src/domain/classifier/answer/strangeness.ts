/** The novelty of requests that a model had not learnt (`noveltyOf`): its mean and its spread. */
export type UsualStrangeness = { readonly usual: number; readonly spread: number };

/** Where all texts are alike in it, a small difference is no sign yet. */
const SPREAD_MIN = 0.1;

/** What is usual in these requests; of none, nothing is strange before half of it is. */
export function usualStrangeness(novelties: readonly number[]): UsualStrangeness {
  if (novelties.length === 0) return { usual: 0.5, spread: 0.5 };
  const usual = novelties.reduce((sum, each) => sum + each, 0) / novelties.length;
  const squares = novelties.reduce((sum, each) => sum + (each - usual) ** 2, 0);
  return { usual, spread: Math.max(SPREAD_MIN, Math.sqrt(squares / novelties.length)) };
}

/** By how many spreads a text is stranger than usual; 0 where it is not. */
export function strangenessOf(novelty: number, { usual, spread }: UsualStrangeness): number {
  return Math.max(0, (novelty - usual) / spread);
}

/** No probability is surer than its single precision can tell from 1. */
const DOUBT_MIN = 1e-7;

/**
 * What is held against the threshold: the probability of an answer, its odds lowered as much as so strange a text is
 * rarer than a usual one (by the normal distribution). A network can only weigh what it knows: of a text that it can read
 * half, it speaks as surely as of one that it can read whole.
 *
 * @returns 0 to 1; an order of how sure answers are, and no probability itself
 */
export function surenessOf(probability: number, strangeness: number): number {
  const doubt = Math.max(DOUBT_MIN, 1 - probability);
  const odds = (probability / doubt) * Math.exp(-(strangeness ** 2) / 2);
  return odds / (1 + odds);
}
