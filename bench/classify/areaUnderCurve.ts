/**
 * How often an upper value is above a lower one (AUROC): 1 if always, 0.5 for chance. Equal values count half.
 */
export function areaUnderCurve(upper: readonly number[], lower: readonly number[]): number {
  const sorted = [...lower].sort((a, b) => a - b);
  const below = (value: number, countsEqual: boolean) => {
    let from = 0;
    let to = sorted.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      const other = sorted[middle] ?? 0;
      if (other < value || (countsEqual && other === value)) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  const wins = upper.reduce((sum, value) => sum + (below(value, false) + below(value, true)) / 2, 0);
  return wins / (upper.length * lower.length);
}
