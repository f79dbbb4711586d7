import { type SeededChance, seededChance } from "../fit/seededChance";

/** Of an example, what makes it like another one. */
export type WordedExample = { readonly words: readonly string[]; readonly customerId: string | undefined };

/**
 * For each example the fold in which it is held back. Requests of one customer, and those that use the same words, share
 * a fold: else the model would be praised for knowing what it has just been told. Categories are spread evenly.
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

/** All folds once, in an order by chance: dealt along the categories, each gets its even part of the folds. */
function dealFolds(folds: number, { bits }: SeededChance): number[] {
  return Array.from({ length: folds }, (_, fold) => ({ fold, place: bits() }))
    .sort((a, b) => a.place - b.place)
    .map(({ fold }) => fold);
}

/** For each example the first one of its group: joined are those of one customer, and those of the same words. */
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
