/** The margin of additional right answers, in standard deviations of their number. */
const CAUTION_SPREADS = 0.5;

/** How sure an answer was, and whether it was right. */
export type WeighedAnswer = { readonly sureness: number; readonly isRight: boolean };

/**
 * The lowest sureness from which on the held-back answers were right as often as demanded, with a margin. The margin
 * covers one more wrong answer, and half a standard deviation of the number of right ones, because the lowest of many
 * possible thresholds is a lucky one. Null if no sureness is enough, as with few answers.
 *
 * @param precision the demanded share of right answers
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
