/** How sure an answer was, and whether it was right. */
export type WeighedAnswer = { readonly sureness: number; readonly isRight: boolean };

/**
 * The lowest sureness from which on the held-back answers were right as often as demanded; null when no such
 * sureness is promised by enough of them: one more answer, and that wrong, must not break the promise.
 */
export function chooseThreshold(answers: readonly WeighedAnswer[], precision: number): number | null {
  const surest = [...answers].sort((a, b) => b.sureness - a.sureness);
  let threshold: number | null = null;
  let right = 0;
  surest.forEach(({ sureness, isRight }, index) => {
    if (isRight) right++;
    const isLastOfEqual = surest[index + 1]?.sureness !== sureness;
    if (isLastOfEqual && right >= precision * (index + 2)) threshold = sureness;
  });
  return threshold;
}
