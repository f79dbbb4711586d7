import { canonicalOrder, keptCategories } from "../fit/canonicalOrder";
import type { Example } from "./example";
import { type TextGrams, textGrams } from "./textGrams";

/** An example taken apart. */
export type ReadExample = {
  readonly grams: TextGrams;
  /** The category's index. */
  readonly category: number;
  readonly weight: number;
  readonly customerId: string | undefined;
};

/** What a training works on. */
export type ReadExamples = {
  readonly categories: readonly string[];
  /** In an order of their own. */
  readonly examples: readonly ReadExample[];
  /** Each category's name, learnt as one more example of it; it is never held back. */
  readonly names: readonly ReadExample[];
  /** Examples that were of no use: without words, or of a category too many. */
  readonly leftOut: number;
};

/** Takes examples apart; categories that have a name and no example yet are among the categories, too. */
export function readExamples(examples: readonly Example[], categoryNames: ReadonlyMap<string, string>): ReadExamples {
  const counts = new Map<string, number>([...categoryNames.keys()].map((category) => [category, 0]));
  for (const { category } of examples) counts.set(category, (counts.get(category) ?? 0) + 1);
  const categories = keptCategories(counts);
  const indexes = new Map(categories.map((category, index) => [category, index]));

  const read = canonicalOrder(examples).flatMap(({ text, category, weight = 1, customerId }): ReadExample[] => {
    const index = indexes.get(category);
    if (index === undefined) return [];
    const grams = textGrams(text);
    return grams.words.length === 0 ? [] : [{ grams, category: index, weight, customerId }];
  });
  const names = categories.map((category, index) => ({
    grams: textGrams(categoryNames.get(category) ?? spacedOut(category)),
    category: index,
    weight: 1,
    customerId: undefined,
  }));
  return { categories, examples: read, names, leftOut: examples.length - read.length };
}

/** A key such as "card_arrival" or "cardArrival" as words. */
function spacedOut(key: string): string {
  return key.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2");
}
