const BINS = 15;

/**
 * The expected calibration error: answers are put into bins of equal width by their probability; in each, the mean
 * probability is held against the share that is right. 0 for no answers.
 */
export function calibrationError(answers: readonly { probability: number; isRight: boolean }[]): number {
  const gaps = new Float64Array(BINS);
  for (const { probability, isRight } of answers) {
    const bin = Math.min(BINS - 1, Math.floor(probability * BINS));
    gaps[bin] = (gaps[bin] ?? 0) + probability - (isRight ? 1 : 0);
  }
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / Math.max(1, answers.length);
}
