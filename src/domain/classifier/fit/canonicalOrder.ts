import { CATEGORIES_MAX, EXAMPLES_MAX, type Example } from "../text/example";

/**
 * Sorts examples, so that the order in which they came makes no difference.
 *
 * @throws RangeError for more than EXAMPLES_MAX examples
 */
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

/** The categories that a model distinguishes, sorted. Of too many, those with the most examples are kept. */
export function keptCategories(counts: ReadonlyMap<string, number>): string[] {
  return [...counts]
    .sort(([a, count], [b, other]) => other - count || compare(a, b))
    .slice(0, CATEGORIES_MAX)
    .map(([category]) => category)
    .sort(compare);
}

/** Compares code units, which do not depend on the language of the machine. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
