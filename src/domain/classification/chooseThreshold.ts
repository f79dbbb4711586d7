/** How likely an answer was said to be, and whether it was right. */
export type WeighedAnswer = { readonly probability: number; readonly isRight: boolean };

/**
 * The lowest probability from which on the held-back answers were right as often as demanded; null when no such
 * probability is promised by enough of them: one more answer, and that wrong, must not break the promise.
 */
export function chooseThreshold(answers: readonly WeighedAnswer[], precision: number): number | null {
  const surest = [...answers].sort((a, b) => b.probability - a.probability);
  let threshold: number | null = null;
  let right = 0;
  surest.forEach(({ probability, isRight }, index) => {
    if (isRight) right++;
    const isLastOfEqual = surest[index + 1]?.probability !== probability;
    if (isLastOfEqual && right >= precision * (index + 2)) threshold = probability;
  });
  return threshold;
}
