import { CATEGORIES_MAX, EXAMPLES_MAX, type Example } from "../text/example";

/** Examples in an order of their own, so that the order in which they came plays no part. */
export function canonicalOrder(examples: readonly Example[]): Example[] {
  if (examples.length > EXAMPLES_MAX) throw new RangeError(`At most ${EXAMPLES_MAX} examples, got ${examples.length}`);
  return [...examples].sort(
    (a, b) =>
      compare(a.category, b.category) ||
      compare(a.text, b.text) ||
      compare(a.customerId ?? "", b.customerId ?? "") ||
      (a.weight ?? 1) - (b.weight ?? 1),
  );
}

/** The categories that a model tells apart, in order: those with the most examples where there are too many. */
export function keptCategories(counts: ReadonlyMap<string, number>): string[] {
  return [...counts]
    .sort(([a, count], [b, other]) => other - count || compare(a, b))
    .slice(0, CATEGORIES_MAX)
    .map(([category]) => category)
    .sort(compare);
}

/** By code units, which no machine's language changes. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
