/** By so many standard deviations of the number of right answers more must have been right. */
const CAUTION_SPREADS = 0.5;

/** How sure an answer was, and whether it was right. */
export type WeighedAnswer = { readonly sureness: number; readonly isRight: boolean };

/**
 * The lowest sureness from which on the held-back answers were right as often as demanded, and some more of them: one
 * more answer, and that wrong, must not break the promise, and since the lowest of many is a lucky one, nor must half a
 * standard deviation of their number. Null where no sureness promises it, as with few answers.
 */
export function chooseThreshold(answers: readonly WeighedAnswer[], precision: number): number | null {
  const surest = [...answers].sort((a, b) => b.sureness - a.sureness);
  let threshold: number | null = null;
  let right = 0;
  surest.forEach(({ sureness, isRight }, index) => {
    if (isRight) right++;
    const isLastOfEqual = surest[index + 1]?.sureness !== sureness;
    if (isLastOfEqual && right >= demandedOf(index + 1, precision)) threshold = sureness;
  });
  return threshold;
}

function demandedOf(answers: number, precision: number): number {
  const spread = Math.sqrt(answers * precision * (1 - precision));
  return precision * answers + Math.max(precision, CAUTION_SPREADS * spread);
}
