import type { RoutingCategory } from "../routingConfiguration";
import { foldedWords } from "./foldedWords";

export type KeywordPhrase = {
  readonly keyword: string;
  readonly words: readonly string[];
  /** The length of the folded phrase; a longer phrase is more specific. */
  readonly length: number;
  readonly categoryId: string;
  /** The category's index in the configuration; the lower one wins a tie. */
  readonly categoryOrder: number;
};

/** All keyword phrases, by their first word. */
export type CompiledKeywords = ReadonlyMap<string, readonly KeywordPhrase[]>;

const compiledByCategories = new WeakMap<readonly RoutingCategory[], CompiledKeywords>();

/**
 * Prepares the keywords of all categories for matching. The result is kept by the identity of the list, which must not
 * change afterwards. A keyword without letters and digits matches nothing.
 */
export function compileKeywords(categories: readonly RoutingCategory[]): CompiledKeywords {
  const known = compiledByCategories.get(categories);
  if (known !== undefined) return known;

  const compiled = phrasesByFirstWord(categories);
  compiledByCategories.set(categories, compiled);
  return compiled;
}

function phrasesByFirstWord(categories: readonly RoutingCategory[]): CompiledKeywords {
  const phrases = new Map<string, KeywordPhrase[]>();
  categories.forEach((category, categoryOrder) => {
    for (const keyword of category.keywords) {
      const words = foldedWords(keyword);
      const [firstWord] = words;
      if (firstWord === undefined) continue;
      const phrase = { keyword, words, length: words.join(" ").length, categoryId: category.id, categoryOrder };
      phrases.set(firstWord, [...(phrases.get(firstWord) ?? []), phrase]);
    }
  });
  return phrases;
}
