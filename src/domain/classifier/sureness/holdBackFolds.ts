import { type SeededChance, seededChance } from "../fit/seededChance";

/** The facts of an example that make it similar to another. */
export type WordedExample = { readonly words: readonly string[]; readonly customerId: string | undefined };

/**
 * The fold of each example. Requests of one customer, and requests with the same words, share a fold; otherwise the
 * model would be asked what it has just learnt. Categories are spread evenly over the folds.
 *
 * @param examples in canonical order
 */
export function holdBackFolds(examples: readonly WordedExample[], folds: number, seed: number): Uint8Array {
  const heads = groupHeads(examples);
  const foldOfHead = new Map<number, number>();
  const foldOf = new Uint8Array(examples.length);
  const chance = seededChance(seed);
  let deal = dealFolds(folds, chance);
  examples.forEach((_, index) => {
    const head = heads[index] ?? index;
    let fold = foldOfHead.get(head);
    if (fold === undefined) {
      if (deal.length === 0) deal = dealFolds(folds, chance);
      fold = deal.pop() ?? 0;
      foldOfHead.set(head, fold);
    }
    foldOf[index] = fold;
  });
  return foldOf;
}

/** All folds once, in random order. Dealing them along the sorted examples gives each category an even share. */
function dealFolds(folds: number, { bits }: SeededChance): number[] {
  return Array.from({ length: folds }, (_, fold) => ({ fold, place: bits() }))
    .sort((a, b) => a.place - b.place)
    .map(({ fold }) => fold);
}

/** For each example the first one of its group. A group joins examples with the same customer or the same words. */
function groupHeads(examples: readonly WordedExample[]): Int32Array {
  const heads = Int32Array.from(examples, (_, index) => index);
  const headOf = (index: number): number => {
    let head = index;
    while (heads[head] !== head) head = heads[head] ?? head;
    heads[index] = head;
    return head;
  };
  const firstByKey = new Map<string, number>();
  examples.forEach(({ customerId, words }, index) => {
    for (const key of [`words ${[...new Set(words)].sort().join(" ")}`, customerId && `customer ${customerId}`]) {
      if (!key) continue;
      const first = headOf(firstByKey.get(key) ?? index);
      firstByKey.set(key, first);
      const own = headOf(index);
      heads[Math.max(first, own)] = Math.min(first, own);
    }
  });
  return heads.map((_, index) => headOf(index));
}
