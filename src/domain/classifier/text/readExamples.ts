import { canonicalOrder, keptCategories } from "../fit/canonicalOrder";
import type { Example } from "./example";
import { type TextGrams, textGrams } from "./textGrams";

/** An example, split into grams. */
export type ReadExample = {
  readonly grams: TextGrams;
  /** The index of the category. */
  readonly category: number;
  readonly weight: number;
  readonly customerId: string | undefined;
};

/** The input of a training. */
export type ReadExamples = {
  readonly categories: readonly string[];
  /** In canonical order (`canonicalOrder`). */
  readonly examples: readonly ReadExample[];
  /** The name of each category, learnt as one more example of it and never held back. */
  readonly names: readonly ReadExample[];
  /** The number of unused examples: those without words, or of a category beyond CATEGORIES_MAX. */
  readonly leftOut: number;
};

/** Splits examples into grams. The categories include those with a name but without examples. */
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

/** Separates the words of a key such as "cardArrival". */
function spacedOut(key: string): string {
  return key.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2");
}
